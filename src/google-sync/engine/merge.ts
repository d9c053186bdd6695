import type { Agreed, Fields } from "./fields.js";
import type { FieldRule } from "./pair.js";

/** Which side's change counts as the later one (C15). */
export type Later = "studio" | "google";

/** Under a minute apart is a tie, and a tie goes to the studio (C15). */
const tieMilliseconds = 60_000;

/** The later of two changes; unknown times are a tie. */
export function laterOf(studioChangedAt: Date | undefined, googleUpdatedAt: Date | undefined): Later {
  if (studioChangedAt === undefined || googleUpdatedAt === undefined) return "studio";
  return googleUpdatedAt.getTime() - studioChangedAt.getTime() >= tieMilliseconds ? "google" : "studio";
}

/**
 * When a record counts as changed once a change made in Google at `googleUpdatedAt` is in it: then (C15), unless the
 * studio's own latest is later. One clock stands for all its fields, and a later change that still has to travel to
 * somebody's Google must not become an older one. The clock moves in any case: a database takes a write that leaves it
 * as it was for an edit of this very moment.
 */
export function changedAtAfter(studioChangedAt: Date | undefined, googleUpdatedAt: Date): Date {
  return studioChangedAt !== undefined && studioChangedAt >= googleUpdatedAt
    ? new Date(studioChangedAt.getTime() + 1)
    : googleUpdatedAt;
}

/** A value that did not survive, for the warning. */
export interface LostValue {
  readonly field: string;
  /** The side on which it had been entered. */
  readonly side: "studio" | "google";
  readonly value: string;
  readonly why: "later-change-won" | "put-back" | "one-way" | "deleted";
}

/** The values a merge decided against by time alone: somebody may still want them (C15). */
export function onOffer(lost: readonly LostValue[]): readonly LostValue[] {
  return lost.filter(({ why }) => why === "later-change-won");
}

/** What a merge wants done, and what both sides hold once it is done. */
export interface Merged {
  readonly toStudio: Fields;
  readonly toGoogle: Fields;
  readonly agreed: Agreed;
  readonly lost: readonly LostValue[];
}

/** The sides of one merge. */
export interface MergeInput {
  readonly agreed: Agreed;
  readonly studio: Fields;
  readonly google: Fields;
  readonly rules: Readonly<Record<string, FieldRule>>;
  readonly later: Later;
}

/** The side on which a field is written. */
export type Way = "to-studio" | "to-google";

/** A rule by which a field travels at all. */
export type TravellingRule = Exclude<FieldRule, "untouched">;

/** One field that takes part: what each side holds, and whether that is what it held when the two last agreed. */
export interface FieldState {
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
  /** Nothing was ever agreed on about this field (W5). */
  readonly isUnagreed: boolean;
  readonly isOursChanged: boolean;
  readonly isTheirsChanged: boolean;
}

/** Fields that no longer mean the same although nobody edited them; the named side's hold (C22). */
export interface Rewrite {
  readonly side: "studio" | "google";
  readonly fields: readonly string[];
}

/**
 * Three-way merge by field against what each side held when they last agreed (C15).
 * Fields without a rule, or absent on a side, are untouched. Where nothing was ever agreed
 * on, empty fields are filled and unequal ones stay (W5). An edit comes before a rewrite.
 */
export function merge(sides: MergeInput, rewrite?: Rewrite): Merged {
  return settle(sides, (rule, state) => {
    // What was never agreed on differs from it on one side at least.
    const isEdited = state.isOursChanged || state.isTheirsChanged;
    return !isEdited && rewrite?.fields.includes(state.field)
      ? rewriteField(rule, state, rewrite.side)
      : mergedWay(rule, state, sides.later);
  });
}

/** Which way one field goes by its rule and by who changed it. */
export function mergedWay(rule: TravellingRule, state: FieldState, later: Later): Way | undefined {
  return state.isUnagreed ? fillEmpty(rule, state) : mergeField(rule, state, later);
}

/**
 * Sends every field that takes part the way `wayOf` says (undefined: both sides stay as they are),
 * and notes which entered values that costs.
 */
export function settle(
  { agreed, studio, google, rules }: MergeInput,
  wayOf: (rule: TravellingRule, state: FieldState) => Way | undefined,
): Merged {
  const toStudio: Record<string, string> = {};
  const toGoogle: Record<string, string> = {};
  const agreedStudio: Record<string, string> = {};
  const agreedGoogle: Record<string, string> = {};
  const lost: LostValue[] = [];

  for (const [field, rule] of Object.entries(rules)) {
    const ours = studio[field];
    const theirs = google[field];
    if (ours === undefined || theirs === undefined || rule === "untouched") continue;
    const isUnagreed = agreed.studio[field] === undefined || agreed.google[field] === undefined;
    const isOursChanged = ours !== agreed.studio[field];
    const isTheirsChanged = theirs !== agreed.google[field];
    const way = wayOf(rule, { field, ours, theirs, isUnagreed, isOursChanged, isTheirsChanged });
    agreedStudio[field] = way === "to-studio" ? theirs : ours;
    // One way, an edit made in Google is not looked at: it stays a difference, to be asked about once it is (C23, P7).
    const isIgnored = rule === "to-google" && way === undefined && !isUnagreed && ours !== theirs;
    agreedGoogle[field] = way === "to-google" ? ours : isIgnored ? (agreed.google[field] ?? theirs) : theirs;
    if (way === "to-studio") {
      toStudio[field] = theirs;
      if (!isUnagreed && isOursChanged) lost.push({ field, side: "studio", value: ours, why: reasonOf(rule) });
    }
    if (way === "to-google") {
      toGoogle[field] = ours;
      if (!isUnagreed && isTheirsChanged) lost.push({ field, side: "google", value: theirs, why: reasonOf(rule) });
    }
  }
  return { toStudio, toGoogle, agreed: { studio: agreedStudio, google: agreedGoogle }, lost };
}

/** W5: never agreed on. What is empty on one side is filled; unequal values stay until one is edited. */
function fillEmpty(rule: TravellingRule, { ours, theirs }: FieldState): Way | undefined {
  if (ours === theirs) return undefined;
  if (rule === "google-holds") return "to-studio";
  if (ours === "" && (rule === "both" || rule === "from-google")) return "to-studio";
  return theirs === "" && mayGoOut(rule) ? "to-google" : undefined;
}

function mergeField(rule: TravellingRule, state: FieldState, later: Later): Way | undefined {
  const { ours, theirs, isOursChanged, isTheirsChanged } = state;
  if (ours === theirs) return undefined;
  switch (rule) {
    case "both":
      if (isOursChanged && isTheirsChanged) return later === "google" ? "to-studio" : "to-google";
      if (isOursChanged) return "to-google";
      return isTheirsChanged ? "to-studio" : undefined;
    case "to-google":
      return isOursChanged ? "to-google" : undefined;
    case "studio-rules":
      return isOursChanged || isTheirsChanged ? "to-google" : undefined;
    case "from-google":
    case "google-holds":
      return isTheirsChanged ? "to-studio" : undefined;
  }
}

function rewriteField(rule: TravellingRule, { ours, theirs }: FieldState, side: Rewrite["side"]): Way | undefined {
  if (ours === theirs) return undefined;
  if (side === "google" && rule !== "studio-rules") return "to-studio";
  return mayGoOut(rule) ? "to-google" : undefined;
}

/** Whether the studio's value may ever be written to Google. */
export function mayGoOut(rule: TravellingRule): boolean {
  return rule !== "from-google" && rule !== "google-holds";
}

function reasonOf(rule: TravellingRule): LostValue["why"] {
  if (rule === "studio-rules") return "put-back";
  return rule === "both" ? "later-change-won" : "one-way";
}
