import type { GoogleError } from "../errors.js";
import type { Operation } from "../failure.js";

/** One call inside a batch. */
export interface BatchCall {
  /** The caller's name for it; unique among the calls sent together. */
  readonly key: string;
  readonly operation: Operation;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path and query on Google's origin. */
  readonly path: string;
  /** What it works on; two calls on one subject never share a batch (google.md 2.10). */
  readonly subject: string;
  readonly ifMatch?: string | undefined;
  readonly body?: unknown;
  /** Cost of the quota: 3 for a PATCH, else 1. */
  readonly units: number;
}

/** What became of a call. */
export type BatchOutcome =
  | { readonly kind: "done"; readonly body: string }
  | { readonly kind: "failed"; readonly error: GoogleError }
  | { readonly kind: "not-tried"; readonly error: GoogleError };

export interface BatchResult {
  readonly call: BatchCall;
  readonly outcome: BatchOutcome;
}
