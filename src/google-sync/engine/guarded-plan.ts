import type { Action } from "./action.js";
import { guard } from "./guards.js";
import type { GuardLimits, GuardedItem, Held, LinkedTotals } from "./guards.js";
import type { Pair } from "./pair.js";

/** A planned action together with the item it is about. */
export interface PlannedOf<Item, A extends Action = Action> {
  readonly action: A;
  readonly item: Item;
}

/** A plan that has passed the guards. */
export interface GuardedPlanOf<Item> {
  readonly planned: readonly PlannedOf<Item>[];
  readonly held: readonly Held[];
  /** What is held, item by item. */
  readonly waiting: readonly PlannedOf<Item>[];
}

/** What the guards are told about a kind of item. */
export interface GuardTerms<Item> {
  readonly guarded: (item: Item | undefined, action: Action | undefined) => GuardedItem;
  readonly totals: LinkedTotals;
  readonly limits: GuardLimits;
  /** Two-way was just switched on for it: what Google's side already shows is asked about, as one group (P7). */
  readonly isNewlyTwoWay: (item: Item) => boolean;
}

/** Takes out of a plan what waits for a person's answer (G1, G2, P7). Actions that name no item are left out. */
export function guardPlan<Item extends { readonly pair: Pair }>(
  actions: readonly Action[],
  items: ReadonlyMap<string, Item>,
  { guarded, totals, limits, isNewlyTwoWay }: GuardTerms<Item>,
): GuardedPlanOf<Item> {
  const isAskedAtTwoWay = (action: Action) => {
    const item = items.get(action.key);
    return item !== undefined && isNewlyTwoWay(item) && comesFromGoogle(item.pair, action);
  };
  const differing = new Set(actions.filter(isAskedAtTwoWay));
  const others = actions.filter((action) => !differing.has(action));
  const actionOf = new Map(others.map((action) => [action.key, action]));
  const { free, held } = guard(others, (key) => guarded(items.get(key), actionOf.get(key)), totals, limits);
  const isFree = new Set(free.map(({ key }) => key));
  const atTwoWay: Held = { question: "differences-at-two-way", keys: [...differing].map(({ key }) => key), why: "" };
  const withItem = (action: Action): readonly PlannedOf<Item>[] => {
    const item = items.get(action.key);
    return item === undefined ? [] : [{ action, item }];
  };
  return {
    planned: free.flatMap(withItem),
    held: differing.size === 0 ? held : [...held, atTwoWay],
    waiting: actions.filter(({ key }) => !isFree.has(key)).flatMap(withItem),
  };
}

/** P7: a linked item whose Google side is not what was agreed, and nobody has answered about. */
function comesFromGoogle({ known, directive }: Pair, action: Action): boolean {
  if (known.kind !== "linked" || directive !== undefined) return false;
  switch (action.kind) {
    case "remove-from-studio":
    case "leave-set":
    case "ask":
      return true;
    case "create-in-google":
      return action.isAnew;
    case "change":
      return Object.keys(action.toStudio).length > 0 || action.lost.some(({ side }) => side === "google");
    default:
      return false;
  }
}
