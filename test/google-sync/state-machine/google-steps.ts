import { assertNever } from "../../../src/base/assert-never.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import type { RememberedField } from "./memory.js";
import type { Edit, EventTurn, Step, Who } from "./steps.js";
import { tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";
import { anHourLater, googleMoment, googleTimes } from "./whens.js";

/** What a person does in Google's own pages. */
export function makeEvent(story: Story, { who, when, is }: Extract<Step, { does: "make event" }>): void {
  const { memory, bench } = story;
  const token = story.newToken();
  const times = is === "old" ? { ...when, day: "2025-06-10" } : when;
  const event = story.makeEvent(who, `${token} dinner`, times, {
    ...(is === "tentative" ? { status: "tentative" } : {}),
    ...(is === "private" ? { visibility: "private" } : {}),
    ...(is === "free" ? { transparency: "transparent" } : {}),
    ...(is === "with guests" ? { attendees: [{ email: "guest@example.test" }] } : {}),
    ...(is === "series" ? { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"] } : {}),
    ...(is === "invitation" ? { isInvitation: true } : {}),
  });
  memory.made("google", token, who);
  // Texts of what others have too stay Google's (C25); what may not be edited there is not pushed at all (C10).
  if (is === "with guests") memory.ruleOut(token, "title", "location", "notes");
  if (is === "invitation" || is === "series") memory.ruleOut(token);
  if (is === "invitation") memory.invitation(token);
  if (is === "series") memory.rested(token);
  if (is === "private") memory.private(token, who);
  rememberAll(story, who, token, event);
  bench.clock.advance({ seconds: 1 });
}

export function editEvent(story: Story, who: Who, which: number, edit: Edit): void {
  const event = pick(story, who, which);
  const token = event && tokenOfEvent(event);
  if (event === undefined || token === undefined) return;
  if (edit.field === "when") {
    const changed = patch(story, who, event, googleTimes(edit.when, story.bench.zone));
    remember(story, who, token, "when", googleMoment(changed, story.bench.zone), changed);
    return;
  }
  const text = edit.field === "title" ? `${token} ${story.newText()}` : story.newText();
  const value = edit.field === "title" ? String(event["summary"]).replace(/#\d+( \w+)?/, text) : text;
  const field = ({ title: "summary", location: "location", notes: "description" } as const)[edit.field];
  const changed = patch(story, who, event, { [field]: value });
  remember(story, who, token, edit.field, value, changed);
}

/** An event just made. */
function rememberAll(story: Story, who: Who, token: string, event: ShownEvent): void {
  const { summary, location = "", description = "" } = event;
  remember(story, who, token, "title", String(summary), event);
  remember(story, who, token, "when", googleMoment(event, story.bench.zone), event);
  remember(story, who, token, "location", String(location), event);
  remember(story, who, token, "notes", String(description), event);
}

/** While Google is not read for changes, what is edited there may be overwritten or asked about (C23, P7). */
function remember(
  story: Story,
  who: Who,
  token: string,
  field: RememberedField,
  value: string,
  changed: ShownEvent,
): void {
  if (!story.isTwoWay(who)) story.memory.letGo(token, field);
  if (story.deniedTo(who).size > 0) {
    story.memory.letGo(token, field);
    if (story.deniedTo(who).has("add-modify")) story.memory.refuse(token, value);
  }
  story.memory.edited("google", token, field, value, updatedAt(changed));
}

/** Google's clock for the whole event (C15). */
function updatedAt(event: ShownEvent): Date {
  return new Date(String(event["updated"]));
}

/** Deletes or moves all events of a calendar but the first few. */
export function sweepEvents(story: Story, who: Who, how: "delete" | "move", spared: number): void {
  const { google } = story.person(who);
  for (const event of story.events(who).slice(spared)) {
    const token = tokenOfEvent(event);
    if (token === undefined) continue;
    if (how === "delete") {
      story.memory.removed(token, who);
      google.delete(event.id);
    } else if (event["recurrence"] === undefined) {
      const changed = patch(story, who, event, anHourLater(event));
      remember(story, who, token, "when", googleMoment(changed, story.bench.zone), changed);
    }
  }
}

export function changeEvent(story: Story, who: Who, which: number, how: EventTurn): void {
  const event = pick(story, who, which);
  const token = event && tokenOfEvent(event);
  if (event === undefined || token === undefined) return;
  const { memory } = story;
  const { google } = story.person(who);
  switch (how) {
    case "delete":
      memory.removed(token, who);
      google.delete(event.id);
      return;
    case "decline":
      if (!isInvitation(event)) return;
      memory.removed(token, who);
      google.respond(event.id, "declined");
      return;
    case "accept":
      if (isInvitation(event)) google.respond(event.id, "accepted");
      return;
    case "make tentative":
      touch(story, who, event, token, { status: "tentative" });
      return;
    case "confirm":
      touch(story, who, event, token, { status: "confirmed" });
      return;
    case "make private":
      touch(story, who, event, token, { visibility: "private" });
      return;
    case "make a series":
      memory.ruleOut(token);
      memory.rested(token);
      patch(story, who, event, { recurrence: ["RRULE:FREQ=DAILY;COUNT=3"] });
      return;
    case "make single":
      if (event["recurrence"] !== undefined) patch(story, who, event, { recurrence: null });
      return;
    case "copy":
      copy(story, who, event);
      return;
    case "reword whole title": {
      const summary = `${token} ${story.newText()}`;
      remember(story, who, token, "title", summary, patch(story, who, event, { summary }));
      return;
    }
    default:
      assertNever(how);
  }
}

/** A copy bears our mark, but not on the id we chose: it is a new item (C24). */
function copy(story: Story, who: Who, event: ShownEvent): void {
  const token = story.newToken();
  const { start, end, location, description, extendedProperties } = event;
  const made = story.person(who).google.create({
    summary: `${token} copy`,
    start,
    end,
    ...(location === undefined ? {} : { location }),
    ...(description === undefined ? {} : { description }),
    ...(extendedProperties === undefined ? {} : { extendedProperties }),
  });
  story.memory.made("google", token, who);
  rememberAll(story, who, token, made);
}

/** Changes no field of ours, but the event's clock (C15). */
function touch(
  story: Story,
  who: Who,
  event: ShownEvent,
  token: string,
  change: Readonly<Record<string, unknown>>,
): void {
  story.memory.touched("google", token, updatedAt(patch(story, who, event, change)));
}

function patch(story: Story, who: Who, event: ShownEvent, change: Readonly<Record<string, unknown>>): ShownEvent {
  const { google } = story.person(who);
  return isInvitation(event) ? google.organizerChanges(event.id, change) : google.patch(event.id, change);
}

function isInvitation(event: ShownEvent): boolean {
  // Google shows every event with its organizer.
  return (event["organizer"] as { readonly self?: boolean } | undefined)?.self !== true;
}

function pick(story: Story, who: Who, which: number): ShownEvent | undefined {
  const events = story.events(who);
  return events[which % Math.max(1, events.length)];
}
