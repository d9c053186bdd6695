/** A trouble that lasts: since when, and when somebody was last told of it. */
export interface LastingTrouble {
  readonly since: Date;
  readonly toldAt: Date;
}

/** What somebody is to be told of; "nothing" of a trouble that was told today, or of what is in order as always. */
export type Telling = "nothing" | "began" | "lasts" | "over";

const day = 24 * 60 * 60_000;

/** At the first failure, then at most daily, then once when it is over (J6). */
export function whatToTell(
  isTroubled: boolean,
  known: LastingTrouble | undefined,
  now: Date,
): { readonly telling: Telling; readonly trouble: LastingTrouble | undefined } {
  if (!isTroubled) return { telling: known === undefined ? "nothing" : "over", trouble: undefined };
  if (known === undefined) return { telling: "began", trouble: { since: now, toldAt: now } };
  if (now.getTime() - known.toldAt.getTime() < day) return { telling: "nothing", trouble: known };
  return { telling: "lasts", trouble: { ...known, toldAt: now } };
}
