import type { Action } from "../engine/index.js";
import type { Planned } from "./bookkeeping.js";
import { closeQuestion } from "./hold.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";

/**
 * Whether an item a question waits for has to wait on (G8). A changed time makes the event
 * anew without an answer (C13); an event taken out of Google's trash again, and an item that is
 * gone, leave nothing to ask about.
 */
export function isStillHeld(action: Action, item: RunItem | undefined): boolean {
  if (item?.link?.questionId === undefined) return false;
  if (item.pair.known.kind === "linked" && item.pair.google.kind === "present") return false;
  return action.kind !== "create-in-google" && action.kind !== "end-link";
}

/** Closes the questions, each about one item, of items that are no longer held; what is to be done follows. */
export async function release(planned: readonly Planned[], context: RunContext): Promise<void> {
  const ids = new Set(planned.flatMap(({ item }) => item.link?.questionId ?? []));
  for (const id of ids) await closeQuestion(id, "settled", context);
}
