import { day } from "../../../base/wall-time.js";
import { MalformedAnswerError } from "../errors.js";
import { instantOf, keyOf, listOf, objectOf, optionalTextOf, storableTextOf, textOf } from "../read-json.js";
import type { Json } from "../read-json.js";
import type { GoogleEvent, GoogleTime, LiveEvent } from "./google-event.js";

/** What the studio's database can hold of an event's id and etag; Google's are a third of it. */
const longestId = 255;
const longestEtag = 64;

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
