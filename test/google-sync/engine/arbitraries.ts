import * as fc from "fast-check";

import type {
  Directive,
  FieldRule,
  Fields,
  GoogleSide,
  Knowledge,
  Later,
  Pair,
  PairRules,
  PlanSettings,
  StudioSide,
} from "../../../src/google-sync/engine/index.js";
import { aSeries, deleted, gone, inGoogle, inStudio, notInGoogle, notInStudio } from "./builders.js";
import type { Item } from "./two-sides.js";

const names = ["title", "when", "notes"] as const;
const rule = fc.constantFrom<FieldRule>(
  "both",
  "to-google",
  "from-google",
  "google-holds",
  "studio-rules",
  "untouched",
);

/** Few values, so that sides are often equal; at times a field is absent. */
export const anyFields: fc.Arbitrary<Fields> = fc
  .record({
    title: fc.constantFrom("", "Portrait", "Wedding", undefined),
    when: fc.constantFrom("Monday", "Friday", "Sunday", undefined),
    notes: fc.constantFrom("", "Bring the dog", "Cash", undefined),
  })
  .map((record) =>
    Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );
export const anyAgreed = fc.record({ studio: anyFields, google: anyFields });
export const anyFieldRules = fc.record({ title: rule, when: rule, notes: rule });
const rules: fc.Arbitrary<PairRules> = fc.record({
  fields: anyFieldRules,
  isRemovable: fc.boolean(),
  movedField: fc.constant("when"),
  mayDeleteInGoogle: fc.boolean(),
  mayRemoveFromStudio: fc.boolean(),
  readsGoogle: fc.boolean(),
  leavesSet: fc.boolean(),
});
export const anySettings: fc.Arbitrary<PlanSettings> = fc.record({
  isTwoWay: fc.boolean(),
  populateGoogle: fc.boolean(),
  populateStudio: fc.boolean(),
});
const unlinked: fc.Arbitrary<Knowledge> = fc.oneof(
  fc.constant<Knowledge>({ kind: "new" }),
  fc.record({ kind: fc.constant("baseline" as const), fields: fc.option(anyFields, { nil: undefined }) }),
  fc.record({
    kind: fc.constant("left-out" as const),
    reason: fc.constant("tentative"),
    isBaseline: fc.boolean(),
  }),
);
const known: fc.Arbitrary<Knowledge> = fc.oneof(
  unlinked,
  fc.record({ kind: fc.constant("linked" as const), agreed: anyAgreed }),
);

const when = fc.constantFrom(0, 59, 60, 3600).map((seconds) => new Date(Date.UTC(2026, 2, 2, 12, 0, seconds)));
const studioSide: fc.Arbitrary<StudioSide> = fc.oneof(
  fc.constantFrom(notInStudio, gone),
  fc
    .record({ fields: anyFields, changedAt: when, isInWindow: fc.boolean() })
    .map(({ fields, ...more }) => inStudio(fields, more)),
);
const googleSide: fc.Arbitrary<GoogleSide> = fc.oneof(
  fc.constantFrom(notInGoogle, deleted, aSeries),
  fc
    .record({ fields: anyFields, updatedAt: fc.option(when, { nil: undefined }), isInWindow: fc.boolean() })
    .map(({ fields, ...more }) => inGoogle(fields, more)),
);
const directive: fc.Arbitrary<Directive | undefined> = fc.oneof(
  fc.constantFrom<Directive | undefined>(undefined, { kind: "approve" }, { kind: "take-off" }, { kind: "cancel" }),
  fc.record({
    kind: fc.constantFrom("keep" as const, "keep-moved" as const),
    side: fc.constantFrom("studio" as const, "google" as const),
  }),
  fc.record({
    kind: fc.constant("rewrite" as const),
    side: fc.constantFrom("studio" as const, "google" as const),
    fields: fc.subarray([...names]),
  }),
);
export const anyPair: fc.Arbitrary<Pair> = fc.record({
  key: fc.constant("1"),
  known,
  studio: studioSide,
  google: googleSide,
  rules,
  directive,
});

/** An item of the model of both sides. */
export const anyItem: fc.Arbitrary<Item> = fc.record({
  key: fc.constant("1"),
  known,
  studio: fc.oneof(fc.constantFrom("gone" as const, undefined), anyFields),
  google: fc.oneof(fc.constantFrom("deleted" as const, undefined), anyFields),
  rules,
});

export const anyLater = fc.constantFrom<Later>("studio", "google");
