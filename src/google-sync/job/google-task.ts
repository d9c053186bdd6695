import { eventBodyOf, eventChangeOf, eventIdOf } from "../calendar/index.js";
import { isEmpty } from "../engine/index.js";
import type { Action } from "../engine/index.js";
import type { EventWrite } from "../google/index.js";
import type { Planned } from "./bookkeeping.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";

/** Actions, or their halves, that write Google's events. */
export type GoogleAction = Extract<Action, { kind: "create-in-google" | "change" | "delete-in-google" }>;

export function writesGoogle(planned: Planned): planned is Planned<GoogleAction> {
  const { action } = planned;
  if (action.kind === "change") return !isEmpty(action.toGoogle);
  return action.kind === "create-in-google" || action.kind === "delete-in-google";
}

/** A write to Google on its way: what for, and how often its event was made anew already. */
export interface GoogleTask {
  readonly planned: Planned<GoogleAction>;
  readonly write: EventWrite;
  readonly generation: number;
}

/** The write of a planned action. @param generation of the event a create makes, or an existing event has */
export function taskOf(planned: Planned<GoogleAction>, generation: number, context: RunContext): GoogleTask {
  const { action, item } = planned;
  const { key } = item.pair;
  switch (action.kind) {
    case "create-in-google": {
      const entryId = item.entry?.entryId ?? "";
      const owner = { studioGuid: context.studioGuid, userGuid: context.user.guid, entryId };
      const next = action.isAnew && generation === (item.link?.generation ?? 0) ? generation + 1 : generation;
      const id = eventIdOf(owner, context.stream.calendarId, next);
      const event = eventBodyOf(id, action.fields, owner, context.zone);
      return { planned, generation: next, write: { kind: "insert", key, event } };
    }
    case "change": {
      const change = eventChangeOf(action.toGoogle, context.zone);
      return { planned, generation, write: { kind: "patch", key, ...existing(item), change } };
    }
    case "delete-in-google":
      return { planned, generation, write: { kind: "delete", key, ...existing(item) } };
  }
}

function existing({ link }: RunItem): { readonly eventId: string; readonly etag: string | undefined } {
  return { eventId: link?.eventId ?? "", etag: link?.seenEtag };
}
