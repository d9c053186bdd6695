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

/** A value that did not survive, for the warning. */
export interface LostValue {
  readonly field: string;
  /** The side on which it had been entered. */
  readonly side: "studio" | "google";
  readonly value: string;
  readonly why: "later-change-won" | "put-back" | "one-way" | "deleted";
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

/**
 * Three-way merge by field against what each side held when they last agreed (C15).
 * Fields without a rule, or absent on a side, are untouched. Where nothing was ever agreed
 * on, empty fields are filled and unequal ones stay (W5).
 */
export function merge({ agreed, studio, google, rules, later }: MergeInput): Merged {
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
    const change = isUnagreed
      ? fillEmpty(rule, ours, theirs)
      : mergeField(rule, {
          ours,
          theirs,
          isOursChanged: ours !== agreed.studio[field],
          isTheirsChanged: theirs !== agreed.google[field],
          later,
        });
    agreedStudio[field] = change === "to-studio" ? theirs : ours;
    agreedGoogle[field] = change === "to-google" ? ours : theirs;
    if (change === "to-studio") {
      toStudio[field] = theirs;
      if (!isUnagreed && ours !== agreed.studio[field])
        lost.push({ field, side: "studio", value: ours, why: "later-change-won" });
    }
    if (change === "to-google") {
      toGoogle[field] = ours;
      if (!isUnagreed && theirs !== agreed.google[field])
        lost.push({ field, side: "google", value: theirs, why: reasonOf(rule) });
    }
  }
  return { toStudio, toGoogle, agreed: { studio: agreedStudio, google: agreedGoogle }, lost };
}

/** W5: never agreed on. What is empty on one side is filled; unequal values stay until one is edited. */
function fillEmpty(rule: FieldRule, ours: string, theirs: string): "to-studio" | "to-google" | "stay" {
  if (ours === theirs) return "stay";
  if (ours === "" && (rule === "both" || rule === "from-google")) return "to-studio";
  return theirs === "" && rule !== "from-google" ? "to-google" : "stay";
}

interface FieldState {
  readonly ours: string;
  readonly theirs: string;
  readonly isOursChanged: boolean;
  readonly isTheirsChanged: boolean;
  readonly later: Later;
}

function mergeField(rule: FieldRule, state: FieldState): "to-studio" | "to-google" | "stay" {
  const { ours, theirs, isOursChanged, isTheirsChanged, later } = state;
  if (ours === theirs) return "stay";
  switch (rule) {
    case "both":
      if (isOursChanged && isTheirsChanged) return later === "google" ? "to-studio" : "to-google";
      if (isOursChanged) return "to-google";
      return isTheirsChanged ? "to-studio" : "stay";
    case "to-google":
      return isOursChanged ? "to-google" : "stay";
    case "studio-rules":
      return isOursChanged || isTheirsChanged ? "to-google" : "stay";
    case "from-google":
      return isTheirsChanged ? "to-studio" : "stay";
    case "untouched":
      return "stay";
  }
}

function reasonOf(rule: FieldRule): LostValue["why"] {
  if (rule === "studio-rules") return "put-back";
  return rule === "to-google" ? "one-way" : "later-change-won";
}
