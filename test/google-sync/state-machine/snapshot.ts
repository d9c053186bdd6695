import type { ScheduleEntry } from "../../../src/api/index.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import { clientsNow, contactsNow } from "./contact-snapshot.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";

/** What an item says, field by field, in the same words on both sides. */
export type Content = Readonly<Record<string, string>>;

/** Everything two people see on both sides at one moment: by side, person and id. */
export type Snapshot = ReadonlyMap<string, Content>;

/** Looks at both sides without asking anything of the sync. */
export async function snapshot(story: Story): Promise<Snapshot> {
  const found = new Map<string, Content>();
  for (const who of [0, 1] satisfies Who[]) {
    for (const entry of await story.bench.schedule(story.person(who)))
      found.set(keyOf("studio", who, entry.entryId), contentOfEntry(entry));
    for (const event of story.events(who)) found.set(keyOf("google", who, event.id), contentOf(event));
    for (const [name, contact] of contactsNow(story.person(who).contacts.list()))
      found.set(keyOf("google", who, name), contact);
  }
  for (const [guid, client] of await clientsNow(story)) found.set(keyOf("studio", 0, guid), client);
  return found;
}

export function keyOf(side: "studio" | "google", who: Who, id: string): string {
  return `${side} ${who} ${id}`;
}

function contentOfEntry(entry: ScheduleEntry): Content {
  const { description, when, location, notes, kind, client, isPrivate, isFree } = entry;
  return {
    title: description,
    when: `${when.start}/${when.end}${when.isAllDay ? " all day" : ""}`,
    location,
    notes,
    of: `${kind} ${client?.id ?? ""}`,
    private: isPrivate ? "yes" : "no",
    free: isFree ? "yes" : "no",
  };
}

function contentOf(event: ShownEvent): Content {
  return {
    title: textOf(event["summary"]),
    when: `${momentOf(event["start"])}/${momentOf(event["end"])}`,
    location: textOf(event["location"]),
    notes: textOf(event["description"]),
  };
}

/** The moment itself: zones may change between two looks. */
function momentOf(time: unknown): string {
  // An event's start and end have either a date or a dateTime (google.md 2.6).
  const { date, dateTime } = time as { readonly date?: string; readonly dateTime?: string };
  return date ?? new Date(dateTime ?? "").toISOString();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
