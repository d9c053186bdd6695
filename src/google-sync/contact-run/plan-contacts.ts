import { isGuardedField } from "../contacts/index.js";
import { guard, plan } from "../engine/index.js";
import type { Action, Fields, GuardedItem, Held } from "../engine/index.js";
import type { ContactContext } from "./contact-context.js";
import type { ContactItem, PlannedContact } from "./contact-item.js";

/** A plan that has passed the guards. */
export interface GuardedContacts {
  readonly planned: readonly PlannedContact[];
  readonly held: readonly Held[];
  /** What is held, item by item. */
  readonly waiting: readonly PlannedContact[];
}

/** Decides about every pair, and holds what no person would do in one go (G1, G2, P7). */
export async function planContacts(items: readonly ContactItem[], context: ContactContext): Promise<GuardedContacts> {
  const byKey = new Map(items.map((item) => [item.pair.key, item]));
  const { isTwoWay, settings, isFirstTwoWay, services, stream } = context;
  const decided = plan(
    items.map(({ pair }) => pair),
    { isTwoWay, populateGoogle: true, populateStudio: settings.populateStudio && isTwoWay },
  ).map((action) => stillLeft(action, byKey.get(action.key)));
  const differing = isFirstTwoWay ? decided.filter((action) => comesFromGoogle(action, byKey.get(action.key))) : [];
  const others = differing.length === 0 ? decided : decided.filter((action) => !differing.includes(action));
  const { linked = 0 } = await services.contactLinks.countByState(stream.id);
  const actions = new Map(others.map((action) => [action.key, action]));
  const { free, held } = guard(
    others,
    (key) => guardedItem(byKey.get(key), actions.get(key), context),
    { all: linked, toCome: linked },
    context.limits,
  );
  const isFree = new Set(free.map(({ key }) => key));
  const atTwoWay: Held = { question: "differences-at-two-way", keys: differing.map(({ key }) => key), why: "" };
  return {
    planned: free.flatMap((action) => {
      const item = byKey.get(action.key);
      return item === undefined ? [] : [{ action, item }];
    }),
    held: differing.length === 0 ? held : [...held, atTwoWay],
    waiting: decided.flatMap((action) => {
      const item = byKey.get(action.key);
      return item === undefined || isFree.has(action.key) ? [] : [{ action, item }];
    }),
  };
}

/** A client that left the set before is still out of it: nothing new to say, or to count (K3). */
function stillLeft(action: Action, item: ContactItem | undefined): Action {
  return action.kind === "leave-set" && item?.link?.state === "left"
    ? { kind: "rest", key: action.key, reason: "it left the synced set" }
    : action;
}

/** P7: a linked pair whose Google side is not what was agreed, and nobody has answered about. */
function comesFromGoogle(action: Action, item: ContactItem | undefined): boolean {
  if (item?.pair.known.kind !== "linked" || item.link?.state !== "linked" || item.pair.directive !== undefined)
    return false;
  if (action.kind === "leave-set") return true;
  return (
    action.kind === "change" &&
    (Object.keys(action.toStudio).length > 0 || action.lost.some(({ side }) => side === "google"))
  );
}

function guardedItem(
  item: ContactItem | undefined,
  action: Action | undefined,
  { group, stream }: ContactContext,
): GuardedItem {
  const isLinked = item?.link?.state === "linked";
  // Another group was chosen: that its predecessor's clients leave is no surprise (G2).
  const isSameGroup = stream.groupGuid === undefined || stream.groupGuid === group.guid;
  // "OK" on the tab showed how many contacts of before would come in, and was confirmed (K2, G1).
  const isPopulated = action?.kind === "create-in-studio" && item?.pair.known.kind === "baseline";
  return {
    isToCome: true,
    repeat: undefined,
    isApproved: item?.pair.directive !== undefined || isPopulated,
    moved: undefined,
    replaces: replacedSides(item, action),
    leavesSet: isLinked && isSameGroup,
  };
}

function replacedSides(item: ContactItem | undefined, action: Action | undefined): readonly ("studio" | "google")[] {
  if (action?.kind !== "change" || item?.pair.known.kind !== "linked") return [];
  const { studio, google } = item.sides;
  return [
    ...(replaces(action.toStudio, studio) ? (["studio"] as const) : []),
    ...(replaces(action.toGoogle, google) ? (["google"] as const) : []),
  ];
}

/** A name, phone, email or address that was there is emptied or replaced (G1). */
function replaces(written: Fields, before: Fields): boolean {
  return Object.keys(written).some((field) => isGuardedField(field) && (before[field] ?? "") !== "");
}
