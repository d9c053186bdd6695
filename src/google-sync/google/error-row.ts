import type { Failure } from "./failure.js";
import type { Verdict } from "./verdict.js";

/** One row: what must be true of a refusal, and what it means then. The first row that fits decides. */
export interface ErrorRow {
  readonly status?: readonly number[] | "5xx";
  readonly reason?: readonly string[];
  readonly message?: RegExp;
  readonly operation?: readonly Failure["operation"][];
  readonly location?: string;
  readonly verdict: Verdict | ((failure: Failure) => Verdict);
}
