import { day } from "../../../base/wall-time.js";
import { MalformedAnswerError } from "../errors.js";
import type { GoogleEvent, GoogleTime, LiveEvent } from "./google-event.js";

/** What the studio's database can hold of an event's id and etag; Google's are a third of it. */
const longestId = 255;
const longestEtag = 64;

/** JSON of Google, before anything is known about it. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an event as Google sends it; what Google omits when it is default is filled in.
 * @throws MalformedAnswerError naming the field that is not as documented
 */
export function readEvent(json: Json): GoogleEvent {
  const id = keyOf(json, "id", longestId);
  if (json["status"] === "cancelled") {
    return {
      status: "cancelled",
      id,
      etag: json["etag"] === undefined ? undefined : keyOf(json, "etag", longestEtag),
      recurringEventId: optionalTextOf(json, "recurringEventId"),
    };
  }
  const attendees = listOf(json, "attendees").map(objectOf);
  const own = attendees.find((attendee) => attendee["self"] === true);
  return {
    status: json["status"] === "tentative" ? "tentative" : "confirmed",
    id,
    etag: keyOf(json, "etag", longestEtag),
    updated: instantOf(textOf(json, "updated"), "updated"),
    summary: storableTextOf(json, "summary"),
    description: storableTextOf(json, "description"),
    location: storableTextOf(json, "location"),
    start: timeOf(objectOf(json["start"]), "start"),
    end: timeOf(objectOf(json["end"]), "end"),
    transparency: json["transparency"] === "transparent" ? "transparent" : "opaque",
    visibility: visibilityOf(json["visibility"]),
    eventType: optionalTextOf(json, "eventType") ?? "default",
    recurrence: listOf(json, "recurrence").filter((line) => typeof line === "string"),
    recurringEventId: optionalTextOf(json, "recurringEventId"),
    ownResponse: responseOf(own?.["responseStatus"]),
    hasGuests:
      json["attendeesOmitted"] === true ||
      attendees.some((attendee) => attendee["self"] !== true && attendee["resource"] !== true),
    isOrganizer: objectOf(json["organizer"])["self"] === true,
    isCreator: objectOf(json["creator"])["self"] === true,
    guestsCanModify: json["guestsCanModify"] === true,
    isLocked: json["locked"] === true,
    privateProperties: textsOf(objectOf(objectOf(json["extendedProperties"])["private"])),
    htmlLink: optionalTextOf(json, "htmlLink") ?? "",
  };
}

/** What is kept as a key must fit whole: a cut one would be another event's, or another state's. */
function keyOf(json: Json, field: string, longest: number): string {
  const key = textOf(json, field);
  if (key.length > longest) throw new MalformedAnswerError(`"${field}" is longer than ${longest} characters`);
  return key;
}

/** A value that should be an object; an empty one when it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** @throws MalformedAnswerError when the field is there and no list */
export function listOf(json: Json, field: string): readonly unknown[] {
  const value = json[field];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new MalformedAnswerError(`"${field}" is not a list`);
  return value;
}

/** @throws MalformedAnswerError when the field is missing, empty or no text */
export function textOf(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== "string" || value === "") throw new MalformedAnswerError(`"${field}" is missing`);
  return value;
}

export function optionalTextOf(json: Json, field: string): string | undefined {
  const value = json[field];
  return typeof value === "string" ? value : undefined;
}

/**
 * A text as every database gives it back: half a surrogate pair would be stored as another
 * character, a NUL might end it, and either would look like an edit made in the studio (C17).
 */
function storableTextOf(json: Json, field: string): string {
  return (optionalTextOf(json, field) ?? "").replace(/\p{Surrogate}/gu, "\ufffd").replaceAll("\u0000", "");
}

function timeOf(json: Json, field: string): GoogleTime {
  const date = optionalTextOf(json, "date");
  if (date !== undefined) {
    try {
      return { kind: "day", date: day(date) };
    } catch (error) {
      throw new MalformedAnswerError(`"${field}" is not a day`, { cause: error });
    }
  }
  const dateTime = optionalTextOf(json, "dateTime");
  if (dateTime === undefined) throw new MalformedAnswerError(`"${field}" is missing`);
  return { kind: "time", dateTime: instantOf(dateTime, field), timeZone: optionalTextOf(json, "timeZone") };
}

const rfc3339 = /^(?!0000)\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * RFC 3339 of the years 1 to 9999, which is all a database can hold, with an offset: without one
 * the instant would depend on this computer's zone (C20).
 */
function instantOf(text: string, field: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !rfc3339.test(text)) {
    throw new MalformedAnswerError(`"${field}" is not an instant`);
  }
  return instant;
}

function visibilityOf(value: unknown): LiveEvent["visibility"] {
  return value === "public" || value === "private" || value === "confidential" ? value : "default";
}

function responseOf(value: unknown): LiveEvent["ownResponse"] {
  return value === "needsAction" || value === "declined" || value === "tentative" || value === "accepted"
    ? value
    : undefined;
}

function textsOf(json: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
