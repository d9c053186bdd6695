import { assertNever } from "../../../src/base/assert-never.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import type { Edit, EventTurn, Step, Who } from "./steps.js";
import { tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";
import { googleMoment, googleTimes } from "./whens.js";

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
  if (is === "invitation" || is === "with guests" || is === "series") memory.letGo(token);
  if (is === "invitation") memory.invitation(token);
  if (is === "series") memory.rested(token);
  remember(story, who, token, "title", `${token} dinner`);
  remember(story, who, token, "when", googleMoment(event));
  remember(story, who, token, "location", "");
  remember(story, who, token, "notes", "");
  bench.clock.advance({ seconds: 1 });
}

export function editEvent(story: Story, who: Who, which: number, edit: Edit): void {
  const event = pick(story, who, which);
  const token = event && tokenOfEvent(event);
  if (event === undefined || token === undefined) return;
  if (edit.field === "when") {
    const changed = patch(story, who, event, googleTimes(edit.when, story.bench.zone));
    remember(story, who, token, "when", googleMoment(changed));
    return;
  }
  const text = edit.field === "title" ? `${token} ${story.newText()}` : story.newText();
  const value = edit.field === "title" ? String(event["summary"]).replace(/#\d+( \w+)?/, text) : text;
  const field = ({ title: "summary", location: "location", notes: "description" } as const)[edit.field];
  patch(story, who, event, { [field]: value });
  remember(story, who, token, edit.field, value);
}

/** While Google is not read for changes, what is edited there may be overwritten or asked about (C23, P7). */
function remember(
  story: Story,
  who: Who,
  token: string,
  field: "title" | "when" | "location" | "notes",
  value: string,
): void {
  const { enabled, sendAppointments } = story.bench.settingsOf(story.person(who));
  if (enabled !== true || sendAppointments !== true) story.memory.letGo(token, field);
  story.memory.edited("google", token, field, value);
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
      patch(story, who, event, { status: "tentative" });
      return;
    case "confirm":
      patch(story, who, event, { status: "confirmed" });
      return;
    case "make private":
      patch(story, who, event, { visibility: "private" });
      return;
    case "make a series":
      memory.letGo(token);
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
      patch(story, who, event, { summary });
      remember(story, who, token, "title", summary);
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
  story.person(who).google.create({
    summary: `${token} copy`,
    start,
    end,
    ...(location === undefined ? {} : { location }),
    ...(description === undefined ? {} : { description }),
    ...(extendedProperties === undefined ? {} : { extendedProperties }),
  });
  story.memory.made("google", token, who);
  story.memory.letGo(token);
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
