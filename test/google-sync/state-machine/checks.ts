import assert from "node:assert/strict";

import type { ScheduleEntry } from "../../../src/api/index.js";
import type { ZoneName } from "../../../src/base/wall-time.js";
import { renderTitle } from "../../../src/google-sync/calendar/index.js";
import { explainEntry } from "../../../src/google-sync/explain/explain-entry.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import { allStates } from "./play.js";
import type { Who } from "./steps.js";
import { tokenOf, tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";
import { googleMoment, studioMoment } from "./whens.js";

const everybody: readonly Who[] = [0, 1];

/** W4, G5: no item is there twice; what was made on a side and never removed is there exactly once. */
export async function assertNothingLostOrDouble(story: Story): Promise<void> {
  const { memory } = story;
  for (const who of everybody) {
    const studio = counts((await entriesOf(story, who)).map(({ description }) => tokenOf(description)));
    // Declined counts as deleted, though Google still shows it: an edited entry gets an event of its own (C4, C16).
    const events = story.events(who).filter((event) => ownAnswer(event) !== "declined");
    const google = counts(events.map((event) => tokenOfEvent(event)));
    for (const [side, found] of [
      ["studio", studio],
      ["google", google],
    ] as const) {
      const doubles = [...found].filter(([token, count]) => count > (memory.areTwins(token) ? 2 : 1));
      assert.deepEqual(doubles, [], `Something is double in ${side} for person ${who}`);
      const lost = memory.mustBeOn(side, who).filter((token) => !found.has(token));
      assert.deepEqual(lost, [], `Something is lost in ${side} for person ${who}`);
    }
  }
}

/** C15: a field holds the last edit; where both sides were edited between two runs, the one the rule says. */
export async function assertLastEditsHold(story: Story): Promise<void> {
  for (const who of everybody) {
    for (const entry of await entriesOf(story, who)) {
      const token = tokenOf(entry.description) ?? "";
      if (story.memory.wasRemoved(token, who)) continue;
      const held = {
        title: entry.description,
        when: studioMoment(entry.when, await story.zoneOf(who)),
        location: entry.location,
        notes: entry.notes,
      };
      for (const field of ["title", "when", "location", "notes"] as const) {
        assert.ok(
          !story.memory.isRefused(token, held[field]),
          `X1: ${field} of ${token} was changed without clearance`,
        );
        const allowed = story.memory.allowed(token, field);
        if (allowed === undefined || allowed.has(held[field])) continue;
        assert.fail(`The ${field} of ${token} in the studio is "${held[field]}", not ${[...allowed].join(" or ")}`);
      }
    }
  }
}

/** C17: a run with nothing to do writes nothing on either side. */
export async function assertQuiet(story: Story): Promise<void> {
  const { bench } = story;
  const before = await allVersions(story);
  bench.google.log.clear();
  for (const who of everybody) await story.run(who);
  const writes = ["insert", "patch", "delete"].map((what) => bench.google.log.count(`calendar.events.${what}`));
  assert.deepEqual(writes, [0, 0, 0], "A quiet run writes to Google");
  assert.deepEqual(await allVersions(story), before, "A quiet run writes in the studio");
}

/**
 * With every box ticked whatever may be on both sides is (W2), and what is linked agrees field by field (C2, C15):
 * what memory does not excuse (series, invitations removed here) has its counterpart.
 */
export async function assertInStep(story: Story): Promise<void> {
  const { memory, bench } = story;
  for (const who of everybody) {
    // C8: what is private to somebody else stays out of this person's Google.
    const entries = (await entriesOf(story, who)).filter(({ isHiddenFromUser }) => !isHiddenFromUser);
    const events = story.events(who);
    const itemOf = await itemsOfEvents(story, who, entries);
    const windowStart = new Date(bench.clock.now());
    windowStart.setUTCMonth(windowStart.getUTCMonth() - 3);
    const limit = windowStart.toISOString().slice(0, 10);
    const tokens = new Set([
      ...entries.filter(({ when }) => when.end > limit).map(({ description }) => tokenOf(description) ?? ""),
      ...events.filter((event) => isImportable(event) && endOf(event, bench.zone) > limit).map(itemOf),
    ]);
    for (const token of tokens) {
      if (memory.hasRested(token) || memory.isEnded(token)) continue;
      const ours = entries.filter(({ description }) => tokenOf(description) === token);
      const theirs = events.filter((event) => itemOf(event) === token);
      assert.equal(
        `${ours.length} in the studio, ${theirs.length} in Google`,
        `${ours.length} in the studio, ${ours.length} in Google`,
        `${token} of person ${who}`,
      );
    }
    await assertPairsAgree(story, who, entries, events);
  }
}

/** Which item each event is: what keeps its title in Google (C10, C25) may by now be the event of what took its entry's place (C5). */
async function itemsOfEvents(
  story: Story,
  who: Who,
  entries: readonly ScheduleEntry[],
): Promise<(event: ShownEvent) => string> {
  const stream = await story.stream(who);
  const links = stream === undefined ? [] : await story.bench.services().links.listByState(stream.id, ["linked"]);
  return (event) => {
    const titled = tokenOfEvent(event) ?? "";
    if (!isForeign(event) && !hasGuests(event)) return titled;
    const link = links.find(({ eventId }) => eventId === event.id);
    const linked = tokenOf(entries.find(({ entryId }) => entryId === link?.entryId)?.description ?? "") ?? "";
    return story.memory.hasSucceeded(linked, titled) ? linked : titled;
  };
}

async function assertPairsAgree(
  story: Story,
  who: Who,
  entries: readonly ScheduleEntry[],
  events: readonly ShownEvent[],
): Promise<void> {
  const stream = await story.stream(who);
  if (stream === undefined) return;
  const zone = await story.zoneOf(who);
  const template = String(story.bench.company["titleTemplate"]);
  for (const link of await story.bench.services().links.listByState(stream.id, ["linked"])) {
    const entry = entries.find(({ entryId }) => entryId === link.entryId);
    const event = events.find(({ id }) => id === link.eventId);
    assert.ok(entry && event, `A link of person ${who} holds on to something that is gone`);
    const token = tokenOf(entry.description) ?? "";
    if (story.memory.hasRested(token) || isForeign(event)) continue;
    const keepsTexts = hasGuests(event);
    const isLinked = entry.kind !== "appointment" || entry.client !== undefined;
    const title = isLinked
      ? renderTitle(entry, { template, sendsPhone: false, maySeeClients: true })
      : entry.description.trim();
    // Twins may differ in what does not make them identical, until one of them is edited (W5).
    const areTwins = story.memory.areTwins(token);
    const ours = {
      when: studioMoment(entry.when, zone),
      ...(keepsTexts ? {} : { title }),
      ...(keepsTexts || areTwins ? {} : { location: entry.location }),
      ...(keepsTexts || areTwins || isLinked ? {} : { notes: entry.notes }),
    };
    const theirs = {
      when: googleMoment(event, zone),
      ...(keepsTexts ? {} : { title: textOf(event["summary"]).trim() }),
      ...("location" in ours ? { location: textOf(event["location"]) } : {}),
      ...("notes" in ours ? { notes: textOf(event["description"]) } : {}),
    };
    assert.deepEqual(theirs, ours, `The two sides of ${token} of person ${who} differ`);
  }
}

/** R4: there is a sentence about every entry. */
export async function assertExplained(story: Story): Promise<void> {
  for (const who of everybody) {
    const stream = await story.stream(who);
    const links = stream === undefined ? [] : await story.bench.services().links.listByState(stream.id, allStates);
    for (const { entryId } of await entriesOf(story, who)) {
      const link = links.find((one) => one.entryId === entryId);
      const state = {
        isEnabled: true,
        isConnected: true,
        user: "Anna",
        lastSuccessAt: undefined,
        isChanged: false,
        isTwoWay: true,
        isHidden: false,
      };
      assert.match(explainEntry({ ...state, link }), /^Anna: .+[.]$/);
    }
  }
}

function entriesOf(story: Story, who: Who): Promise<readonly ScheduleEntry[]> {
  return story.bench.schedule(story.person(who));
}

async function allVersions(story: Story): Promise<unknown> {
  const db = story.bench.studio.connection.query();
  const of = (table: string) => db(table).select("*").orderBy("id");
  return [await of("appointments"), await of("appointment_users"), await of("sessions")];
}

function counts(tokens: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const token of tokens) if (token !== undefined) found.set(token, (found.get(token) ?? 0) + 1);
  return found;
}

/** What the rules let in, told from Google's own words (C4, C19). */
function isImportable(event: ShownEvent): boolean {
  return (
    event["recurrence"] === undefined &&
    event["recurringEventId"] === undefined &&
    (event["eventType"] ?? "default") === "default" &&
    ownAnswer(event) !== "declined"
  );
}

function ownAnswer(event: ShownEvent): string | undefined {
  // Attendees as Google's API shows them.
  const attendees = (event["attendees"] ?? []) as readonly {
    readonly self?: boolean;
    readonly responseStatus?: string;
  }[];
  return attendees.find(({ self }) => self === true)?.responseStatus;
}

function isForeign(event: ShownEvent): boolean {
  return (event["organizer"] as { readonly self?: boolean } | undefined)?.self !== true;
}

function hasGuests(event: ShownEvent): boolean {
  return event["attendees"] !== undefined;
}

function endOf(event: ShownEvent, zone: ZoneName): string {
  return googleMoment(event, zone).split("/")[1]?.slice(0, 10) ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
