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
  /** So many items losing a field that matters always pass, or this share; not counted when not given. */
  readonly replacements?: CountLimit;
  /** So many new items in the studio always pass, or this share of the items there; not counted when not given. */
  readonly creations?: CountLimit;
}

/** A count that always passes, or a share of the items there are. */
export interface CountLimit {
  readonly count: number;
  readonly share: number;
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
  /** On which side, and by how many minutes, the action moves it; undefined when it does not. */
  readonly moved: { readonly side: "studio" | "google"; readonly minutes: number } | undefined;
  /** The sides on which the action empties or replaces a field that matters. */
  readonly replaces?: readonly Side[];
  /** An end of its link means that it left the synced set. */
  readonly leavesSet?: boolean;
}

type Side = "studio" | "google";

/** How many linked items the user has, one repeat counted once. */
export interface LinkedTotals {
  readonly all: number;
  readonly toCome: number;
}

/** Actions held together under one question. */
export interface Held {
  readonly question: QuestionKind;
  readonly keys: readonly string[];
  /** By how many minutes they move; undefined where they do not. */
  readonly minutes?: number;
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
    ...holdDeletions(actions.filter(deletesInStudio), "many-deletions-in-studio", itemOf, totals, limits),
    ...holdDeletions(actions.filter(deletesInGoogle), "many-deletions-in-google", itemOf, totals, limits),
    ...holdMoves(actions.filter(isChange), "studio", itemOf, totals, limits),
    ...holdMoves(actions.filter(isChange), "google", itemOf, totals, limits),
    ...holdLeaving(actions, itemOf, totals, limits),
    ...holdReplacements(actions.filter(isChange), "studio", itemOf, totals, limits),
    ...holdReplacements(actions.filter(isChange), "google", itemOf, totals, limits),
    ...holdCreations(actions, itemOf, totals, limits),
  ];
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

function isChange(action: Action): boolean {
  return action.kind === "change";
}

function holdDeletions(
  deletions: readonly Action[],
  question: QuestionKind,
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits,
): readonly Held[] {
  const counted = deletions.filter(({ key }) => !itemOf(key).isApproved);
  const all = countRepeatsOnce(counted, itemOf);
  const toCome = countRepeatsOnce(
    counted.filter(({ key }) => itemOf(key).isToCome),
    itemOf,
  );
  const isTooMany = (count: number, total: number) =>
    count > Math.max(limits.deletions, limits.deletionShare * total) || (count >= 3 && count >= total);
  if (!isTooMany(all, totals.all) && !isTooMany(toCome, totals.toCome)) return [];
  const repeats = all < counted.length ? ", one repeat counted once" : "";
  const why = `${all} of ${totals.all} linked items would be deleted, ${toCome} of the ${totals.toCome} still to come${repeats}`;
  return [{ question, keys: counted.map(({ key }) => key), why }];
}

/** A synced set that looks emptied on one side is held like deletions (G2). */
function holdLeaving(
  actions: readonly Action[],
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits,
): readonly Held[] {
  const inGoogle = actions.filter(({ kind }) => kind === "leave-set");
  const inStudio = actions.filter(({ kind, key }) => kind === "end-link" && itemOf(key).leavesSet === true);
  const hold = (leaving: readonly Action[], question: QuestionKind): readonly Held[] => {
    const keys = unapproved(leaving, itemOf);
    const isTooMany = keys.length > Math.max(limits.deletions, limits.deletionShare * totals.all);
    if (!isTooMany && !(keys.length >= 3 && keys.length >= totals.all)) return [];
    return [{ question, keys, why: `${keys.length} of ${totals.all}` }];
  };
  return [...hold(inStudio, "many-leaving-in-studio"), ...hold(inGoogle, "many-leaving-in-google")];
}

function holdReplacements(
  changes: readonly Action[],
  side: Side,
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  { replacements }: GuardLimits,
): readonly Held[] {
  if (replacements === undefined) return [];
  const keys = unapproved(
    changes.filter(({ key }) => itemOf(key).replaces?.includes(side) === true),
    itemOf,
  );
  if (keys.length <= Math.max(replacements.count, replacements.share * totals.all)) return [];
  return [{ question: `many-replacements-in-${side}`, keys, why: `${keys.length} of ${totals.all}` }];
}

function holdCreations(
  actions: readonly Action[],
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  { creations }: GuardLimits,
): readonly Held[] {
  if (creations === undefined) return [];
  const keys = unapproved(
    actions.filter(({ kind }) => kind === "create-in-studio"),
    itemOf,
  );
  if (keys.length <= Math.max(creations.count, creations.share * totals.all)) return [];
  return [{ question: "many-creations-in-studio", keys, why: `${keys.length}, beside ${totals.all}` }];
}

function unapproved(actions: readonly Action[], itemOf: (key: string) => GuardedItem): readonly string[] {
  return actions.filter(({ key }) => !itemOf(key).isApproved).map(({ key }) => key);
}

/** One group for each offset: where half moves forward and half back, each half is a matter of its own. */
function holdMoves(
  changes: readonly Action[],
  side: "studio" | "google",
  itemOf: (key: string) => GuardedItem,
  totals: LinkedTotals,
  limits: GuardLimits,
): readonly Held[] {
  const byOffset = new Map<number, Action[]>();
  for (const action of changes) {
    const { isApproved, isToCome, moved } = itemOf(action.key);
    if (isApproved || !isToCome || moved?.side !== side || moved.minutes === 0) continue;
    const same = byOffset.get(moved.minutes);
    if (same === undefined) byOffset.set(moved.minutes, [action]);
    else same.push(action);
  }
  return [...byOffset].flatMap(([offset, moves]) => {
    const count = countRepeatsOnce(moves, itemOf);
    if (count < limits.moves || count < limits.moveShare * totals.toCome) return [];
    const why = `${count} of the ${totals.toCome} linked items still to come would move by ${describeOffset(offset)}, which looks like a time zone problem`;
    return [{ question: `many-moves-in-${side}` as const, keys: moves.map(({ key }) => key), minutes: offset, why }];
  });
}

function countRepeatsOnce(actions: readonly Action[], itemOf: (key: string) => GuardedItem): number {
  return new Set(actions.map(({ key }) => itemOf(key).repeat ?? `item ${key}`)).size;
}

function describeOffset(minutes: number): string {
  const amount = Math.abs(minutes);
  const words = amount % 60 === 0 ? countOf(amount / 60, "hour") : countOf(amount, "minute");
  return minutes === amount ? `${words} later` : `${words} earlier`;
}

function countOf(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
