import type { Action, QuestionKind } from "./action.js";

/** Limits of G1, studio settings. */
export interface GuardLimits {
  /** So many deletions always pass. */
  readonly deletions: number;
  /** Or this share of the linked items. */
  readonly deletionShare: number;
  /** So many items moved by one offset look like a zone problem … */
  readonly moves: number;
  /** … when they are this share of the linked items to come. */
  readonly moveShare: number;
}

export const defaultGuardLimits: GuardLimits = { deletions: 10, deletionShare: 0.2, moves: 10, moveShare: 0.5 };

/** What the guards must know of an item and the engine does not. */
export interface GuardedItem {
  /** Ends after now. */
  readonly isToCome: boolean;
  /** Occurrences of one repeat count once. */
  readonly repeat: string | undefined;
  /** Somebody confirmed it: it passes and is not counted (G8). */
  readonly isApproved: boolean;
  /** By how many minutes the action moves it; undefined when it does not. */
  readonly movedByMinutes: number | undefined;
}

/** How many linked items the user has, one repeat counted once. */
export interface LinkedTotals {
  readonly all: number;
  readonly toCome: number;
}

/** Actions held together under one question. */
export interface Held {
  readonly question: QuestionKind;
  readonly keys: readonly string[];
  /** Why, in words: counts and shares. */
  readonly why: string;
}

/** What may be done now and what waits for an answer. */
export interface Guarded {
  readonly free: readonly Action[];
  readonly held: readonly Held[];
}

/**
 * Counts the plan per side and holds what no person would do in one go (G1, G2). A side that
 * looks emptied shows as deletions, so it needs no rule of its own.
 */
export function guard(
  actions: readonly Action[],
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits = defaultGuardLimits,
): Guarded {
  const held = [
    holdDeletions(actions.filter(deletesInStudio), "many-deletions-in-studio", itemOf, totals, limits),
    holdDeletions(actions.filter(deletesInGoogle), "many-deletions-in-google", itemOf, totals, limits),
    holdMoves(actions.filter(changesStudio), "many-moves-in-studio", itemOf, totals, limits),
    holdMoves(actions.filter(changesGoogle), "many-moves-in-google", itemOf, totals, limits),
  ].filter((group) => group !== undefined);
  const waiting = new Set(held.flatMap(({ keys }) => keys));
  return { free: actions.filter(({ key }) => !waiting.has(key)), held };
}

/** A question about a deletion in Google is a deletion too: two hundred of them are one matter. */
function deletesInStudio(action: Action): boolean {
  return action.kind === "remove-from-studio" || (action.kind === "ask" && action.question === "deleted-in-google");
}

function deletesInGoogle(action: Action): boolean {
  return action.kind === "delete-in-google";
}

function changesStudio(action: Action): boolean {
  return action.kind === "change" && Object.keys(action.toStudio).length > 0;
}

function changesGoogle(action: Action): boolean {
  return action.kind === "change" && Object.keys(action.toGoogle).length > 0;
}

function holdDeletions(
  deletions: readonly Action[],
  question: QuestionKind,
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits,
): Held | undefined {
  const counted = deletions.filter(({ key }) => !itemOf(key).isApproved);
  const all = countRepeatsOnce(counted, itemOf);
  const toCome = countRepeatsOnce(
    counted.filter(({ key }) => itemOf(key).isToCome),
    itemOf,
  );
  const isTooMany = (count: number, total: number) =>
    count > Math.max(limits.deletions, limits.deletionShare * total) || (count >= 3 && count >= total);
  if (!isTooMany(all, totals.all) && !isTooMany(toCome, totals.toCome)) return undefined;
  return {
    question,
    keys: counted.map(({ key }) => key),
    why: `${all} of ${totals.all} linked items would be deleted, ${toCome} of the ${totals.toCome} still to come`,
  };
}

function holdMoves(
  changes: readonly Action[],
  question: QuestionKind,
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits,
): Held | undefined {
  const byOffset = new Map<number, Action[]>();
  for (const action of changes) {
    const { isApproved, isToCome, movedByMinutes } = itemOf(action.key);
    if (isApproved || !isToCome || movedByMinutes === undefined || movedByMinutes === 0) continue;
    const moved = byOffset.get(movedByMinutes);
    if (moved === undefined) byOffset.set(movedByMinutes, [action]);
    else moved.push(action);
  }
  for (const [offset, moved] of byOffset) {
    const count = countRepeatsOnce(moved, itemOf);
    if (count < limits.moves || count < limits.moveShare * totals.toCome) continue;
    return {
      question,
      keys: moved.map(({ key }) => key),
      why: `${count} of the ${totals.toCome} linked items still to come would move by ${describeOffset(offset)}, which looks like a time zone problem`,
    };
  }
  return undefined;
}

function countRepeatsOnce(actions: readonly Action[], itemOf: (key: string) => GuardedItem): number {
  return new Set(actions.map(({ key }) => itemOf(key).repeat ?? `item ${key}`)).size;
}

function describeOffset(minutes: number): string {
  const hours = Math.abs(minutes) / 60;
  const amount = Number.isInteger(hours)
    ? `${hours} ${hours === 1 ? "hour" : "hours"}`
    : `${Math.abs(minutes)} minutes`;
  return minutes < 0 ? `${amount} earlier` : `${amount} later`;
}
