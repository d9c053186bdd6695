import { mayGoOut, mergedWay, settle } from "./merge.js";
import type { FieldState, LostValue, MergeInput, Merged, TravellingRule, Way } from "./merge.js";

/**
 * Makes the other side like the chosen one, whoever changed what (D1, D2: G8, P7), as far as the
 * rules allow. What may not be written to Google (C10) stays as it is on both sides. An edit of
 * Google's that may not come in (C7, X1) is put back even if Google was chosen; a change of the
 * studio's own may be taken back.
 *
 * @returns the merge; the only losses are edits put back, the rest was somebody's choice
 */
export function keepSide(sides: MergeInput, side: "studio" | "google"): Merged {
  const settled = settle(sides, (rule, state) => keptWay(rule, state, side));
  return { ...settled, lost: settled.lost.filter(isPutBack) };
}

/** {@link keepSide} of one field; the others are merged as usual (D6: G8). */
export function keepField(sides: MergeInput, side: "studio" | "google", field: string): Merged {
  const settled = settle(sides, (rule, state) =>
    state.field === field ? keptWay(rule, state, side) : mergedWay(rule, state, sides.later),
  );
  return { ...settled, lost: settled.lost.filter((value) => value.field !== field || isPutBack(value)) };
}

function isPutBack({ side, why }: LostValue): boolean {
  return side === "google" && why === "put-back";
}

function keptWay(rule: TravellingRule, state: FieldState, side: "studio" | "google"): Way | undefined {
  if (state.ours === state.theirs) return undefined;
  if (side === "studio") return mayGoOut(rule) ? "to-google" : undefined;
  return rule === "studio-rules" && state.isTheirsChanged ? "to-google" : "to-studio";
}
