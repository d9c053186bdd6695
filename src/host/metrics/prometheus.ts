import { Counter as PrometheusCounter, Gauge as PrometheusGauge, Registry } from "prom-client";

import { Logger } from "../../api/index.js";
import type { Counter, MetricDescription, MetricReading, Metrics } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";

/** The numbers of this process, in the text format of Prometheus. The only file that knows prom-client. */
@injectable()
export class Prometheus {
  readonly #registry = new Registry();
  readonly #counters = new Map<string, PrometheusCounter>();

  constructor(@inject(Logger) private readonly logger: Logger) {}

  /** Numbers under a prefix: the host's own, or a plugin's. @param owner a plugin's id, or `host` */
  of(owner: string): Metrics {
    const prefix = `spectra_${owner.replaceAll("-", "_")}_`;
    return {
      counter: (description) => this.#counter(`${prefix}${description.name}`, description),
      gauge: (description, read) => this.#gauge(`${prefix}${description.name}`, description, read),
    };
  }

  /** Everything, as `/metrics` answers. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #counter(name: string, { help, labels = [] }: MetricDescription): Counter {
    const known = this.#counters.get(name);
    const counter =
      known ?? new PrometheusCounter({ name, help, labelNames: [...labels], registers: [this.#registry] });
    this.#counters.set(name, counter);
    return { add: (values = {}, by = 1) => counter.inc({ ...values }, by) };
  }

  #gauge(
    name: string,
    { help, labels = [] }: MetricDescription,
    read: () => Promise<readonly MetricReading[]>,
  ): { dispose(): void } {
    const collect = async (): Promise<void> => {
      gauge.reset();
      try {
        for (const { labels: values = {}, value } of await read()) gauge.set({ ...values }, value);
      } catch (failure) {
        this.logger.warn("A number could not be read", { metric: name, reason: messageOf(failure) });
      }
    };
    // A plugin that was switched off and on again says the same number anew.
    this.#registry.removeSingleMetric(name);
    const gauge = new PrometheusGauge({ name, help, labelNames: [...labels], registers: [this.#registry], collect });
    return {
      dispose: () => {
        if (this.#registry.getSingleMetric(name) === gauge) this.#registry.removeSingleMetric(name);
      },
    };
  }
}
