import { changedAtAfter } from "../engine/index.js";
import type { ActionKind, Fields } from "../engine/index.js";
import type { Effect } from "../journal/index.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** What the studio's record has for its clock once it holds what Google's copy says (C15). */
export function changedAtOf({ entry, event }: RunItem, { services }: RunContext): Date {
  return event === undefined ? services.clock.now() : changedAtAfter(entry?.changedAt, event.updated);
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
