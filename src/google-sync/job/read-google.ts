import { oneAhead } from "../../base/one-ahead.js";
import { GoogleError } from "../google/index.js";
import type { CalendarApi, EventPage, LiveEvent } from "../google/index.js";
import type { Stream } from "../links/index.js";
import { requireWriteAccess } from "./listed-calendar.js";
import type { RunServices } from "./run-context.js";
import { whatToDoAbout } from "./what-to-do-about.js";

/** What reading found out besides the events. */
export interface GoogleRead {
  readonly calendarZone: string;
  readonly changed: number;
  /** Events that are there but unreadable, for the report. */
  readonly unreadable: EventPage["unreadable"];
  /** Linked events that could not be confirmed either way; they rest in this run. */
  readonly unconfirmed: number;
}

/**
 * Brings `seen` up to date with Google: a delta where the stream has a token, else a
 * complete listing (G7). Each page is stored in a transaction while the next one is under way, a delta's last one together
 * with the token (google.md 2.3). What a complete listing lacks is deleted only if its own GET
 * says so (C14); its token is kept once every such event has been confirmed, since no delta
 * would name them again.
 * @throws GoogleError when the calendar cannot be read; nothing was decided then
 */
export async function readGoogle(calendar: CalendarApi, stream: Stream, services: RunServices): Promise<GoogleRead> {
  if (stream.syncToken !== undefined) {
    try {
      return await readPages(calendar, stream, services, stream.syncToken, undefined);
    } catch (error) {
      if (!(error instanceof GoogleError && error.verdict.kind === "sync-token-refused")) throw error;
    }
  }
  const listing = stream.listing + 1;
  await services.links.changeStream(stream.id, { listing, syncToken: undefined });
  const { nextSyncToken, ...read } = await readPages(calendar, stream, services, undefined, listing);
  return { ...read, unconfirmed: await confirmMissing(calendar, stream, services, listing, nextSyncToken) };
}

async function readPages(
  calendar: CalendarApi,
  stream: Stream,
  { unitOfWork, links }: RunServices,
  syncToken: string | undefined,
  listing: number | undefined,
): Promise<GoogleRead & { readonly nextSyncToken: string }> {
  let calendarZone = "";
  let changed = 0;
  let nextSyncToken: string | undefined;
  const unreadable: EventPage["unreadable"][number][] = [];
  for await (const page of oneAhead(calendar.listEvents(stream.calendarId, syncToken))) {
    requireWriteAccess(page);
    calendarZone = page.timeZone;
    unreadable.push(...page.unreadable);
    nextSyncToken = page.nextSyncToken;
    const isComplete = nextSyncToken !== undefined;
    changed += await unitOfWork.run(async (transaction) => {
      const changedHere = await links.rememberSeen(stream.id, page.events, listing, transaction);
      if (listing === undefined) {
        if (isComplete) await links.changeStream(stream.id, { syncToken: nextSyncToken }, transaction);
      } else {
        const ids = page.unreadable.map(({ id }) => id);
        await links.markListed(stream.id, ids, listing, transaction);
        if (isComplete) await links.forgetUnlisted(stream.id, listing, transaction);
      }
      return changedHere;
    });
  }
  if (nextSyncToken === undefined)
    throw new GoogleError({ kind: "malformed-answer" }, "Google ended the list of events without a sync token");
  return { calendarZone, changed, unreadable, unconfirmed: 0, nextSyncToken };
}

async function confirmMissing(
  calendar: CalendarApi,
  stream: Stream,
  { unitOfWork, links }: RunServices,
  listing: number,
  nextSyncToken: string,
): Promise<number> {
  const missing = await links.missingFromListing(stream.id, listing);
  const eventIds = missing.flatMap(({ eventId }) => eventId ?? []);
  const answers: Awaited<ReturnType<CalendarApi["getEvents"]>> =
    eventIds.length === 0 ? new Map() : await calendar.getEvents(stream.calendarId, eventIds);
  const found: LiveEvent[] = [];
  const gone: number[] = [];
  let unconfirmed = 0;
  for (const { id, eventId } of missing) {
    const answer = answers.get(eventId ?? "");
    if (answer?.kind === "found" && answer.event.status !== "cancelled") found.push(answer.event);
    else if (answer?.kind === "found" || answer?.kind === "not-found") gone.push(id);
    else {
      // Refused for the whole account, nothing is known of any event (A7, A11).
      if (answer?.kind === "failed" && whatToDoAbout(answer.error) === "stop") throw answer.error;
      unconfirmed += 1;
    }
  }
  await unitOfWork.run(async (transaction) => {
    await links.rememberSeen(stream.id, found, listing, transaction);
    await links.markDeletedInGoogle(gone, transaction);
    if (unconfirmed === 0) await links.changeStream(stream.id, { syncToken: nextSyncToken }, transaction);
  });
  return unconfirmed;
}
