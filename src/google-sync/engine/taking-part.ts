import type { Agreed, Fields } from "./fields.js";
import type { PairRules } from "./pair.js";

/** The fields that have a rule; the rest is neither compared nor remembered, nor written to an item that is there (C2, C25). */
export function takingPart(fields: Fields, { fields: rules }: PairRules): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => rules[field] !== undefined && rules[field] !== "untouched"),
  );
}

/** {@link takingPart} of what each side held. */
export function agreedTakingPart({ studio, google }: Agreed, rules: PairRules): Agreed {
  return { studio: takingPart(studio, rules), google: takingPart(google, rules) };
}
