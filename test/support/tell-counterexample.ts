import { inspect } from "node:util";

import * as fc from "fast-check";

/**
 * Fails a test whose property failed, and says in the message itself what was found: fast-check keeps that in the
 * error's cause, which processes of a parallel run do not hand on. The counterexample stands with a step on each line.
 * @throws Error unless the property held
 */
export function tellCounterexample(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const { errorInstance: cause, counterexample } = details;
  const found = cause instanceof Error ? cause.message : String(cause);
  const where = `seed ${details.seed}, path ${details.counterexamplePath ?? "unknown"}`;
  const report =
    counterexample === null
      ? fc.defaultReportMessage(details)
      : `Property failed after ${details.numRuns} tests (${where})\n${found}\nin\n${inStepsOf(counterexample)}`;
  throw new Error(report, { cause });
}

function inStepsOf(counterexample: unknown): string {
  return inspect(plain(counterexample), { depth: null, breakLength: 160, compact: 2, maxArrayLength: null });
}

/** Without the null prototypes fast-check likes, which hide the steps. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  const isBare = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isBare && !isPlain) return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, one]: [string, unknown]) => [key, plain(one)]));
}
