import { serviceToken } from "../../base/service-token.js";

/** What tells the values of one number apart, such as `{ outcome: "rate" }`. Never ids of people, titles or addresses. */
export type MetricLabels = Readonly<Record<string, string>>;

/** A number of the plugin's. */
export interface MetricDescription {
  /** snake_case; the plugin's id is put before it. A counter's ends in `_total`, one of seconds says so. */
  readonly name: string;
  /** One sentence for whoever reads the numbers. */
  readonly help: string;
  /** The names of its labels, all of them; none when left out. */
  readonly labels?: readonly string[];
}

/** Counts up from the start of the process. */
export interface Counter {
  /** @param by 1 when left out; never negative */
  add(labels?: MetricLabels, by?: number): void;
}

/** One value of a number that is read when it is asked for. */
export interface MetricReading {
  readonly labels?: MetricLabels;
  readonly value: number;
}

/** Numbers for whoever watches over the host (`/metrics`). They say how much, never who or what (A6). */
export interface Metrics {
  /** The same name gives the same counter. */
  counter(description: MetricDescription): Counter;
  /** @param read called whenever somebody asks; one that throws leaves the number out. @returns its end */
  gauge(description: MetricDescription, read: () => Promise<readonly MetricReading[]>): { dispose(): void };
}
export const Metrics = serviceToken<Metrics>("metrics");
