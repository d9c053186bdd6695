import type { WallTime } from "../../base/wall-time.js";
import type { Planned } from "./bookkeeping.js";
import type { RunItem } from "./run-item.js";

/**
 * The order writes go in, over all batches: what is still to come first, the soonest first; then what is over,
 * the latest first (C7). A run that is cut off, or ends at a quota, has done what people look at next.
 */
export function soonestFirst<P extends Planned>(planned: readonly P[], now: WallTime): readonly P[] {
  const timed = planned.map((one) => {
    const [start = "", end = start] = whenOf(one.item).split("/");
    return { one, start, isToCome: end > now.slice(0, end.length) };
  });
  const byStart = (a: { readonly start: string }, b: { readonly start: string }) =>
    a.start < b.start ? -1 : Number(a.start > b.start);
  return [
    ...timed.filter(({ isToCome }) => isToCome).toSorted(byStart),
    ...timed.filter(({ isToCome }) => !isToCome).toSorted((a, b) => byStart(b, a)),
  ].map(({ one }) => one);
}

/** When the item is: the studio's word counts; of a deleted one, what was agreed. */
function whenOf({ pair: { studio, google, known } }: RunItem): string {
  const agreed = known.kind === "linked" ? known.agreed.google["when"] : undefined;
  const fields = studio.kind === "present" ? studio.fields : google.kind === "present" ? google.fields : {};
  return fields["when"] ?? agreed ?? "";
}
