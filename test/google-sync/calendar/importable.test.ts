import assert from "node:assert/strict";

import { isSeries, reasonText, reasonToLeaveOut } from "../../../src/google-sync/calendar/index.js";
import type { LeftOutReason } from "../../../src/google-sync/calendar/index.js";
import type { LiveEvent } from "../../../src/google-sync/google/index.js";
import { anEvent } from "./builders.js";

const weekly = ["RRULE:FREQ=WEEKLY"];

interface Example {
  readonly event: Partial<LiveEvent>;
  /** Why it is left out, and why it still is with "Download tentative…". */
  readonly reason: LeftOutReason | undefined;
  readonly evenTentative?: LeftOutReason;
}

const examples: readonly Example[] = [
  { event: {}, reason: undefined },
  { event: { ownResponse: "accepted" }, reason: undefined },
  { event: { recurrence: weekly }, reason: "series", evenTentative: "series" },
  { event: { recurringEventId: "series1" }, reason: "series", evenTentative: "series" },
  { event: { eventType: "focusTime" }, reason: "special-type", evenTentative: "special-type" },
  { event: { eventType: "birthday", recurrence: weekly }, reason: "special-type", evenTentative: "special-type" },
  { event: { ownResponse: "declined" }, reason: "declined", evenTentative: "declined" },
  { event: { ownResponse: "declined", status: "tentative" }, reason: "declined", evenTentative: "declined" },
  { event: { ownResponse: "declined", recurrence: weekly }, reason: "series", evenTentative: "series" },
  { event: { status: "tentative" }, reason: "tentative" },
  { event: { ownResponse: "tentative" }, reason: "tentative" },
  { event: { ownResponse: "needsAction" }, reason: "unanswered" },
  { event: { ownResponse: "needsAction", status: "tentative" }, reason: "tentative" },
];

describe("what of Google is importable", () => {
  for (const { event, reason, evenTentative } of examples) {
    it(`C4: ${JSON.stringify(event)} is ${reason ?? "importable"}`, () => {
      assert.deepEqual(
        [false, true].map((downloadsTentative) => reasonToLeaveOut(anEvent(event), { downloadsTentative })),
        [reason, evenTentative],
      );
    });
  }

  it("C19: a series and its instances are part of a repeat, nothing else is", () => {
    assert.deepEqual(
      [{ recurrence: weekly }, { recurringEventId: "series1" }, {}].map((event) => isSeries(anEvent(event))),
      [true, true, false],
    );
  });

  const words: Readonly<Record<LeftOutReason, string>> = {
    series: "it repeats in Google, and repeating appointments made in Google are not supported",
    declined: "the invitation was declined",
    tentative: 'it is tentative, and "Download tentative, non-confirmed appointments" is not ticked',
    unanswered:
      'the invitation has not been answered, and "Download tentative, non-confirmed appointments" is not ticked',
    "special-type": "it is not an ordinary event (a birthday, focus time, out of office or the like)",
    "another-user": "it belongs to another user of the studio",
    "not-allowed": "this user's clearance does not allow adding appointments",
    "second-copy": "it is a second copy of an event that is already in step",
    unreadable: "Google sent it without a readable time",
  };
  for (const [reason, text] of Object.entries(words)) {
    it(`R4: "${reason}" is said in words`, () => {
      // The keys of `words` are exactly the reasons.
      assert.equal(reasonText(reason as LeftOutReason), text);
    });
  }
});
