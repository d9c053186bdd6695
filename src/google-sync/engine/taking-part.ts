import { pick } from "./fields.js";
import type { Agreed, Fields } from "./fields.js";
import type { PairRules } from "./pair.js";

/** The fields that have a rule; the rest is neither compared nor remembered, nor written to an item that is there (C2, C25). */
export function takingPart(fields: Fields, { fields: rules }: PairRules): Fields {
  const isPart = (field: string) => rules[field] !== undefined && rules[field] !== "untouched";
  const names = Object.keys(fields);
  // Thousands of plans are held at once: they share what they have in common.
  return names.every(isPart) ? fields : pick(fields, names.filter(isPart));
}

/** {@link takingPart} of what each side held. */
export function agreedTakingPart({ studio, google }: Agreed, rules: PairRules): Agreed {
  return { studio: takingPart(studio, rules), google: takingPart(google, rules) };
}
