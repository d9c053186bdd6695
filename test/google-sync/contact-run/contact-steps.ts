import * as fc from "fast-check";

const which = fc.nat({ max: 5 });
const word = fc.constantFrom("Abel", "Baker", "Cook", "Day");

/** One thing that happens to clients, to contacts, or to the sync between them. */
export type ContactStep =
  | { readonly kind: "new-client"; readonly isMember: boolean }
  | {
      readonly kind: "edit-client";
      readonly which: number;
      readonly field: "company" | "email" | "main_city";
      readonly word: string;
    }
  | { readonly kind: "edit-phone"; readonly which: number; readonly number: string }
  | { readonly kind: "join" | "leave" | "delete-client"; readonly which: number }
  | { readonly kind: "new-contact" }
  | {
      readonly kind: "edit-contact";
      readonly which: number;
      readonly field: "organizations" | "emailAddresses" | "addresses";
      readonly word: string;
    }
  | { readonly kind: "edit-contact-phones"; readonly which: number; readonly numbers: readonly string[] }
  | { readonly kind: "delete-contact" | "label" | "unlabel" | "rename-contact"; readonly which: number }
  | { readonly kind: "wait"; readonly minutes: number }
  | { readonly kind: "lose-token" }
  | { readonly kind: "run"; readonly trouble: Trouble | undefined };

/** What goes wrong in a run. */
export type Trouble =
  | { readonly kind: "lost-answer" | "cut-request"; readonly operation: string; readonly nth: number }
  /** The process dies at its n-th transaction, before it is committed or after. */
  | { readonly kind: "dies"; readonly nth: number; readonly when: "before" | "after" };

const operation = fc.constantFrom(
  "people.people.batchCreateContacts",
  "people.people.batchUpdateContacts",
  "people.contactGroups.create",
  "people.contactGroups.members.modify",
  "people.people.connections.list",
);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: fc.constantFrom("lost-answer", "cut-request"), operation, nth: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    kind: fc.constant("dies"),
    nth: fc.integer({ min: 1, max: 9 }),
    when: fc.constantFrom("before", "after"),
  }),
);
const number = fc.constantFrom("555 0101", "555 0102", "(212) 555-0103");
const run = fc.record({ kind: fc.constant("run"), trouble: fc.option(trouble, { nil: undefined }) });

export const anyContactStep: fc.Arbitrary<ContactStep> = fc.oneof(
  { weight: 5, arbitrary: run },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("new-client"), isMember: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("edit-client"),
      which,
      field: fc.constantFrom("company", "email", "main_city"),
      word,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit-phone"), which, number }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("join", "leave", "delete-client"), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("new-contact") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("edit-contact"),
      which,
      field: fc.constantFrom("organizations", "emailAddresses", "addresses"),
      word,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("edit-contact-phones"),
      which,
      numbers: fc.uniqueArray(number, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("delete-contact", "label", "unlabel", "rename-contact"), which }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait"), minutes: fc.constantFrom(1, 10, 600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lose-token") }) },
);
