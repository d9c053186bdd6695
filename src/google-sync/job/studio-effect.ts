import type { Effect } from "../journal/index.js";
import type { ActionKind, Fields } from "../engine/index.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** C15: a change that came from Google keeps Google's time. */
export function changedAtOf({ event }: RunItem, { services }: RunContext): Date {
  return event?.updated ?? services.clock.now();
}

/** The journal line of a write to the studio. @param entryId of an entry just made */
export function studioEffect(
  item: RunItem,
  action: ActionKind,
  before: Fields,
  after: Fields,
  entryId = item.entry?.entryId,
): Effect {
  return { side: "studio", action, entryId, eventId: item.event?.id, before, after, isPrivate: nameOf(item).isPrivate };
}
