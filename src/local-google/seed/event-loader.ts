import { readEvent, readMoment } from "../calendar/event-reader.js";
import { showWritable } from "../calendar/event-view.js";
import { instanceId } from "../calendar/series.js";
import { isObject, mergePatch, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { Calendar } from "../store/calendar.js";
import type { GoogleStore } from "../store/google-store.js";
import { endAfter } from "../store/stored-event.js";
import type { EventFields, Moment, Person } from "../store/stored-event.js";
import { formatInstant } from "../store/zone-time.js";
import type { PreparedEvent, PreparedException } from "./prepared-event.js";

/** Puts events of a file into a calendar, with the ids, organizers and times of change they bring. */
export class EventLoader {
  constructor(
    private readonly store: GoogleStore,
    private readonly calendar: Calendar,
    private readonly ownerEmail: string,
  ) {}

  load({ body, exceptions }: PreparedEvent): void {
    const id = this.#idOf(body);
    const master = this.#fields(body, id, undefined);
    this.calendar.put(id, master, updatedOf(body));
    for (const exception of exceptions) this.#loadException(id, master, exception);
  }

  #loadException(masterId: string, master: EventFields, exception: PreparedException): void {
    const { body, isWhole } = exception;
    const calendarZone = this.calendar.timeZone;
    const originalStartTime = this.#originalStart(exception, master);
    const { recurrence: _, ...like } = master;
    const instance = { ...like, start: originalStartTime, end: endAfter(originalStartTime, master) };
    const whole = isWhole
      ? body
      : mergePatch(showWritable(instance, calendarZone), this.#zonedBody(withoutUndefined(body)));
    const fields = this.#fields(whole, masterId, { ...instance, recurringEventId: masterId, originalStartTime });
    this.calendar.put(instanceId(masterId, originalStartTime), fields, updatedOf(body));
  }

  /** In the zone of the series, and a day where the series has days. */
  #originalStart({ originalStart }: PreparedException, { start }: EventFields): Moment {
    const calendarZone = this.calendar.timeZone;
    const moment = readMoment(zoned(originalStart, calendarZone), "start", calendarZone);
    if (start.kind === "instant") return moment.kind === "instant" ? { ...moment, timeZone: start.timeZone } : moment;
    return moment.kind === "day" ? moment : { kind: "day", date: formatInstant(moment.ms, calendarZone).slice(0, 10) };
  }

  #fields(body: JsonObject, id: string, series: EventFields | undefined): EventFields {
    const { calendar } = this;
    const { sequence, ...read } = readEvent(this.#zonedBody(body), {
      calendarZone: calendar.timeZone,
      isInstance: series !== undefined,
    });
    const owner: Person =
      calendar.id === this.ownerEmail
        ? { email: calendar.id }
        : { email: calendar.id, displayName: calendar.properties.summary };
    const organizer = personOf(body["organizer"]) ?? series?.organizer ?? owner;
    return {
      ...read,
      created:
        textOf(body["created"]) ?? series?.created ?? `${this.store.clock.now().toISOString().slice(0, 19)}.000Z`,
      creator:
        personOf(body["creator"]) ?? series?.creator ?? (organizer === owner ? { email: this.ownerEmail } : organizer),
      organizer,
      iCalUID: series?.iCalUID ?? textOf(body["iCalUID"]) ?? `${id}@google.com`,
      sequence: sequence ?? 0,
      ...(series?.recurringEventId && { recurringEventId: series.recurringEventId }),
      ...(series?.originalStartTime && { originalStartTime: series.originalStartTime }),
    };
  }

  /** The id the event brings, or the one Google's own UID names; else a new one. */
  #idOf(body: JsonObject): string {
    const named = textOf(body["id"]) ?? /^([a-v0-9_RTZ]{5,})@google\.com$/.exec(textOf(body["iCalUID"]) ?? "")?.[1];
    return named !== undefined && !this.calendar.find(named) ? named : this.store.newEventId(this.calendar);
  }

  #zonedBody(body: JsonObject): JsonObject {
    const { start, end } = body;
    return {
      ...body,
      ...(isObject(start) && { start: zoned(start, this.calendar.timeZone) }),
      ...(isObject(end) && { end: zoned(end, this.calendar.timeZone) }),
    };
  }
}

/** A time without zone is in the calendar's. */
export function zoned(time: JsonObject, timeZone: string): JsonObject {
  return time["dateTime"] !== undefined && time["timeZone"] === undefined ? { ...time, timeZone } : time;
}

function withoutUndefined(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function updatedOf(body: JsonObject): { readonly updated?: number } {
  const updated = Date.parse(textOf(body["updated"]) ?? "");
  return Number.isNaN(updated) ? {} : { updated };
}

function personOf(value: unknown): Person | undefined {
  if (!isObject(value)) return undefined;
  const email = textOf(value["email"]);
  const displayName = textOf(value["displayName"]);
  return email === undefined ? undefined : { email, ...(displayName !== undefined && { displayName }) };
}
