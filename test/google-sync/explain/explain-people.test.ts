import assert from "node:assert/strict";

import { explainClient } from "../../../src/google-sync/explain/explain-client.js";
import { explainContact, explainNoContact } from "../../../src/google-sync/explain/explain-contact.js";
import { aContactLink } from "../../support/a-link.js";

const lastSuccessAt = new Date("2026-03-02T15:00:00Z");
const parked = { isParked: true, attempts: 5, problem: "Google refused it." };
const failed = { attempts: 1, problem: "Google refused it." };

describe("why a client is, or is not, in Google", () => {
  const group = { id: 1, guid: "group-1", name: "Weddings", isInactive: false };
  const usual = {
    user: "Pat",
    isConnected: true,
    mayUseContacts: true,
    group,
    isMember: true,
    link: aContactLink(),
    askedIn: undefined,
    lastSuccessAt,
    isChanged: false,
  };
  const notYet = "not in Google yet; it goes there with the next run.";
  const unanswered = "Google did not say whether its contact was made; a later run finds out.";

  for (const [state, text] of [
    [{ isConnected: false, mayUseContacts: false }, "not in Google, because no Google account is connected."],
    [
      { mayUseContacts: false, group: { ...group, isInactive: true } },
      "not in Google, because contacts were not permitted.",
    ],
    [
      { group: { ...group, isInactive: true }, isMember: false },
      'not synced, because the client group "Weddings" is inactive.',
    ],
    [{ isMember: false, askedIn: 4 }, 'not synced, because the client is not in the group "Weddings", or is inactive.'],
    [{ askedIn: 4, link: undefined }, "may be a contact in Google already; waits for an answer to question 4."],
    [{ link: undefined }, notYet],
    [{ link: aContactLink({ questionId: 9, ...parked }) }, "waits for an answer to question 9."],
    [{ link: aContactLink(parked) }, "left alone after five failed tries: Google refused it."],
    [{ link: aContactLink({ ...parked, problem: undefined }) }, "left alone after five failed tries: "],
    [{ link: aContactLink(failed) }, "the last try failed and is repeated: Google refused it."],
    [{ link: aContactLink({ attempts: 1 }) }, "the last try failed and is repeated: "],
    [{ isChanged: true }, "in Google; a change waits for the next run."],
    [{}, "in step with Google, last synced 2026-03-02T15:00:00.000Z."],
    [{ lastSuccessAt: undefined }, "in step with Google."],
    [
      { link: aContactLink({ state: "left" }) },
      'not synced, because its contact was deleted or taken out of the label in Google. "Send again" brings it back.',
    ],
    [
      { link: aContactLink({ state: "resting" }) },
      'not synced, because its contact was merged with another client\'s contact in Google. "Send again" makes one of its own.',
    ],
    ...(["new", "ended", "baseline", "left-out"] as const).flatMap(
      (kind) =>
        [
          [{ link: aContactLink({ state: kind }) }, notYet],
          [{ link: aContactLink({ state: kind, createSentAt: lastSuccessAt }) }, unanswered],
        ] as const,
    ),
  ] as const) {
    it(`R4: ${JSON.stringify(state)}: ${text}`, () => {
      assert.equal(explainClient({ ...usual, ...state }), `Pat: ${text}`);
    });
  }
});

describe("what a contact of Google is in the studio", () => {
  const facts = { hasName: true, isSecondCopy: false, askedIn: undefined };
  const book = { refused: undefined, isTwoWay: true, mayAddClients: true, readAt: lastSuccessAt };
  const oneWay = { ...book, isTwoWay: false };
  const notTicked =
    'It is no client of the studio, because "Send new and modified Google contacts into StudioPlus Spectra" is not ticked.';
  const inStep = "It is a client of the studio, and in step.";

  for (const [what, link, more, text] of [
    ["refused", { questionId: 9 }, { book: { ...book, refused: "No contacts." } }, "No contacts."],
    [
      "asked about for a client",
      { questionId: 9 },
      { facts: { ...facts, askedIn: 4 } },
      "It may be a client of the studio: question 4, under Contacts to Review, asks.",
    ],
    ["held", { questionId: 9, ...parked }, {}, "It waits for an answer to question 9, under Held Changes."],
    [
      "in review",
      { questionId: 9, review: { candidates: [] } },
      {},
      "It waits for an answer to question 9, under Contacts to Review.",
    ],
    ["parked", parked, {}, "It is left alone after five failed tries: Google refused it."],
    ["parked without a word", { isParked: true }, {}, "It is left alone after five failed tries: "],
    ["failed", { state: "left", ...failed }, {}, "The last try failed and is repeated: Google refused it."],
    ["failed without a word", { attempts: 1 }, {}, "The last try failed and is repeated: "],
    [
      "left",
      { state: "left", isDeletedInGoogle: true },
      {},
      "Its client is not synced any more, because it was deleted, or taken out of the label, in Google.",
    ],
    ["deleted", { isDeletedInGoogle: true }, {}, "It was deleted in Google."],
    ["linked", {}, {}, inStep],
    [
      "linked and changed",
      { seenEtag: "e2" },
      {},
      "It is a client of the studio; a change made in Google waits for the next run.",
    ],
    ["linked and changed, one way", { seenEtag: "e2" }, { book: oneWay }, inStep],
    ["new", { state: "new" }, {}, "It becomes a client with the next run."],
    ["new, one way", { state: "new" }, { book: oneWay }, notTicked],
    [
      "of before",
      { state: "baseline" },
      {},
      "It is no client of the studio, because it was in Google before contacts came in, or was left there by an answer or an undo. Populate asks for such contacts.",
    ],
    ["of before, one way", { state: "baseline" }, { book: oneWay }, notTicked],
    [
      "left out without a name",
      { state: "left-out" },
      { facts: { ...facts, hasName: false, isSecondCopy: true } },
      "It is left out, because it has neither name, company, email nor phone.",
    ],
    [
      "left out as a second copy",
      { state: "left-out" },
      { facts: { ...facts, isSecondCopy: true } },
      "It is left out, because it is a second contact of a client who has one.",
    ],
    [
      "left out at the last run",
      { state: "left-out" },
      {},
      "It was left out at the last run; the next run that sees it changed looks at it again.",
    ],
    [
      "left out without the clearance",
      { state: "left-out" },
      { book: { ...book, mayAddClients: false } },
      "It is left out, because this user's clearance does not allow adding clients.",
    ],
    [
      "ended",
      { state: "ended" },
      {},
      "Its client left the client group, or is no more; the contact stays in Google and does not come in by itself.",
    ],
    ["resting", { state: "resting" }, {}, "Its client is not synced any more."],
  ] as const) {
    it(`R4: ${what}: ${text}`, () => {
      const { facts: known, book: whole } = { facts, book, ...more };
      assert.equal(explainContact(aContactLink(link), known, whole), text);
    });
  }

  for (const [what, state, text] of [
    ["contacts are refused", { refused: "No contacts.", readAt: undefined }, "No contacts."],
    ["they have not been read", { readAt: undefined }, "Google Contacts have not been read yet."],
    [
      "there is none",
      {},
      "Nobody like this was in Google Contacts when they were last read, 2026-03-02T15:00:00.000Z. What is newer comes with the next run.",
    ],
    [
      "there is none, and they are not read",
      { isTwoWay: false },
      'Nobody like this was in Google Contacts when they were last read, 2026-03-02T15:00:00.000Z. They are not read again, because "Send new and modified Google contacts into StudioPlus Spectra" is not ticked.',
    ],
  ] as const) {
    it(`R4: a contact nobody knows, where ${what}`, () => {
      assert.equal(explainNoContact({ ...book, ...state }), text);
    });
  }
});
