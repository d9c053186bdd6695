import type { ScheduleEntry } from "../../api/index.js";
import { fieldsOfEntry, fieldsOfEvent } from "../calendar/index.js";
import { isEmpty } from "../engine/index.js";
import type { GetOutcome, LiveEvent } from "../google/index.js";
import type { RunContext } from "../job/index.js";
import type { Link } from "../links/index.js";
import { canReturn } from "./can-return.js";
import type { DoneItem } from "./done-items.js";
import type { NowSide } from "./plan-undo.js";
import { readReturnedEvents } from "./returned-events.js";

/** Both sides of the items of a run as they are at this moment. */
export interface BothSidesNow {
  readonly entries: ReadonlyMap<string, ScheduleEntry>;
  readonly events: ReadonlyMap<string, LiveEvent>;
  /** The link of an item, by its entry or its event. */
  readonly linkOf: (item: Pick<DoneItem, "entryId" | "eventId">) => Link | undefined;
  /** The id a deleted event returns under. */
  readonly returnIdOf: (item: DoneItem) => string | undefined;
  readonly nowOf: (item: DoneItem) => NowSide;
}

/**
 * Looks at both sides: the studio's rows, and each event by its own GET, so that nothing is put
 * back over a change that has not been synced yet (R2). An event that is not found is gone only
 * while the calendar itself lists (C14).
 * @throws GoogleError when the calendar is not there
 */
export async function readBothSides(items: readonly DoneItem[], context: RunContext): Promise<BothSidesNow> {
  const { services, user, stream, calendar, canon } = context;
  const entryIds = [...new Set(items.flatMap(({ entryId }) => entryId ?? []))];
  const eventIds = [...new Set(items.flatMap(({ eventId }) => eventId ?? []))];
  const found = entryIds.length === 0 ? [] : await services.schedule.find(user.id, entryIds);
  const entries = new Map(found.map((entry) => [entry.entryId, entry]));
  const answers: ReadonlyMap<string, GetOutcome> =
    eventIds.length === 0 ? new Map() : await calendar.getEvents(stream.calendarId, eventIds);
  if ([...answers.values()].some(({ kind }) => kind === "not-found")) {
    const problem = await context.listed.problem();
    if (problem !== undefined) throw problem;
  }
  const isRemoved = ({ side, after }: DoneItem): boolean => side === "google" && isEmpty(after);
  const returned = await readReturnedEvents(items.filter(isRemoved), context);
  const events = new Map([...answers].flatMap(([id, answer]) => (isLive(answer) ? [[id, answer.event] as const] : [])));
  const linkOf = await readLinks(context);
  const lost = new Set<string>();
  for (const { side, entryId, after } of items) {
    const isRemoved = side === "studio" && isEmpty(after) && entryId !== undefined && !entries.has(entryId);
    if (isRemoved && !(await canReturn(entryId, context))) lost.add(entryId);
  }
  return {
    entries,
    events,
    linkOf,
    returnIdOf: ({ key }) => returned.get(key)?.id,
    nowOf(item) {
      if (item.side === "studio") {
        const entry = entries.get(item.entryId ?? "");
        if (entry === undefined) return { kind: "gone", cannotReturn: lost.has(item.entryId ?? "") };
        return { kind: "present", fields: fieldsOfEntry(entry, canon) };
      }
      const answer = answers.get(item.eventId ?? "");
      const back = returned.get(item.key)?.answer;
      for (const one of [answer, back]) if (one?.kind === "failed") return { kind: "unknown", why: one.error.message };
      const event = events.get(item.eventId ?? "") ?? (back !== undefined && isLive(back) ? back.event : undefined);
      if (event === undefined) return { kind: "gone" };
      const entry = entries.get(item.entryId ?? linkOf(item)?.entryId ?? "");
      return { kind: "present", fields: fieldsOfEvent(event, entry, canon), holdsMore: holdsMore(event, item) };
    },
  };
}

/** What deleting the event would take with it that no run put there. */
function holdsMore({ hasGuests, description }: LiveEvent, { after }: DoneItem): boolean {
  return hasGuests || (after["notes"] === undefined && description.trim() !== "");
}

function isLive(answer: GetOutcome): answer is { kind: "found"; event: LiveEvent } {
  return answer.kind === "found" && answer.event.status !== "cancelled";
}

/** The user's links as they are at this moment. */
export async function readLinks({ services, stream }: RunContext): Promise<BothSidesNow["linkOf"]> {
  const links = await services.links.listByState(stream.id, ["linked", "baseline", "left-out", "new", "ended"]);
  const byEntry = new Map(links.flatMap((link) => (link.entryId === undefined ? [] : [[link.entryId, link] as const])));
  const byEvent = new Map(links.flatMap((link) => (link.eventId === undefined ? [] : [[link.eventId, link] as const])));
  return ({ entryId, eventId }) => byEntry.get(entryId ?? "") ?? byEvent.get(eventId ?? "");
}
