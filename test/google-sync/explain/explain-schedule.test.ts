import assert from "node:assert/strict";

import { explainEntry } from "../../../src/google-sync/explain/explain-entry.js";
import { explainEvent, explainNoEvent } from "../../../src/google-sync/explain/explain-event.js";
import { aLink } from "../../support/a-link.js";
import { anEvent } from "../calendar/builders.js";

const lastSuccessAt = new Date("2026-03-02T15:00:00Z");
const parked = { isParked: true, attempts: 5, problem: "Google refused it." };
const failed = { attempts: 1, problem: "Google refused it." };

describe("why an entry is, or is not, in Google", () => {
  const usual = {
    isEnabled: true,
    isConnected: true,
    isTwoWay: true,
    user: "Pat",
    isHidden: false,
    link: aLink(),
    lastSuccessAt,
    isChanged: false,
  };
  const notYet =
    "not in Google yet; it goes there with the next run, unless it was there before syncing began, or ended before the time Populate goes back to.";
  const compared = "in Google; the next run compares both once more.";
  const seen = anEvent({ isOrganizer: true });
  const theirs = anEvent({ isOrganizer: false });
  const inStep = "in step with Google, last synced 2026-03-02T15:00:00.000Z.";

  for (const [what, state, text] of [
    [
      "switched off",
      { isEnabled: false, isConnected: false },
      'not in Google, because "Enable Google Sync" is not ticked.',
    ],
    ["not connected", { isConnected: false, isHidden: true }, "not in Google, because no Google account is connected."],
    ["hidden", { isHidden: true, link: undefined }, "not in Google, because it is private to somebody else."],
    ["not known", { link: undefined }, notYet],
    ["new", { link: aLink({ state: "new" }) }, notYet],
    ["held", { link: aLink({ questionId: 9, ...parked }) }, "waits for an answer to question 9."],
    ["parked", { link: aLink(parked) }, "left alone after five failed tries: Google refused it."],
    ["parked without a word", { link: aLink({ isParked: true }) }, "left alone after five failed tries: "],
    ["failed", { link: aLink(failed) }, "the last try failed and is repeated: Google refused it."],
    ["failed without a word", { link: aLink({ attempts: 1 }) }, "the last try failed and is repeated: "],
    [
      "deleted in Google",
      { link: aLink({ isDeletedInGoogle: true, seen }) },
      "its event was deleted in Google; the next run decides about it.",
    ],
    [
      "deleted in Google, one way",
      { link: aLink({ isDeletedInGoogle: true }), isTwoWay: false },
      "not in Google, because its event was deleted there. It is made anew once the entry changes.",
    ],
    [
      "repeated in Google",
      { link: aLink({ seen: anEvent({ recurrence: ["RRULE:FREQ=DAILY"] }), studioVersion: undefined }) },
      "not kept in step, because its event repeats in Google now. Made single there again, it is.",
    ],
    ["written on both sides in one go", { link: aLink({ studioVersion: undefined }), isChanged: true }, compared],
    ["changed here", { isChanged: true, isTwoWay: false }, "in Google; a change waits for the next run."],
    [
      "sent one way",
      { isTwoWay: false, link: aLink({ seenEtag: "e2" }) },
      "sent to Google as it is here, last synced 2026-03-02T15:00:00.000Z; what is changed or deleted there is not looked at.",
    ],
    [
      "sent one way, never to the end",
      { isTwoWay: false, lastSuccessAt: undefined },
      "sent to Google as it is here; what is changed or deleted there is not looked at.",
    ],
    [
      "changed in Google",
      { link: aLink({ seenEtag: "e2", seen: theirs }) },
      "in Google; a change made there waits for the next run.",
    ],
    [
      "somebody else's",
      { link: aLink({ seen: theirs }) },
      "it follows an event in Google that only its organizer may change, last synced 2026-03-02T15:00:00.000Z; what is changed here stays here.",
    ],
    ["in step", { link: aLink({ seen }) }, inStep],
    ["in step, its event not read yet", {}, inStep],
    ["in step, no run to its end", { lastSuccessAt: undefined }, "in step with Google."],
    [
      "of before",
      { link: aLink({ state: "baseline" }) },
      "not in Google, because it was there before syncing began, ended before the time Populate goes back to, or was taken out of Google by an undo, and has not changed since. Populate Google sends what is recent enough.",
    ],
    [
      "left out",
      { link: aLink({ state: "left-out", leftOutReason: "declined" }) },
      "left out, because the invitation was declined.",
    ],
    ["ended", { link: aLink({ state: "ended" }) }, "no longer kept together with Google."],
    ["ended, and changed since", { link: aLink({ state: "ended" }), isChanged: true }, compared],
  ] as const) {
    it(`R4: ${what}: ${text}`, () => {
      assert.equal(explainEntry({ ...usual, ...state }), `Pat: ${text}`);
    });
  }
});

describe("what an event of Google is in the studio", () => {
  const calendar = { isEnabled: true, isConnected: true, isTwoWay: true, lastSuccessAt };
  const oneWay = { isTwoWay: false };
  const notTicked =
    'because "Send new, modified, and deleted Google appointments into StudioPlus Spectra" is not ticked';
  const inStep = "It is in the studio and in step, last synced 2026-03-02T15:00:00.000Z.";

  for (const [what, link, more, text] of [
    ["held", { questionId: 9, ...parked }, {}, "It waits for an answer to question 9, under Held Changes."],
    ["parked", parked, {}, "It is left alone after five failed tries: Google refused it."],
    ["parked without a word", { isParked: true }, {}, "It is left alone after five failed tries: "],
    ["failed", failed, {}, "The last try failed and is repeated: Google refused it."],
    ["failed without a word", { attempts: 1 }, {}, "The last try failed and is repeated: "],
    ["in step", {}, {}, inStep],
    ["in step, no run to its end", {}, { lastSuccessAt: undefined }, "It is in the studio and in step."],
    [
      "linked and deleted",
      { isDeletedInGoogle: true, seenEtag: "e2" },
      {},
      "It is in the studio; it was deleted in Google, and the next run decides about it.",
    ],
    ["changed", { seenEtag: "e2" }, {}, "It is in the studio; a change made in Google waits for the next run."],
    ["changed, one way", { seenEtag: "e2" }, oneWay, inStep],
    ["deleted", { state: "new", isDeletedInGoogle: true }, {}, "It was deleted in Google."],
    ["new", { state: "new" }, {}, "It comes in with the next run."],
    ["new, one way", { state: "new" }, oneWay, `It is not in the studio, ${notTicked}.`],
    [
      "of before",
      { state: "baseline" },
      {},
      "It is not in the studio, because it was in Google before syncing began, is older than what Populate brings in, or was taken back by an undo, and has not changed since. It comes in when it changes; Populate brings in what is recent enough.",
    ],
    [
      "of before, one way",
      { state: "baseline" },
      oneWay,
      `It is not in the studio, ${notTicked}. Populate brings it in once all the same.`,
    ],
    [
      "left out",
      { state: "left-out", leftOutReason: "declined" },
      {},
      "It is left out, because the invitation was declined.",
    ],
    [
      "ended",
      { state: "ended" },
      {},
      "Its appointment was removed in the studio, and it is not this user's to delete in Google; so it stays there and does not come in again.",
    ],
  ] as const) {
    it(`R4: ${what}: ${text}`, () => {
      assert.equal(explainEvent(aLink(link), { ...calendar, ...more }), text);
    });
  }

  for (const [what, state, text] of [
    [
      "syncing is off",
      { isEnabled: false, isConnected: false },
      'Nothing of Google is in the studio, because "Enable Google Sync" is not ticked.',
    ],
    [
      "no account is connected",
      { isConnected: false, lastSuccessAt: undefined },
      "Nothing of Google is in the studio, because no Google account is connected.",
    ],
    [
      "no run came to its end",
      { lastSuccessAt: undefined, isTwoWay: false },
      "No run has read this calendar to its end yet.",
    ],
    ["Google is not read", oneWay, `Google is not read, ${notTicked}.`],
    [
      "there is none",
      {},
      "No event like this was in this user's Google calendar at the last sync, 2026-03-02T15:00:00.000Z. What is newer comes with the next run; events of other calendars never do.",
    ],
  ] as const) {
    it(`R4: an event nobody knows, where ${what}`, () => {
      assert.equal(explainNoEvent({ ...calendar, ...state }), text);
    });
  }
});
