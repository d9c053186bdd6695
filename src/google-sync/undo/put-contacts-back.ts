import type { ContactLink, ContactLinkChange } from "../contact-links/index.js";
import { cardOfFields, emptyCard, personChangesOf } from "../contacts/index.js";
import type { ContactCanon, ContactSides } from "../contacts/index.js";
import type { ContactWriteOutcome, ContactsApi, LiveContact } from "../google/index.js";
import { failureText } from "../job/index.js";
import { effectOf, writtenBack } from "./person-now.js";
import type { ContactUndo, PersonNow } from "./person-now.js";
import { agreedOfLostPhones, contactPhonesBack } from "./phones-back.js";
import type { LeftAsIs, UndoStep } from "./plan-undo.js";
import { agreedAfter } from "./rest.js";

/**
 * Undoes what a run did to contacts, one at a time: they are few, and one change is under way for an account anyway
 * (google.md 3.5).
 * @returns what changed between looking and writing, and stays as it is
 */
export async function putContactsBack(steps: readonly UndoStep[], undo: ContactUndo): Promise<readonly LeftAsIs[]> {
  const left: LeftAsIs[] = [];
  for (const step of steps.filter(({ item }) => item.side === "google")) {
    const person = undo.personOf(step.item);
    if (step.kind === "bring-back" || person?.contact === undefined) {
      left.push({ item: step.item, why: "changed-since" });
      continue;
    }
    undo.context.signal.throwIfAborted();
    const { contact } = person;
    const outcome = await putContactBack(step, { ...person, contact }, undo);
    if (outcome.kind === "written" || outcome.kind === "deleted") continue;
    if ("error" in outcome) left.push({ item: step.item, why: "not-looked-at", now: failureText(outcome.error) });
    else left.push({ item: step.item, why: "changed-since" });
  }
  return left;
}

/** The link rests already when the request is sent, so that a cut-off leaves nothing that looks like an edit (G5). */
async function putContactBack(
  step: UndoStep,
  person: PersonNow & { readonly contact: LiveContact },
  { context, contacts, canon }: ContactUndo,
): Promise<ContactWriteOutcome> {
  const { link, contact, sides } = person;
  const { unitOfWork, contactLinks, journal } = context.services;
  const isSetBack = step.kind === "set-back";
  const rest: ContactLinkChange = isSetBack
    ? { agreed: agreedOfLostPhones(agreedAfter(link.agreed, "google", step.fields), step.fields, sides) }
    : { state: "left", isLabelled: false };
  const effect = effectOf(step, isSetBack ? "change" : "delete-in-google", person, canon);
  const [effectId = 0] = await unitOfWork.run(async (transaction) => {
    await contactLinks.changeEach([{ id: link.id, change: rest }], transaction);
    return journal.intend(context.runId, [effect], transaction);
  });
  const update = isSetBack ? updateOf(step, contact, sides, canon) : undefined;
  const outcome = await first(
    update === undefined ? contacts.delete([contact.resourceName]) : contacts.update([update]),
  );
  const isDone = outcome.kind === "written" || outcome.kind === "deleted";
  await unitOfWork.run(async (transaction) => {
    const problem = isDone
      ? undefined
      : "error" in outcome
        ? outcome.error.message
        : `Google says it is ${outcome.kind}.`;
    await journal.complete([effectId], isDone ? "done" : "failed", problem, transaction);
    const change = changeAfter(
      outcome,
      link,
      { ...contact, fields: { ...contact.fields, ...update?.fields } },
      isSetBack,
    );
    if (change !== undefined) await contactLinks.changeEach([{ id: link.id, change }], transaction);
  });
  if (isDone) context.report.countContact("google", isSetBack ? "changed" : "deleted");
  return outcome;
}

function updateOf(
  step: Extract<UndoStep, { kind: "set-back" }>,
  { resourceName, etag, sourceEtag, fields: person }: LiveContact,
  sides: ContactSides,
  canon: ContactCanon,
): Parameters<ContactsApi["update"]>[0][number] {
  const texts = writtenBack(step);
  const names = Object.keys(texts);
  const card = { ...emptyCard, ...cardOfFields(texts) };
  const phones = contactPhonesBack(texts, sides);
  return {
    key: step.item.key,
    resourceName,
    etag,
    sourceEtag,
    fields: personChangesOf(names, card, person, phones, canon),
  };
}

/** What is known of the link after Google's answer; where nobody knows, it goes on resting. */
function changeAfter(
  outcome: ContactWriteOutcome,
  link: ContactLink,
  contact: LiveContact,
  isSetBack: boolean,
): ContactLinkChange | undefined {
  const { state, agreed, isLabelled } = link;
  if (outcome.kind === "deleted") return { isDeletedInGoogle: true };
  if (outcome.kind === "written") {
    const { sourceEtag } = outcome.contact;
    const isInStep = contact.sourceEtag === link.decidedEtag;
    return {
      seen: { ...contact, ...outcome.contact },
      seenEtag: sourceEtag,
      ...(isInStep ? { decidedEtag: sourceEtag } : {}),
    };
  }
  const isUnknown = "error" in outcome && ["retry-later", "malformed-answer"].includes(outcome.error.verdict.kind);
  if (isUnknown) return undefined;
  return isSetBack ? { agreed } : { state, isLabelled };
}

async function first(results: ReturnType<ContactsApi["update"]>): Promise<ContactWriteOutcome> {
  let last: ContactWriteOutcome = { kind: "stale" };
  for await (const some of results) last = some[0]?.outcome ?? last;
  return last;
}
