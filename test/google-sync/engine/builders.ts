import type {
  Agreed,
  Fields,
  GoogleSide,
  Knowledge,
  Pair,
  PairRules,
  StudioSide,
} from "../../../src/google-sync/engine/index.js";

type PresentStudio = Extract<StudioSide, { kind: "present" }>;
type PresentGoogle = Extract<GoogleSide, { kind: "present" }>;

/** The fields nothing has happened to. */
export const calm: Fields = { title: "Portrait", when: "Monday", notes: "" };

export const gone: StudioSide = { kind: "gone" };
export const notInStudio: StudioSide = { kind: "absent" };
export const deleted: GoogleSide = { kind: "deleted" };
export const notInGoogle: GoogleSide = { kind: "absent" };
export const aSeries: GoogleSide = { kind: "left-out", reason: "a series" };

/** The studio holds `fields`, changed at noon. */
export function inStudio(fields: Fields = calm, more: Partial<PresentStudio> = {}): PresentStudio {
  return {
    kind: "present",
    fields,
    version: "1",
    changedAt: new Date("2026-03-02T12:00:00Z"),
    isInWindow: true,
    ...more,
  };
}

/** Google holds `fields`, updated at noon. */
export function inGoogle(fields: Fields = calm, more: Partial<PresentGoogle> = {}): PresentGoogle {
  return {
    kind: "present",
    fields,
    etag: "1",
    updatedAt: new Date("2026-03-02T12:00:00Z"),
    isInWindow: true,
    ...more,
  };
}

/** Two-way, everything travels and everything is allowed: an unlinked appointment of one user. */
export function rules(more: Partial<PairRules> = {}): PairRules {
  return {
    fields: { title: "both", when: "both", notes: "both" },
    isRemovable: true,
    movedField: "when",
    mayDeleteInGoogle: true,
    mayRemoveFromStudio: true,
    readsGoogle: true,
    ...more,
  };
}

export function linked(agreed: Fields | Agreed = calm): Knowledge {
  return { kind: "linked", agreed: isAgreed(agreed) ? agreed : { studio: agreed, google: agreed } };
}

function isAgreed(agreed: Fields | Agreed): agreed is Agreed {
  return typeof agreed.studio === "object";
}

/** Linked and the same on both sides, unless said otherwise. */
export function aPair(more: Partial<Pair> = {}): Pair {
  return {
    key: "1",
    known: linked(),
    studio: inStudio(),
    google: inGoogle(),
    rules: rules(),
    directive: undefined,
    ...more,
  };
}
