import type { EntryLimits, ScheduleEntry } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";
import type { Fields } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import { isLinkedEntry } from "./linked-entry.js";
import { cutTo, plainText } from "./plain-text.js";
import { descriptionInTitle, renderTitle } from "./title-template.js";
import type { TitleOptions } from "./title-template.js";
import { whenText, whenTextOfEvent } from "./when-text.js";

/** What decides how entries and events become canonical fields. */
export interface CalendarCanon extends TitleOptions {
  readonly zone: ZoneName;
  readonly limits: EntryLimits;
  /** Studio setting: the notes of linked entries go to Google (C2). */
  readonly sendsNotes: boolean;
}

/** The canonical fields of an entry as it is in the studio. */
export function fieldsOfEntry(entry: ScheduleEntry, canon: CalendarCanon): Fields {
  const isLinked = isLinkedEntry(entry);
  const title = isLinked ? renderTitle(entry, canon) : entry.description.trim();
  const when = whenText(entry.when);
  const location = entry.location.trim();
  const isPrivate = yesNo(entry.isPrivate);
  const isFree = yesNo(entry.isFree);
  if (isLinked && !canon.sendsNotes) return { title, when, location, private: isPrivate, free: isFree };
  const notes = entry.notes.replaceAll("\r\n", "\n").trim();
  return { title, when, location, notes, private: isPrivate, free: isFree };
}

/**
 * The canonical fields of an event, cut to what the studio can hold (C11), its description
 * as plain text (C9), its times in the sync zone (C20).
 * @param entry the event's entry, if it has one: what the studio can hold of a title depends on it
 */
export function fieldsOfEvent(event: LiveEvent, entry: ScheduleEntry | undefined, canon: CalendarCanon): Fields {
  return {
    title: titleOfEvent(event, entry, canon).fits,
    when: whenTextOfEvent(event.start, event.end, canon.zone),
    location: cutTo(event.location.trim(), canon.limits.location),
    notes: cutTo(plainText(event.description), canon.limits.notes),
    private: yesNo(event.visibility === "private" || event.visibility === "confidential"),
    free: yesNo(event.transparency === "transparent"),
  };
}

/** The fields of an event whose text is longer than the studio's column (C11). */
export function cutFields(event: LiveEvent, entry: ScheduleEntry | undefined, canon: CalendarCanon): readonly string[] {
  const { limits } = canon;
  return [
    ...(titleOfEvent(event, entry, canon).isCut ? ["title"] : []),
    ...(event.location.trim().length > limits.location ? ["location"] : []),
    ...(plainText(event.description).length > limits.notes ? ["notes"] : []),
  ];
}

/** The studio holds the whole title of an unlinked entry, but only the Description within a linked one's (C7, C11). */
function titleOfEvent(
  { summary }: LiveEvent,
  entry: ScheduleEntry | undefined,
  canon: CalendarCanon,
): { readonly fits: string; readonly isCut: boolean } {
  const title = summary.trim();
  const limit = canon.limits.description;
  if (entry === undefined || !isLinkedEntry(entry)) return { fits: cutTo(title, limit), isCut: title.length > limit };
  const description = descriptionInTitle(title, entry, canon);
  if (description === undefined) return { fits: title, isCut: false };
  const fits = renderTitle({ ...entry, description: cutTo(description, limit) }, canon);
  return { fits, isCut: description.length > limit };
}

/** What makes two unlinked items the same thing (W5): start, end, all-day and title. */
export function identityOf(fields: Fields): string {
  return JSON.stringify([fields["when"], fields["title"]]);
}

function yesNo(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
}
