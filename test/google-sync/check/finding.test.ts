import assert from "node:assert/strict";

import { isRepairable, textOfFinding } from "../../../src/google-sync/check/finding.js";
import type { Finding, FindingKind } from "../../../src/google-sync/check/finding.js";

const drift = { field: "location", studio: "a", google: "b" };

/** Each kind: what is said of it on the schedule and among people, and whether it can be repaired there. */
const table: readonly (readonly [FindingKind, readonly [string, boolean], readonly [string, boolean]])[] = [
  [
    "missing-link",
    ["It is in the studio and in Google, but nothing ties the two together.", true],
    ["The client and the contact are there and the same person, but nothing ties the two together.", true],
  ],
  [
    "dangling-link",
    ["Its event is not in Google any more, and no sync was told of it.", true],
    ["The client's contact is not in Google any more, and no sync was told of it.", true],
  ],
  [
    "field-drift",
    ["Studio and Google differ in location although nothing waits to be synced.", true],
    ["Client and contact differ in the location although nothing waits to be synced.", true],
  ],
  [
    "double",
    ["Google has a second event for it.", true],
    ["Google has a second contact for the client. Merge the two in Google Contacts; the sync follows.", false],
  ],
  [
    "foreign-mark",
    ["It was made by another user's or another studio's sync; it is left alone.", false],
    ["Another user's or another studio's sync made this contact; here it is one like any other.", false],
  ],
  [
    "wrong-owner",
    ["It is tied to an event that was made for something else.", true],
    ["The client is tied to a contact that was made for another client.", true],
  ],
  [
    "unknown-entry",
    ["It was made by Google Sync for an entry the studio does not know; the next run asks about it.", false],
    ["The contact was made by Google Sync for a client the studio does not know; it stays in Google.", false],
  ],
  [
    "stuck",
    ["It waits for a question that was answered already.", true],
    ["It waits for a question that was answered already.", true],
  ],
];

function findingsOf(common: Pick<Finding, "kind" | "drift">): readonly Finding[] {
  const whole = { ...common, title: "", isPrivate: false, linkIds: [] };
  return [
    { ...whole, about: "schedule", entryId: undefined, eventId: undefined },
    { ...whole, about: "people", clientId: undefined, resourceName: undefined },
  ];
}

describe("what Check says of a finding", () => {
  for (const [kind, ofSchedule, ofPeople] of table) {
    it(`R5: ${kind}, and whether it can be repaired`, () => {
      const told = findingsOf({ kind, drift }).map((finding) => [textOfFinding(finding), isRepairable(finding)]);
      assert.deepEqual(told, [ofSchedule, ofPeople]);
    });
  }

  it("R5: a difference nobody has named is one all the same", () => {
    assert.deepEqual(findingsOf({ kind: "field-drift" }).map(textOfFinding), [
      "Studio and Google differ in a field although nothing waits to be synced.",
      "Client and contact differ in the data although nothing waits to be synced.",
    ]);
  });
});
