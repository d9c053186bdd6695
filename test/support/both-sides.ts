import type { CalendarActions, ShownEvent } from "../../src/local-google/index.js";
import type { BenchPerson, SyncBench } from "./sync-bench.js";

/** What a user's Google calendar holds: "2026-04-01T10:00 Dentist" in the calendar's zone, by start. */
export function eventsOf({ google }: { readonly google: CalendarActions }): readonly string[] {
  return google
    .list()
    .map((event) => `${startOf(event)} ${textOf(event["summary"])}`)
    .toSorted();
}

/** What a user's schedule in the studio holds, in the same words. */
export async function entriesOf(bench: SyncBench, person: BenchPerson): Promise<readonly string[]> {
  const entries = await bench.schedule(person);
  return entries
    .map(({ when, description }) => `${when.start.slice(0, when.isAllDay ? 10 : 16)} ${description}`)
    .toSorted();
}

/** The only live event of that title. */
export function eventTitled({ google }: { readonly google: CalendarActions }, title: string): ShownEvent {
  const [event, ...more] = google.list().filter(({ summary }) => summary === title);
  if (event === undefined || more.length > 0) throw new Error(`There is not exactly one event "${title}"`);
  return event;
}

function startOf({ start }: ShownEvent): string {
  const { date, dateTime } = start as { readonly date?: string; readonly dateTime?: string };
  return date ?? dateTime?.slice(0, 16) ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
