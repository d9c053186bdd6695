import assert from "node:assert/strict";

import type { ScheduleEntry } from "../../../src/api/index.js";
import { eventIdOf, isSharedWithOthers, marksOf, mayEdit, rulesOf } from "../../../src/google-sync/calendar/index.js";
import type { RuleContext } from "../../../src/google-sync/calendar/index.js";
import type { LiveEvent } from "../../../src/google-sync/google/index.js";
import { ada, aCanon, anEntry, anEvent, aSession } from "./builders.js";

const theirs = { isOrganizer: false, isCreator: false } as const;

function contextOf(more: Partial<RuleContext> = {}): RuleContext {
  const clearance = { mayChange: true, mayRemove: true };
  return { isTwoWay: true, clearance, titles: aCanon(), sendsNotes: false, ...more };
}

interface Example {
  readonly what: string;
  readonly entry: ScheduleEntry | undefined;
  readonly event: LiveEvent | undefined;
  readonly context?: Partial<RuleContext>;
  /** The rules of title, when, location, notes, and of private and free together. */
  readonly fields: readonly [title: string, when: string, location: string, notes: string, flags: string];
  /** The rule of free, where it is another than that of private. */
  readonly free?: string;
}

const readOnly = { clearance: { mayChange: false, mayRemove: true } };
const oneWay = { isTwoWay: false };
const titled = anEvent({ summary: "Ada Smith - Portrait" });
const guests = anEvent({ hasGuests: true });
const born = anEntry({ origin: "google" });
const owner = { studioGuid: "studio", userGuid: "user", entryId: "entry" };
const ours = anEvent({ id: eventIdOf(owner, "calendar", 0), privateProperties: marksOf(owner) });

const examples: readonly Example[] = [
  {
    what: "an unlinked appointment of the studio",
    entry: anEntry(),
    event: anEvent(),
    fields: ["both", "both", "both", "both", "untouched"],
  },
  {
    what: "one not sent yet",
    entry: anEntry(),
    event: undefined,
    fields: ["both", "both", "both", "both", "untouched"],
  },
  {
    what: "one made in Google",
    entry: born,
    event: anEvent(),
    fields: ["both", "both", "both", "both", "google-holds"],
  },
  {
    what: "one made in Google whose event here is one we made",
    entry: born,
    event: ours,
    fields: ["both", "both", "both", "both", "google-holds"],
  },
  {
    what: "a private one whose event here is one we made",
    entry: { ...born, isPrivate: true },
    event: ours,
    fields: ["both", "both", "both", "both", "from-google"],
    free: "google-holds",
  },
  {
    what: "a free one whose event here is one we made",
    entry: { ...born, isFree: true },
    event: ours,
    fields: ["both", "both", "both", "both", "google-holds"],
    free: "from-google",
  },
  {
    what: "a private one made in this calendar",
    entry: { ...born, isPrivate: true },
    event: anEvent(),
    fields: ["both", "both", "both", "both", "google-holds"],
  },
  {
    what: "one that comes in",
    entry: undefined,
    event: anEvent(),
    fields: ["both", "both", "both", "both", "google-holds"],
  },
  {
    what: "one made in Google, one way",
    entry: born,
    event: anEvent(),
    context: oneWay,
    fields: ["to-google", "to-google", "to-google", "to-google", "untouched"],
  },
  {
    what: "one made in Google and linked",
    entry: anEntry({ origin: "google", client: ada }),
    event: anEvent({ summary: "Ada Smith - Meeting" }),
    fields: ["both", "both", "both", "untouched", "untouched"],
  },
  { what: "a session", entry: aSession(), event: titled, fields: ["both", "both", "both", "untouched", "untouched"] },
  {
    what: "a session not sent yet",
    entry: aSession(),
    event: undefined,
    fields: ["both", "both", "both", "untouched", "untouched"],
  },
  {
    what: "a session whose notes are sent",
    entry: aSession(),
    event: titled,
    context: { sendsNotes: true },
    fields: ["both", "both", "both", "both", "untouched"],
  },
  {
    what: "a session with a title the Description cannot be told from",
    entry: aSession(),
    event: anEvent(),
    fields: ["studio-rules", "both", "both", "untouched", "untouched"],
  },
  {
    what: "a session with spaces around its title",
    entry: aSession(),
    event: anEvent({ summary: " Ada Smith - Portrait " }),
    fields: ["both", "both", "both", "untouched", "untouched"],
  },
  {
    what: "such a session, one way",
    entry: aSession(),
    event: anEvent(),
    context: oneWay,
    fields: ["to-google", "to-google", "to-google", "untouched", "untouched"],
  },
  {
    what: "a session, without the clearance to change it",
    entry: aSession(),
    event: titled,
    context: readOnly,
    fields: ["studio-rules", "studio-rules", "studio-rules", "untouched", "untouched"],
  },
  {
    what: "a session in somebody else's event",
    entry: aSession(),
    event: anEvent({ summary: "Party", ...theirs }),
    fields: ["untouched", "from-google", "untouched", "untouched", "untouched"],
  },
  {
    what: "a session in a locked event whose title tells nothing",
    entry: aSession(),
    event: anEvent({ isLocked: true }),
    fields: ["untouched", "from-google", "from-google", "untouched", "untouched"],
  },
  {
    what: "a session in a locked event whose title tells the Description",
    entry: aSession(),
    event: anEvent({ summary: "Ada Smith - Portrait", isLocked: true }),
    fields: ["from-google", "from-google", "from-google", "untouched", "untouched"],
  },
  {
    what: "somebody else's event",
    entry: born,
    event: anEvent(theirs),
    fields: ["from-google", "from-google", "from-google", "from-google", "google-holds"],
  },
  {
    what: "somebody else's event, one way",
    entry: born,
    event: anEvent(theirs),
    context: oneWay,
    fields: ["untouched", "untouched", "untouched", "untouched", "untouched"],
  },
  {
    what: "somebody else's event, without the clearance to change the appointment",
    entry: born,
    event: anEvent(theirs),
    context: readOnly,
    fields: ["untouched", "untouched", "untouched", "untouched", "google-holds"],
    free: "untouched",
  },
  {
    what: "one made in another user's Google, in the event made for this one",
    entry: anEntry({ origin: "google", userCount: 2 }),
    event: ours,
    fields: ["both", "both", "both", "both", "untouched"],
  },
  {
    what: "one made in Google, in an event made anew for its only user",
    entry: born,
    event: ours,
    fields: ["both", "both", "both", "both", "google-holds"],
  },
  {
    what: "one this user hides from the others, in an event made anew",
    entry: anEntry({ origin: "google", userCount: 2, isPrivate: true }),
    event: ours,
    fields: ["both", "both", "both", "both", "from-google"],
    free: "google-holds",
  },
  {
    what: "an unlinked appointment with guests",
    entry: anEntry(),
    event: guests,
    fields: ["from-google", "both", "from-google", "from-google", "untouched"],
  },
  {
    what: "an unlinked appointment with guests, one way",
    entry: anEntry(),
    event: guests,
    context: oneWay,
    fields: ["untouched", "to-google", "untouched", "untouched", "untouched"],
  },
  {
    what: "a session with guests, notes sent",
    entry: aSession(),
    event: anEvent({ summary: "Ada Smith - Portrait", hasGuests: true }),
    context: { sendsNotes: true },
    fields: ["untouched", "both", "untouched", "untouched", "untouched"],
  },
  {
    what: "somebody else's event that guests may modify",
    entry: born,
    event: anEvent({ ...theirs, guestsCanModify: true }),
    fields: ["from-google", "both", "from-google", "from-google", "google-holds"],
  },
];

describe("how the fields of a pair travel", () => {
  for (const { what, entry, event, context, fields, free: expectedFree = fields[4] } of examples) {
    it(`C2, C7, C8, C10, C23, C25, X1: ${what}: ${fields.join(", ")}`, () => {
      const {
        title,
        when,
        location,
        notes,
        private: isPrivate,
        free,
      } = rulesOf(entry, event, contextOf(context)).fields;
      assert.deepEqual([title, when, location, notes, isPrivate, free], [...fields, expectedFree]);
    });
  }
});

describe("what may happen to a pair", () => {
  const rest = ({ entry, event, context }: Pick<Example, "entry" | "event" | "context">) => {
    const { fields: _fields, ...others } = rulesOf(entry, event, contextOf(context));
    return others;
  };
  const usual = {
    isRemovable: true,
    movedField: "when",
    mayDeleteInGoogle: true,
    mayRemoveFromStudio: true,
    readsGoogle: true,
  };

  it("C13: an unlinked appointment goes with its event", () => {
    assert.deepEqual(rest({ entry: anEntry(), event: anEvent() }), usual);
  });

  it("C13: a session does not", () => {
    assert.deepEqual(rest({ entry: aSession(), event: titled }), { ...usual, isRemovable: false });
  });

  it("C10: somebody else's event is not deleted", () => {
    assert.deepEqual(rest({ entry: born, event: anEvent(theirs) }), { ...usual, mayDeleteInGoogle: false });
  });

  it("X1: without the clearance nothing is removed from the studio", () => {
    const clearance = { mayChange: true, mayRemove: false };
    assert.deepEqual(rest({ entry: anEntry(), event: anEvent(), context: { clearance } }), {
      ...usual,
      mayRemoveFromStudio: false,
    });
  });

  it("C23: one way, Google is no reason to do anything", () => {
    assert.deepEqual(rest({ entry: anEntry(), event: anEvent(), context: oneWay }), { ...usual, readsGoogle: false });
  });
});

describe("whose event it is", () => {
  for (const { event, isEditable, isShared } of [
    { event: {}, isEditable: true, isShared: false },
    { event: { hasGuests: true }, isEditable: true, isShared: true },
    { event: theirs, isEditable: false, isShared: true },
    { event: { ...theirs, guestsCanModify: true }, isEditable: true, isShared: true },
    { event: { isLocked: true }, isEditable: false, isShared: false },
    { event: { isLocked: true, guestsCanModify: true }, isEditable: false, isShared: false },
  ]) {
    it(`C10, C25: ${JSON.stringify(event)}: editable ${isEditable}, shared ${isShared}`, () => {
      assert.deepEqual([mayEdit(anEvent(event)), isSharedWithOthers(anEvent(event))], [isEditable, isShared]);
    });
  }
});
