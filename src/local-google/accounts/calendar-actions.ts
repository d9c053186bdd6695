import { viewOf } from "../calendar/event-lists.js";
import { readMoment } from "../calendar/event-reader.js";
import { selectAll } from "../calendar/event-selection.js";
import { showEvent } from "../calendar/event-view.js";
import { byHand } from "../calendar/event-writer.js";
import type { EventWriter, WriteAccess } from "../calendar/event-writer.js";
import { readListParameters } from "../calendar/list-parameters.js";
import { trimRecurrence } from "../calendar/series-split.js";
import { findEvent, instanceId } from "../calendar/series.js";
import { UnknownCalendarError } from "../errors.js";
import { isObject, mergePatch } from "../json.js";
import type { JsonObject } from "../json.js";
import { EventLoader } from "../seed/event-loader.js";
import { readIcsCalendar } from "../seed/ics/read-calendar.js";
import { checkPrepared } from "../seed/prepared-event.js";
import type { AccessRole, Account, CalendarListEntry } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import type { Moment, ResponseStatus, StoredEvent } from "../store/stored-event.js";

/** An event as the API shows it. */
export type ShownEvent = { readonly id: string; readonly etag: string; readonly status: string } & JsonObject;

/** What a person does by hand in one calendar of Google's own pages: no HTTP, no mail, not in the request log. */
export class CalendarActions {
  constructor(
    private readonly store: GoogleStore,
    private readonly writer: EventWriter,
    private readonly account: Account,
    /** The calendar's real id, never `primary`. */
    readonly id: string,
  ) {}

  get timeZone(): string {
    return this.#entry().calendar.timeZone;
  }

  get summary(): string {
    return this.#entry().calendar.properties.summary;
  }

  /** Makes an event; `event` as in the API. Times without zone are in the calendar's zone. */
  create(event: JsonObject): ShownEvent {
    return this.#show(this.writer.insert(this.#access(), this.#zoned(event), byHand));
  }

  /** Makes a repeating event. */
  createSeries(event: JsonObject & { readonly recurrence: readonly string[] }): ShownEvent {
    return this.create(event);
  }

  /** Changes an event as PATCH does: null removes, arrays replace. */
  patch(id: string, change: JsonObject): ShownEvent {
    return this.#show(this.writer.patch(this.#access(), id, change, byHand));
  }

  delete(id: string): void {
    this.writer.delete(this.#access(), id, byHand);
  }

  /** The person answers an invitation. */
  respond(id: string, responseStatus: ResponseStatus): ShownEvent {
    const event = this.#find(id);
    const attendees = (event.fields.attendees ?? []).map((attendee) =>
      attendee.email === this.id ? { ...attendee, responseStatus } : attendee,
    );
    return this.patch(id, { attendees });
  }

  /** Any event ever made here, deleted ones as `cancelled`. */
  get(id: string): ShownEvent {
    return this.#show(this.#find(id));
  }

  /** Every stored event: single ones, series, and exceptions; deleted ones only when asked for. */
  list(options: { readonly showDeleted?: boolean } = {}): ShownEvent[] {
    return [...this.#entry().calendar.all()]
      .filter(({ fields }) => options.showDeleted || fields.status !== "cancelled")
      .map((event) => this.#show(event));
  }

  /** What the person sees between two instants: series unfolded, ordered by start. */
  agenda(from: Date, to: Date): ShownEvent[] {
    const query = {
      singleEvents: "true",
      orderBy: "startTime",
      timeMin: from.toISOString(),
      timeMax: to.toISOString(),
    };
    const now = this.store.clock.now().getTime();
    const wanted = readListParameters(new URLSearchParams(query), now);
    return selectAll(this.#entry().calendar, wanted, now).map((event) => this.#show(event));
  }

  /** Changes one instance of a series, named by its original start (`2026-03-25` or with time and offset). */
  changeInstance(masterId: string, originalStart: string, change: JsonObject): ShownEvent {
    return this.patch(this.#instance(masterId, originalStart), change);
  }

  /** Deletes one instance of a series. */
  deleteInstance(masterId: string, originalStart: string): void {
    this.delete(this.#instance(masterId, originalStart));
  }

  /**
   * "This and following events": the series ends before the instance, and a new series
   * `<old>_R…` starts there with the change.
   */
  splitSeries(masterId: string, from: string, change: JsonObject = {}): ShownEvent {
    const { calendar } = this.#entry();
    const master = this.#find(masterId);
    const instance = this.#find(this.#instance(masterId, from));
    const recurrence = master.fields.recurrence ?? [];
    this.patch(masterId, { recurrence: trimRecurrence(recurrence, instance.fields.start) });
    const { start } = instance.fields;
    const newId = `${masterId}_R${suffixOf(start)}`;
    const { recurringEventId: _series, originalStartTime: _original, ...fields } = instance.fields;
    const stored = calendar.put(newId, {
      ...fields,
      recurrence,
      status: "confirmed",
      iCalUID: `${newId}@google.com`,
      created: `${this.store.clock.now().toISOString().slice(0, 19)}.000Z`,
    });
    return Object.keys(change).length > 0 ? this.patch(newId, change) : this.#show(stored);
  }

  /**
   * "Import" of an iCalendar file: all of it or, where something cannot be read, nothing.
   * @param name the file's name, for messages
   * @returns how many events came in
   * @throws SeedError with file and line
   */
  importIcs(text: string, name: string): number {
    const { calendar } = this.#entry();
    const { events } = readIcsCalendar(text, name, calendar.timeZone);
    for (const event of events) checkPrepared(event, calendar.timeZone);
    const loader = new EventLoader(this.store, calendar, this.account.email);
    for (const event of events) loader.load(event);
    return events.length;
  }

  /** Somebody invites the person: the event is theirs, the copy is here. */
  receiveInvitation(
    event: JsonObject,
    organizer: { readonly email: string; readonly displayName?: string },
    responseStatus: ResponseStatus = "needsAction",
  ): ShownEvent {
    const attendees = Array.isArray(event["attendees"]) ? event["attendees"] : [];
    const others = attendees.filter((attendee) => isObject(attendee) && attendee["email"] !== this.id);
    const body = { ...event, attendees: [...others, { email: this.id, responseStatus }] };
    const made = this.writer.insert(this.#access(), this.#zoned(body), byHand);
    return this.#show(this.#entry().calendar.put(made.id, { ...made.fields, organizer, creator: organizer }));
  }

  /** The organizer changes an event the person is invited to. */
  organizerChanges(id: string, change: JsonObject): ShownEvent {
    const { calendar } = this.#entry();
    const { organizer } = this.#find(id).fields;
    const own = { email: calendar.id };
    calendar.put(id, { ...this.#find(id).fields, organizer: own });
    this.patch(id, change);
    return this.#show(calendar.put(id, { ...this.#find(id).fields, organizer }));
  }

  /** Moves an event to another calendar of the same account. */
  moveEvent(id: string, destinationId: string): ShownEvent {
    const destination = this.account.entries.get(destinationId === "primary" ? this.account.email : destinationId);
    if (!destination) throw new UnknownCalendarError(this.account.email, destinationId);
    const moved = this.writer.move(this.#access(), id, destination, byHand);
    return asShown(showEvent(moved, viewOf(destination)));
  }

  /** The calendar's time zone; events keep their instants. */
  setTimeZone(timeZone: string): void {
    this.#entry().calendar.properties.timeZone = timeZone;
    this.#changeEntry({});
  }

  setSummary(summary: string): void {
    this.#entry().calendar.properties.summary = summary;
    this.#changeEntry({});
  }

  /** What the person may do here; a change ends the sync tokens (410), as a change of access rights does. */
  setAccessRole(accessRole: AccessRole): void {
    this.#changeEntry({ accessRole, generation: this.#entry().generation + 1 });
  }

  setHidden(isHidden: boolean): void {
    this.#changeEntry({ isHidden });
  }

  /** Takes the calendar out of the person's list; its id answers 404 from then on. */
  removeCalendar(): void {
    this.#changeEntry({ isDeleted: true });
  }

  #changeEntry(change: Parameters<GoogleStore["changeEntry"]>[2]): void {
    this.store.changeEntry(this.account, this.#entry(), change);
  }

  #instance(masterId: string, originalStart: string): string {
    const { calendar } = this.#entry();
    const { start } = this.#find(masterId).fields;
    const timeZone = start.kind === "instant" ? start.timeZone : calendar.timeZone;
    const moment = readMoment(
      originalStart.length === 10 ? { date: originalStart } : { dateTime: originalStart, timeZone },
      "start",
      calendar.timeZone,
    );
    return instanceId(masterId, moment);
  }

  /** A person always plans in a zone: the calendar's, where the event names none. */
  #zoned(event: JsonObject): JsonObject {
    const { timeZone } = this.#entry().calendar;
    const zoned = (time: unknown): unknown =>
      isObject(time) && time["dateTime"] !== undefined ? mergePatch({ timeZone }, time) : time;
    return { ...event, start: zoned(event["start"]), end: zoned(event["end"]) };
  }

  #find(id: string): StoredEvent {
    const event = findEvent(this.#entry().calendar, id);
    if (!event) throw new RangeError(`The calendar ${this.id} has no event ${id}.`);
    return event;
  }

  #show(event: StoredEvent): ShownEvent {
    return asShown(showEvent(event, { ...viewOf(this.#entry()), accessRole: "owner" }));
  }

  /** By hand everything is allowed that the owner may do, so that tests can prepare read-only calendars. */
  #access(): WriteAccess {
    return { account: this.account, entry: { ...this.#entry(), accessRole: "owner" } };
  }

  #entry(): CalendarListEntry {
    const entry = this.account.entries.get(this.id);
    if (!entry) throw new UnknownCalendarError(this.account.email, this.id);
    return entry;
  }
}

function asShown(event: JsonObject): ShownEvent {
  // Every view of an event begins with these three.
  return event as ShownEvent;
}

function suffixOf(start: Moment): string {
  return start.kind === "day"
    ? start.date.replaceAll("-", "")
    : new Date(start.ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}
