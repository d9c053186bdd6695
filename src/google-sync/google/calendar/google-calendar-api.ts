import type { BatchCall, BatchResult } from "../batch/batch-call.js";
import { sendInBatches } from "../batch/batch-sender.js";
import { GoogleError, MalformedAnswerError } from "../errors.js";
import { callOptions } from "../google-library.js";
import type { RawAnswer } from "../google-library.js";
import type { GoogleSession } from "../google-session.js";
import { jsonObject, listOf, objectOf, optionalTextOf, textOf } from "../read-json.js";
import type { Json } from "../read-json.js";
import type {
  AccessRole,
  CalendarApi,
  EventPage,
  GetOutcome,
  GoogleCalendar,
  UnreadableEvent,
} from "./calendar-api.js";
import { getCall, writeCall } from "./event-calls.js";
import { calendarListFields, eventPageFields } from "./event-fields.js";
import type { EventWrite, EventWriteOutcome, EventWriteResult } from "./event-write.js";
import type { GoogleEvent } from "./google-event.js";
import { readEvent } from "./read-event.js";

/** The most Google gives in one page. */
const eventsInPage = 2500;
const calendarsInPage = 250;

/** `CalendarApi` over Google's own client library and batches of our own. */
export class GoogleCalendarApi implements CalendarApi {
  constructor(private readonly session: GoogleSession) {}

  async listCalendars(): Promise<readonly GoogleCalendar[]> {
    const calendars: GoogleCalendar[] = [];
    let pageToken: string | undefined;
    do {
      const page = await this.#calendarPage(pageToken);
      calendars.push(...listOf(page, "items").map((item) => readCalendar(objectOf(item))));
      pageToken = optionalTextOf(page, "nextPageToken");
    } while (pageToken !== undefined);
    return calendars;
  }

  async *listEvents(calendarId: string, syncToken: string | undefined): AsyncIterable<EventPage> {
    let pageToken: string | undefined;
    do {
      const page = await this.#eventPage(calendarId, syncToken, pageToken);
      yield page.content;
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
  }

  async getEvents(calendarId: string, eventIds: readonly string[]): Promise<ReadonlyMap<string, GetOutcome>> {
    const outcomes = new Map<string, GetOutcome>();
    const calls = [...new Set(eventIds)].map((eventId) => getCall(calendarId, eventId));
    for await (const results of sendInBatches(this.session, this.session.endpoints.calendarBatch, calls)) {
      for (const result of results) outcomes.set(result.call.key, getOutcomeOf(result));
    }
    return outcomes;
  }

  async *write(calendarId: string, writes: readonly EventWrite[]): AsyncIterable<readonly EventWriteResult[]> {
    const calls = writes.map((write) => writeCall(calendarId, write));
    for await (const results of sendInBatches(this.session, this.session.endpoints.calendarBatch, calls)) {
      yield results.map((result) => ({ key: result.call.key, outcome: writeOutcomeOf(result) }));
    }
  }

  #calendarPage(pageToken: string | undefined): Promise<Json> {
    return this.session.request({
      operation: "calendar-list",
      units: 1,
      send: ({ calendar }, signal) =>
        calendar.calendarList.list(
          { maxResults: calendarsInPage, fields: calendarListFields, pageToken },
          callOptions(signal),
        ),
      read: ({ body }) => jsonObject(body, "the calendar list"),
    });
  }

  #eventPage(
    calendarId: string,
    syncToken: string | undefined,
    pageToken: string | undefined,
  ): Promise<{ readonly content: EventPage; readonly nextPageToken: string | undefined }> {
    return this.session.request({
      operation: syncToken === undefined ? "list" : "list-changes",
      units: 1,
      send: ({ calendar }, signal) =>
        calendar.events.list(
          {
            calendarId,
            singleEvents: false,
            maxResults: eventsInPage,
            fields: eventPageFields,
            syncToken,
            pageToken,
          },
          callOptions(signal),
        ),
      read: readEventPage,
    });
  }
}

/** A page ends either in another page or in a sync token; anything else was not sent by Google (C14). */
function readEventPage({ body }: RawAnswer): {
  readonly content: EventPage;
  readonly nextPageToken: string | undefined;
} {
  const json = jsonObject(body, "the page of events");
  const nextPageToken = optionalTextOf(json, "nextPageToken");
  const nextSyncToken = optionalTextOf(json, "nextSyncToken");
  if ((nextPageToken === undefined) === (nextSyncToken === undefined)) {
    throw new MalformedAnswerError("the page of events has neither a next page nor an end");
  }
  const events: GoogleEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  for (const item of listOf(json, "items")) {
    const event = objectOf(item);
    try {
      events.push(readEvent(event));
    } catch (error) {
      const id = optionalTextOf(event, "id");
      if (!(error instanceof MalformedAnswerError) || id === undefined) throw error;
      unreadable.push(unreadableEvent(event, id, error.message));
    }
  }
  const content: EventPage = {
    events,
    unreadable,
    timeZone: textOf(json, "timeZone"),
    accessRole: accessRoleOf(json),
    title: optionalTextOf(json, "summary") ?? "",
    nextSyncToken,
  };
  return { content, nextPageToken };
}

function unreadableEvent(json: Json, id: string, problem: string): UnreadableEvent {
  return {
    id,
    title: optionalTextOf(json, "summary") ?? "",
    isPrivate: json["visibility"] === "private" || json["visibility"] === "confidential",
    htmlLink: optionalTextOf(json, "htmlLink") ?? "",
    problem,
  };
}

function readCalendar(json: Json): GoogleCalendar {
  const id = textOf(json, "id");
  return {
    id,
    name: optionalTextOf(json, "summaryOverride") ?? optionalTextOf(json, "summary") ?? id,
    timeZone: optionalTextOf(json, "timeZone") ?? "",
    accessRole: accessRoleOf(json),
    isPrimary: json["primary"] === true,
  };
}

function accessRoleOf(json: Json): AccessRole {
  const role = textOf(json, "accessRole");
  // An unknown or weaker role never grants writing.
  return role === "owner" || role === "writer" || role === "reader" ? role : "freeBusyReader";
}

function getOutcomeOf({ call, outcome }: BatchResult): GetOutcome {
  if (outcome.kind !== "done") {
    const { kind } = outcome.error.verdict;
    return kind === "not-found" || kind === "already-deleted"
      ? { kind: "not-found" }
      : { kind: "failed", error: outcome.error };
  }
  return reading(call, outcome.body, (event) => ({ kind: "found", event }));
}

function writeOutcomeOf({ call, outcome }: BatchResult): EventWriteOutcome {
  if (call.operation === "delete") {
    const refusal = outcome.kind === "failed" ? outcome.error.verdict.kind : undefined;
    if (refusal === "not-found") return { kind: "deleted", wasNotFound: true };
    return outcome.kind === "done" || refusal === "already-deleted" ? { kind: "deleted" } : outcome;
  }
  if (outcome.kind !== "done") return outcome;
  return reading(call, outcome.body, (event) =>
    event.status === "cancelled"
      ? { kind: "failed", error: new MalformedAnswerError("a written event came back cancelled") }
      : { kind: "written", event },
  );
}

/** A part that came whole but is no event, or another one than asked for, leaves its call undecided. */
function reading<T>(
  { subject }: BatchCall,
  body: string,
  then: (event: GoogleEvent) => T,
): T | { kind: "failed"; error: GoogleError } {
  try {
    const event = readEvent(jsonObject(body, "the event"));
    if (event.id !== subject) throw new MalformedAnswerError("it is about another event than asked for");
    return then(event);
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return { kind: "failed", error };
  }
}
