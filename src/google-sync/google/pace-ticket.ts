import type { QuotaScope, Verdict } from "./verdict.js";

/** How a request ended; for all that is not "done", the error table's verdict. */
export type RequestOutcome = "done" | "rate" | "server" | "network" | Exclude<Verdict["kind"], "retry-later">;

/** Permission for one request. */
export interface PaceTicket {
  /** Google refused so many of the units for their rate. */
  refused(scope: QuotaScope, units: number): void;
  /**
   * The answer is there, or will never come. Safe to call twice.
   * @param outcome how it ended, for whoever counts
   */
  settle(outcome?: RequestOutcome): void;
}
