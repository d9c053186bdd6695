import { createHash } from "node:crypto";

import type { GetOutcome } from "../google/index.js";
import type { RunContext } from "../job/index.js";
import type { DoneItem } from "./done-items.js";

/** The event a deleted one came back as, or would come back as. */
export interface ReturnedEvent {
  readonly id: string;
  readonly answer: GetOutcome;
}

/**
 * Looks for the events that earlier undos brought back, by item. Google never frees an id, so a deleted event returns
 * under another; that one derives from the old, so that an undo that was cut off, or asked for twice, makes no second
 * (G5). Whoever deletes what was brought back gets the next generation.
 */
export async function readReturnedEvents(
  items: readonly DoneItem[],
  { calendar, stream }: RunContext,
): Promise<ReadonlyMap<string, ReturnedEvent>> {
  const returned = new Map<string, ReturnedEvent>();
  let asked = items.flatMap(({ key, eventId }) => (eventId === undefined ? [] : [{ key, eventId }]));
  for (let generation = 0; asked.length > 0; generation += 1) {
    const candidates = asked.map((item) => ({ ...item, id: returnedEventId(item.eventId, generation) }));
    const answers = await calendar.getEvents(
      stream.calendarId,
      candidates.map(({ id }) => id),
    );
    for (const { key, id } of candidates) returned.set(key, { id, answer: answers.get(id) ?? { kind: "not-found" } });
    asked = candidates.filter(({ key }) => isCancelled(returned.get(key)?.answer));
  }
  return returned;
}

/** It carries no mark: it belongs to nobody's entry (C24). */
function returnedEventId(eventId: string, generation: number): string {
  const digest = createHash("sha256").update(`returned/${eventId}`).digest("hex").slice(0, 32);
  return `${digest}${generation.toString(32)}`;
}

function isCancelled(answer: GetOutcome | undefined): boolean {
  return answer?.kind === "found" && answer.event.status === "cancelled";
}
