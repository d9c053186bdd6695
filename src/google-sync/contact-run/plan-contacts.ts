import { isGuardedField } from "../contacts/index.js";
import { guardPlan, plan } from "../engine/index.js";
import type { Action, Fields, GuardedItem, GuardedPlanOf } from "../engine/index.js";
import type { ContactContext } from "./contact-context.js";
import type { ContactItem } from "./contact-item.js";

/** A plan that has passed the guards. */
export type GuardedContacts = GuardedPlanOf<ContactItem>;

/** Decides about every pair, and holds what no person would do in one go (G1, G2, P7). */
export async function planContacts(items: readonly ContactItem[], context: ContactContext): Promise<GuardedContacts> {
  const byKey = new Map(items.map((item) => [item.pair.key, item]));
  const { isTwoWay, settings, isFirstTwoWay, services, stream, limits } = context;
  const actions = plan(
    items.map(({ pair }) => pair),
    { isTwoWay, populateGoogle: true, populateStudio: settings.populateStudio && isTwoWay },
  ).map((action) => stillLeft(action, byKey.get(action.key)));
  const { linked = 0 } = await services.contactLinks.countByState(stream.id);
  return guardPlan(actions, byKey, {
    guarded: (item, action) => guardedItem(item, action, context),
    totals: { all: linked, toCome: linked },
    limits,
    isNewlyTwoWay: ({ link }) => isFirstTwoWay && link?.state === "linked",
  });
}

/** A client that left the set before is still out of it: nothing new to say, or to count (K3). */
function stillLeft(action: Action, item: ContactItem | undefined): Action {
  return action.kind === "leave-set" && item?.link?.state === "left"
    ? { kind: "rest", key: action.key, reason: "it left the synced set" }
    : action;
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
