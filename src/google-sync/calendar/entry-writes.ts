import type { EntryChange, ScheduleEntry } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";
import { pick } from "../engine/index.js";
import type { Fields } from "../engine/index.js";
import type { EventBody, EventChange } from "../google/index.js";
import { marksOf } from "./event-id.js";
import type { EventOwner } from "./event-id.js";
import { isLinkedEntry } from "./linked-entry.js";
import { descriptionOf } from "./plain-text.js";
import { descriptionInTitle } from "./title-template.js";
import type { TitleOptions } from "./title-template.js";
import { eventTimesOf, parseWhenText } from "./when-text.js";

/** The event to insert for an entry's fields: only ours, never guests, reminders, colour (C2, C3). */
export function eventBodyOf(id: string, fields: Fields, owner: EventOwner, zone: ZoneName): EventBody {
  const { when = "" } = fields;
  return { id, ...eventChangeOf(fields, zone), when: eventTimesOf(when, zone), privateProperties: marksOf(owner) };
}

const written = ["title", "when", "location", "notes"];

/** The fields a write to Google carries: whether an event is private or free is the Google user's own (C2). */
export function fieldsWrittenToGoogle(fields: Fields): Fields {
  const isWritten = (field: string) => written.includes(field);
  const names = Object.keys(fields);
  return names.every(isWritten) ? fields : pick(fields, names.filter(isWritten));
}

/** A patch of exactly these fields. */
export function eventChangeOf(fields: Fields, zone: ZoneName): EventChange {
  const { title, when, location, notes } = fields;
  return {
    ...(title === undefined ? {} : { summary: title }),
    ...(location === undefined ? {} : { location }),
    ...(notes === undefined ? {} : { description: descriptionOf(notes) }),
    ...(when === undefined ? {} : { when: eventTimesOf(when, zone) }),
  };
}

/** The studio's side of fields coming from Google. The title of a linked entry becomes its Description (C7). */
export function entryChangeOf(fields: Fields, entry: ScheduleEntry | undefined, titles: TitleOptions): EntryChange {
  const { title, when, location, notes } = fields;
  const isLinked = entry !== undefined && isLinkedEntry(entry);
  const description = title === undefined || !isLinked ? title : descriptionInTitle(title, entry, titles);
  return {
    ...(description === undefined ? {} : { description }),
    ...(when === undefined ? {} : { when: parseWhenText(when) }),
    ...(location === undefined ? {} : { location }),
    ...(notes === undefined ? {} : { notes }),
    ...(fields["private"] === undefined ? {} : { isPrivate: fields["private"] === "yes" }),
    ...(fields["free"] === undefined ? {} : { isFree: fields["free"] === "yes" }),
  };
}
