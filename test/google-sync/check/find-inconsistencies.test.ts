import assert from "node:assert/strict";

import { eventIdOf, fieldsOfEntry, fieldsOfEvent, marksOf } from "../../../src/google-sync/calendar/index.js";
import type { BothListings } from "../../../src/google-sync/check/both-listings.js";
import { findInconsistencies } from "../../../src/google-sync/check/find-inconsistencies.js";
import type { CheckContext } from "../../../src/google-sync/check/find-inconsistencies.js";
import type { LiveEvent } from "../../../src/google-sync/google/index.js";
import { aLink } from "../../support/a-link.js";
import { aCanon, anEntry, anEvent, aSession } from "../calendar/builders.js";

const entry = anEntry();
const { entryId } = entry;
const owner = { studioGuid: "studio-1", userGuid: "user-1", entryId };
const canon = aCanon();
const full = { mayView: true, mayAdd: true, mayChange: true, mayRemove: true };
const context: CheckContext = {
  user: {
    id: 1,
    guid: owner.userGuid,
    initials: "AB",
    firstName: "",
    lastName: "",
    email: undefined,
    isInactive: false,
  },
  studioGuid: owner.studioGuid,
  canon,
  clearances: { appointments: full, sessions: full },
  isTwoWay: true,
  areTitlesCurrent: true,
};

/** An event our sync made for somebody. */
function ours(values: Partial<LiveEvent> = {}, by: Partial<typeof owner> = {}, generation = 0): LiveEvent {
  const whole = { ...owner, ...by };
  return anEvent({ id: eventIdOf(whole, "calendar", generation), privateProperties: marksOf(whole), ...values });
}

const event = ours();
const agreed = { studio: fieldsOfEntry(entry, canon), google: fieldsOfEvent(event, entry, canon) };
const link = aLink({
  id: 3,
  entryId,
  eventId: event.id,
  agreed,
  studioVersion: entry.version,
  seenEtag: event.etag,
  decidedEtag: event.etag,
});

function findingsOf(
  listings: Partial<Omit<BothListings, "events">> & { readonly events?: readonly LiveEvent[] },
  more: Partial<CheckContext> = {},
) {
  const { events = [event], ...rest } = listings;
  const whole: BothListings = {
    entries: [entry],
    links: [link],
    goneEventIds: new Set(),
    hasNewsOf: () => false,
    openQuestionIds: new Set(),
    ...rest,
    events: new Map(events.map((one) => [one.id, one])),
  };
  return findInconsistencies(whole, { ...context, ...more });
}

const found = {
  about: "schedule",
  title: "Meeting",
  isPrivate: false,
  entryId,
  eventId: event.id,
  linkIds: [3],
} as const;
const moved = ours({ location: "Elsewhere" });
const drift = { ...found, kind: "field-drift", drift: { field: "location", studio: "Studio 2", google: "Elsewhere" } };
/** A row of an entry, and one of an event, each remembered alone. */
const entryAlone = aLink({ id: 4, state: "baseline", entryId });
const eventAlone = aLink({ id: 5, state: "baseline", eventId: "event1" });

describe("what Check finds on the schedule", () => {
  for (const [what, listings, more] of [
    ["both sides are as they were agreed", {}, {}],
    ["news of the event waits", { events: [moved], hasNewsOf: () => true }, {}],
    ["a change of the entry waits", { events: [moved], links: [{ ...link, studioVersion: "0" }] }, {}],
    ["a failed try waits", { events: [moved], links: [{ ...link, attempts: 1 }] }, {}],
    [
      "an order of somebody's waits",
      { events: [moved], links: [{ ...link, directive: { kind: "keep", side: "google" } }] },
      {},
    ],
    ["a change seen in Google waits", { events: [moved], links: [{ ...link, seenEtag: "other" }] }, {}],
    ["one way, an edit in Google stays there", { events: [{ ...moved, etag: "other" }] }, { isTwoWay: false }],
    ["the event repeats now", { events: [{ ...moved, recurrence: ["RRULE:FREQ=DAILY"] }] }, {}],
    ["nothing was agreed on", { events: [moved], links: [{ ...link, agreed: undefined }] }, {}],
    ["the event is not listed", { events: [] }, {}],
    ["the entry is not listed", { entries: [], events: [moved] }, {}],
    ["a question about it is open", { links: [{ ...link, questionId: 9 }], openQuestionIds: new Set([9]) }, {}],
    [
      "an event that went is no link's any more",
      { links: [{ ...link, state: "ended" }], entries: [], events: [], goneEventIds: new Set([event.id]) },
      {},
    ],
    ["news of an event that went waits", { hasNewsOf: () => true, goneEventIds: new Set([event.id]) }, {}],
    ["an event nobody of ours made is new", { events: [event, anEvent()] }, {}],
    [
      "an event asked about is nobody's yet",
      { links: [{ ...link, state: "new", entryId: undefined, questionId: 9 }], openQuestionIds: new Set([9]) },
      {},
    ],
  ] as const) {
    it(`R5: finds nothing where ${what}`, () => {
      assert.deepEqual(findingsOf(listings, more), []);
    });
  }

  it("R5: finds a question that was answered long ago", () => {
    assert.deepEqual(findingsOf({ links: [{ ...link, questionId: 9 }] }), [{ ...found, kind: "stuck" }]);
  });

  it("R5: finds an event that is gone without a word, and calls it what it was called last", () => {
    const gone = { events: [], goneEventIds: new Set([event.id]) };
    const dangling = { ...found, kind: "dangling-link" };
    assert.deepEqual(findingsOf({ ...gone, links: [{ ...link, seen: event }] }), [dangling]);
    assert.deepEqual(findingsOf(gone), [dangling]);
    assert.deepEqual(findingsOf({ ...gone, entries: [] }), [dangling]);
    assert.deepEqual(findingsOf({ ...gone, entries: [], links: [{ ...link, agreed: undefined }] }), [
      { ...dangling, title: "" },
    ]);
  });

  for (const [what, by] of [
    ["another user", { userGuid: "user-2" }],
    ["another entry", { entryId: "other" }],
  ] as const) {
    it(`R5: finds an entry tied to the event of ${what}`, () => {
      const other = ours({}, by);
      const findings = findingsOf({ events: [other], links: [{ ...link, eventId: other.id }] });
      assert.deepEqual(findings, [{ ...found, kind: "wrong-owner", eventId: other.id }]);
    });
  }

  it("R5: finds a field that is not what was agreed on, on either side", () => {
    const otherAgreed = { ...agreed, studio: { ...agreed.studio, location: "Studio 1" } };
    assert.deepEqual(findingsOf({ events: [moved] }), [drift]);
    assert.deepEqual(findingsOf({ links: [{ ...link, agreed: otherAgreed }] }), [
      { ...drift, drift: { ...drift.drift, google: "Studio 2" } },
    ]);
  });

  it("C23, R5: one way, finds a field that Google lost without an edit", () => {
    assert.deepEqual(findingsOf({ events: [moved] }, { isTwoWay: false }), [drift]);
    assert.deepEqual(findingsOf({ events: [moved], links: [{ ...link, seenEtag: "older" }] }, { isTwoWay: false }), [
      drift,
    ]);
  });

  it("C7, R5: finds no title to have drifted where the template is another one now", () => {
    const events = [ours({ summary: "Other", location: "Elsewhere" })];
    const fields = (areTitlesCurrent: boolean) =>
      findingsOf({ events }, { areTitlesCurrent }).map(({ drift: one }) => one?.field);
    assert.deepEqual([fields(true), fields(false)], [["title", "location"], ["location"]]);
  });

  for (const one of [entry, aSession()]) {
    it(`X1, C10, R5: compares a ${one.kind} that follows Google by the clearance for such entries`, () => {
      const none = { ...full, mayChange: false };
      const events = [ours({ location: "Elsewhere", isLocked: true })];
      const before = { studio: fieldsOfEntry(one, canon), google: fieldsOfEvent(event, one, canon) };
      const count = (clearances: CheckContext["clearances"]) =>
        findingsOf({ entries: [one], events, links: [{ ...link, agreed: before }] }, { clearances }).length;
      const [ofAppointments, ofSessions] = [
        count({ appointments: full, sessions: none }),
        count({ appointments: none, sessions: full }),
      ];
      assert.deepEqual([ofAppointments, ofSessions], one.kind === "session" ? [0, 1] : [1, 0]);
    });
  }

  it("R5: compares no notes of a session whose notes stay in the studio", () => {
    const session = aSession();
    const before = {
      studio: { ...fieldsOfEntry(session, canon), notes: "other" },
      google: fieldsOfEvent(event, session, canon),
    };
    assert.deepEqual(findingsOf({ entries: [session], links: [{ ...link, agreed: before }] }), []);
  });

  it("C24, R5: finds an event another user's or another studio's sync made", () => {
    for (const by of [{ userGuid: "user-2" }, { studioGuid: "studio-2" }]) {
      const other = ours({}, by);
      const foreign = { ...found, kind: "foreign-mark", entryId: undefined, eventId: other.id };
      assert.deepEqual(findingsOf({ events: [event, other] }), [{ ...foreign, linkIds: [] }]);
      const row = aLink({ id: 8, state: "left-out", eventId: other.id });
      assert.deepEqual(findingsOf({ events: [event, other], links: [link, row] }), [{ ...foreign, linkIds: [8] }]);
    }
  });

  it("C24, R5: finds a second event of ours for an entry that has one", () => {
    const second = ours({}, {}, 1);
    assert.deepEqual(findingsOf({ events: [event, second] }), [
      { ...found, kind: "double", eventId: second.id, linkIds: [] },
    ]);
  });

  it("C24, R5: finds an event of ours for an entry the studio does not know", () => {
    const unknown = ours({}, { entryId: "other" });
    assert.deepEqual(findingsOf({ events: [event, unknown] }), [
      { ...found, kind: "unknown-entry", entryId: undefined, eventId: unknown.id, linkIds: [] },
    ]);
  });

  it("R5: finds an entry and its event that nothing ties, with the rows they have", () => {
    const missing = { ...found, kind: "missing-link" };
    const row = aLink({ id: 8, state: "new", eventId: event.id });
    assert.deepEqual(findingsOf({ links: [] }), [{ ...missing, linkIds: [] }]);
    assert.deepEqual(findingsOf({ links: [row] }), [{ ...missing, linkIds: [8] }]);
    assert.deepEqual(findingsOf({ links: [entryAlone, row] }), [{ ...missing, linkIds: [8, 4] }]);
  });

  it("W5: finds the same thing on both sides, each remembered alone", () => {
    assert.deepEqual(findingsOf({ events: [anEvent()], links: [entryAlone, eventAlone] }), [
      { ...found, kind: "missing-link", eventId: "event1", linkIds: [4, 5] },
    ]);
  });

  it("W5: ties an entry to one of several same events only", () => {
    const links = [entryAlone, eventAlone, { ...eventAlone, id: 6, eventId: "event2" }];
    const findings = findingsOf({ events: [anEvent(), anEvent({ id: "event2" })], links });
    assert.deepEqual(findings, [{ ...found, kind: "missing-link", eventId: "event1", linkIds: [4, 5] }]);
  });

  for (const [what, listings] of [
    ["are called otherwise", { events: [anEvent({ summary: "Other" })], links: [entryAlone, eventAlone] }],
    ["are at other times", { events: [anEvent({ end: anEvent().start })], links: [entryAlone, eventAlone] }],
    ["are asked about", { links: [entryAlone, { ...eventAlone, questionId: 9 }], openQuestionIds: new Set([9]) }],
    ["are not of before, the entry", { links: [{ ...entryAlone, state: "new" }, eventAlone] }],
    ["are not of before, the event", { links: [entryAlone, { ...eventAlone, state: "left-out" }] }],
    ["are not listed, the entry", { links: [entryAlone, eventAlone], entries: [] }],
    ["are not listed, the event", { links: [entryAlone, eventAlone], events: [] }],
    [
      "are not the entry's, which is in step with another",
      { events: [event, anEvent()], links: [link, entryAlone, eventAlone] },
    ],
  ] as const) {
    it(`W5: finds no pair where the two ${what}`, () => {
      assert.deepEqual(findingsOf({ events: [anEvent()], ...listings }), []);
    });
  }

  for (const [what, one, other] of [
    ["private entry", anEntry({ isPrivate: true }), event],
    ["private event", entry, ours({ visibility: "private" })],
    ["confidential event", entry, ours({ visibility: "confidential" })],
  ] as const) {
    it(`C8: what is found about a ${what} is private`, () => {
      const [finding] = findingsOf({ entries: [one], events: [other], links: [{ ...link, questionId: 9 }] });
      assert.equal(finding?.isPrivate, true);
    });
  }
});
