import { chunksOf } from "../../base/chunks.js";
import type { ContactLinkChange } from "../contact-links/index.js";
import type { Action, Agreed, Fields } from "../engine/index.js";
import { quoted } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import { nameOfItem } from "./contact-item.js";
import type { ContactItem, PlannedContact } from "./contact-item.js";
import { itemColumns, saveContacts, settled, withoutEmptyPhones } from "./contact-outcome.js";
import type { ContactSave } from "./contact-outcome.js";

/** Actions that touch neither side, only our own records. */
type ContactBookkeeping = Extract<
  Action,
  { kind: "agree" | "baseline" | "leave-out" | "rest" | "end-link" | "leave-set" }
>;

export function isContactBookkeeping(planned: PlannedContact): planned is PlannedContact<ContactBookkeeping> {
  const kinds: readonly Action["kind"][] = ["agree", "baseline", "leave-out", "rest", "end-link", "leave-set"];
  // A client who joins the group for a contact is a write to the studio, though nothing else changes.
  return kinds.includes(planned.action.kind) && !(planned.action.kind === "agree" && planned.item.joinsGroup);
}

/** Links remembered in one transaction. */
const batchSize = 500;

/** Remembers what was decided about pairs nothing happens to, and says who is synced no more (K3). */
export async function keepContactBooks(
  planned: readonly PlannedContact<ContactBookkeeping>[],
  context: ContactContext,
): Promise<void> {
  const { unitOfWork, contactLinks } = context.services;
  for (const some of chunksOf(planned, batchSize)) {
    const saves: ContactSave[] = [];
    const ended: number[] = [];
    for (const { action, item } of some) {
      const change = changeFor(action, item);
      if (change !== undefined) saves.push({ item, change });
      else ended.push(...[item.link, item.absorbed].flatMap((link) => link?.id ?? []));
    }
    await unitOfWork.run(async (transaction) => {
      await saveContacts(saves, context, transaction);
      await contactLinks.delete(ended, transaction);
    });
    for (const { action, item } of some) tell(action, item, context);
  }
}

/** @returns undefined when the rows are to go */
function changeFor(action: ContactBookkeeping, item: ContactItem): ContactLinkChange | undefined {
  const decided: ContactLinkChange = { ...itemColumns(item), ...settled };
  switch (action.kind) {
    case "agree":
      return {
        ...decided,
        state: "linked",
        agreed: withoutEmptyPhones(action.agreed),
        ...(isAsAgreed(action.agreed, item) ? { lost: item.link?.lost ?? [] } : {}),
        ...(item.needsLabel ? {} : { isLabelled: true }),
      };
    case "leave-set":
      return { ...decided, state: "left" };
    case "rest":
      return decided;
    case "baseline":
      return { ...decided, state: "baseline" };
    case "leave-out":
      return { ...decided, state: "left-out" };
    case "end-link":
      return endOf(action, item);
  }
}

/** Nothing synced has changed, only a label or the like: what is on offer stays so (C15). */
function isAsAgreed({ studio, google }: Agreed, { link }: ContactItem): boolean {
  const isSame = (now: Fields, before: Fields = {}) =>
    Object.keys(now).every((field) => now[field] === (before[field] ?? ""));
  return isSame(studio, link?.agreed?.studio) && isSame(google, link?.agreed?.google);
}

/** The contact stays; where the client lives on outside the group, it is found again should it come back (K3). */
function endOf({ isForGood }: Extract<Action, { kind: "end-link" }>, item: ContactItem): ContactLinkChange | undefined {
  if (!isForGood || item.contact === undefined) return undefined;
  const ended: ContactLinkChange = { ...settled, state: "ended", isLabelled: false, decidedEtag: item.link?.seenEtag };
  return item.departure === "left-group" ? ended : { ...ended, clientId: undefined, clientGuid: undefined };
}

function tell(action: ContactBookkeeping, item: ContactItem, { report, canon }: ContactContext): void {
  const name = nameOfItem(item, canon);
  if (action.kind === "leave-out") report.leaveOut(`contact-${action.reason}`);
  if (action.kind !== "leave-set") return;
  const what = item.link?.isDeletedInGoogle === true ? "deleted in Google" : "taken out of the label in Google";
  report.warn(
    "left-synced-set",
    `${quoted(name)} was ${what}. The client stays in the studio and is not synced for this user any more; adding it to the client group again, or "Send again", brings it back.`,
    name,
  );
}
