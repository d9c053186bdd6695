import type { QuotaScope } from "./verdict.js";

/** Permission for one request. */
export interface PaceTicket {
  /** Google refused so many of the units for their rate. */
  refused(scope: QuotaScope, units: number): void;
  /** The answer is there, or will never come. Safe to call twice. */
  settle(): void;
}
