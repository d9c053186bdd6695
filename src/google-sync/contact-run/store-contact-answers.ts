import type { ContactLinkChange } from "../contact-links/index.js";
import { sidesOfContact } from "../contacts/index.js";
import { onOffer } from "../engine/index.js";
import type { Agreed, LostValue } from "../engine/index.js";
import type { ContactWriteOutcome, LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import { nameOfItem } from "./contact-item.js";
import type { ContactItem } from "./contact-item.js";
import { itemColumns, lostInWords, saveContacts, settled, withoutEmptyPhones } from "./contact-outcome.js";
import type { ContactSave } from "./contact-outcome.js";
import type { CreateTask, UpdateTask } from "./contact-task.js";

/** What Google answered to one write. */
export interface ContactAnswer {
  readonly task: CreateTask | UpdateTask;
  /** The journal's id of its intent. */
  readonly effectId: number;
  readonly outcome: ContactWriteOutcome;
}

/** Stores what the server answered to one request, in one transaction: the links, and every intent's end (R1, G5). */
export async function storeContactAnswers(answers: readonly ContactAnswer[], context: ContactContext): Promise<void> {
  const { unitOfWork, journal } = context.services;
  const saves = answers.flatMap((answer) => saveOf(answer, context));
  const done = answers.filter(({ outcome }) => outcome.kind === "written");
  await unitOfWork.run(async (transaction) => {
    await saveContacts(saves, context, transaction);
    await journal.complete(
      done.map(({ effectId }) => effectId),
      "done",
      undefined,
      transaction,
    );
    for (const { effectId, outcome } of answers) {
      // What became of a creation without an answer is found out by a later read (K10).
      if (outcome.kind === "written" || outcome.kind === "unknown") continue;
      await journal.complete([effectId], "failed", problemOf(outcome), transaction);
    }
  });
  for (const { task } of done) tell(task, context);
}

function problemOf(outcome: ContactWriteOutcome): string {
  return "error" in outcome ? outcome.error.message : `Google says it is ${outcome.kind}.`;
}

function saveOf({ task, outcome }: ContactAnswer, context: ContactContext): readonly ContactSave[] {
  const { item } = task.planned;
  if (outcome.kind === "written") return [{ item, change: linkAfterWrite(task, outcome.contact, context) }];
  const isCertainlyNotMade = task.planned.action.kind === "create-in-google" && outcome.kind !== "unknown";
  return isCertainlyNotMade ? [{ item, change: { createSentAt: undefined } }] : [];
}

/**
 * The link after a write: Google's copy is `seen` as we know it to be now, and the two sides agree on what each
 * holds. What an emptied field uncovers, such as a second email, is Google's own and no change of tomorrow (K4, C17).
 */
function linkAfterWrite(
  { planned: { action, item }, write }: ContactAnswer["task"],
  written: Pick<LiveContact, "resourceName" | "etag" | "sourceEtag" | "updatedAt">,
  context: ContactContext,
): ContactLinkChange {
  const before = action.kind === "change" ? item.contact : undefined;
  const contact: LiveContact = {
    kind: "live",
    ...written,
    previousResourceNames: before?.previousResourceNames ?? [],
    fields: { ...before?.fields, ...write.fields },
    memberships: write.memberships ?? before?.memberships ?? [],
    clientData: write.clientData ?? before?.clientData ?? {},
  };
  const theirs = sidesOfContact(item.client, contact, action.agreed, context.canon).google;
  const sent = action.kind === "change" ? action.toGoogle : action.fields;
  const agreed: Agreed = {
    studio: action.agreed.studio,
    google: Object.fromEntries(
      Object.entries(action.agreed.google).map(([field, planned]) => [
        field,
        sent[field] === undefined ? planned : (theirs[field] ?? planned),
      ]),
    ),
  };
  return {
    ...itemColumns(item),
    state: "linked",
    agreed: withoutEmptyPhones(agreed),
    resourceName: contact.resourceName,
    seen: contact,
    seenEtag: contact.sourceEtag,
    decidedEtag: contact.sourceEtag,
    isDeletedInGoogle: false,
    ...(context.label.holds(contact) ? { isLabelled: true } : {}),
    ...(action.kind === "create-in-google" ? { isMadeByUs: true } : {}),
    ...settled,
    lost: action.kind === "change" ? [...ofStudiosHalf(item), ...onOffer(action.lost)] : [],
  };
}

/** What the studio's half of the same merge cost: its link is marked as not looked at to its end. */
function ofStudiosHalf({ link }: ContactItem): readonly LostValue[] {
  return link !== undefined && link.clientVersion === undefined ? link.lost : [];
}

function tell({ planned: { action, item } }: ContactAnswer["task"], { report, canon }: ContactContext): void {
  if (action.kind === "create-in-google") return report.countContact("google", "created");
  report.lose(lostInWords(action.lost), nameOfItem(item, canon));
  return report.countContact("google", "changed");
}
