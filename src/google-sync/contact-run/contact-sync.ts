import type { ContactCandidates } from "../contact-links/index.js";
import { isEmpty } from "../engine/index.js";
import { concernsWholeAccount } from "../google/index.js";
import { failureText } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import type { ContactItem, PlannedContact } from "./contact-item.js";
import { giveContactNotice } from "./contact-notices.js";
import { askAboutGroups, askWhoTheyAre, closeContactQuestion, proposeMerges } from "./contact-questions.js";
import type { GoogleContactAction } from "./contact-task.js";
import { gatherContacts } from "./gather-contacts.js";
import type { Gathered, UnclearPerson } from "./gather-contacts.js";
import { isContactBookkeeping, keepContactBooks } from "./keep-contact-books.js";
import { openContacts } from "./open-contacts.js";
import type { ContactStart } from "./open-contacts.js";
import { planContacts } from "./plan-contacts.js";
import type { GuardedContacts } from "./plan-contacts.js";
import { putUnderLabel, takeFromLabel } from "./put-under-label.js";
import { readOneByOne } from "./read-contacts.js";
import { writeClients, writesClient } from "./write-clients.js";
import { writeContacts } from "./write-contacts.js";

/** How often items that changed under our hands are planned anew in one run (G9, K9). */
const mostPasses = 5;

/** What a run of contacts leaves besides its lines in the report. */
export interface ContactsSynced {
  /** Nothing is left for the next run: Populate may untick itself (W3). */
  readonly isComplete: boolean;
}

/**
 * Syncs one user's clients and contacts: read, then plan and apply until both sides are in step (K). Does nothing
 * where no client group is chosen.
 */
export async function syncContacts(start: ContactStart): Promise<ContactsSynced> {
  const { report } = start;
  const leftOverBefore = report.leftOver;
  const context = await openContacts(start);
  if (context === undefined) return { isComplete: true };
  await runPasses(context);
  await proposeMerges(context);
  await putUnderLabel(context);
  const waiting = await conclude(context);
  return { isComplete: report.leftOver === leftOverBefore && waiting === 0 };
}

/** What a preview shows: the plan, and whom the run would ask about. */
export interface PreviewedContacts extends GuardedContacts {
  /** People who cannot be told from others for sure, and whom nobody was asked about yet (K6). */
  readonly unclear: readonly UnclearPerson[];
}

/** The plan the next run would execute; writes nothing (R3). @returns undefined where contacts are not synced */
export async function previewContacts(start: ContactStart): Promise<PreviewedContacts | undefined> {
  const context = await openContacts(start);
  if (context === undefined) return undefined;
  const { items, unclear } = await gatherContacts(await lookedAtWithLabel(context), context);
  const guarded = await planContacts(items, context);
  return { ...guarded, unclear: unclear.filter(({ item }) => item.link?.questionId === undefined) };
}

async function runPasses(context: ContactContext): Promise<void> {
  let again: ReadonlySet<string> | undefined;
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const found = onlyThese(await lookedAtWithLabel(context), again);
    const gathered = await gatherContacts(found, context);
    if (gathered.items.length === 0 && gathered.unclear.length === 0) return;
    again = await apply(gathered, await planContacts(gathered.items, context), context);
    if (again.size === 0) return;
  }
  context.report.leaveOver(1, {
    code: "contacts-changed-meanwhile",
    text: "Some contacts changed again and again, or were refused, while they were synced; the next run goes on with them.",
  });
}

function findCandidates({
  services,
  stream,
  group,
  settings,
  isTwoWay,
  isFirstTwoWay,
}: ContactContext): Promise<ContactCandidates> {
  return services.contactLinks.candidates({
    stream,
    groupId: group.id,
    now: services.clock.now(),
    readsGoogle: isTwoWay,
    withBaseline: isTwoWay && settings.populateStudio,
    withAllLinked: isFirstTwoWay,
  });
}

/** Contacts out of our label may be so because the label itself is gone; that is another matter (K3). */
async function lookedAtWithLabel(context: ContactContext): Promise<ContactCandidates> {
  const found = await findCandidates(context);
  const isAnyOut = found.links.some(
    ({ state, isLabelled, seen, isDeletedInGoogle }) =>
      state === "linked" && isLabelled && !isDeletedInGoogle && seen !== undefined && !context.label.holds(seen),
  );
  return isAnyOut && (await context.label.verify()) === "to-be-remade" ? findCandidates(context) : found;
}

function onlyThese(found: ContactCandidates, again: ReadonlySet<string> | undefined): ContactCandidates {
  if (again === undefined) return found;
  const { links, newClientIds } = found;
  return {
    links: links.filter(({ id, clientId, resourceName }) =>
      [`link ${id}`, `client ${clientId}`, `contact ${resourceName}`].some((name) => again.has(name)),
    ),
    newClientIds: newClientIds.filter((id) => again.has(`client ${id}`)),
  };
}

/** Carries a plan out: our books, the studio, Google. @returns names of items to plan again */
async function apply(
  { items, unclear }: Gathered,
  { planned, held }: GuardedContacts,
  context: ContactContext,
): Promise<ReadonlySet<string>> {
  const byKey = new Map(items.map((item) => [item.pair.key, item]));
  await settleQuestions(planned, context);
  await askWhoTheyAre(unclear, context);
  await askAboutGroups(held, (key) => byKey.get(key), context);
  giveContactNotice(planned, context);
  await takeFromLabel(planned, context);
  await keepContactBooks(planned.filter(isContactBookkeeping), context);
  const { planAgain, failed } = await writeClients(planned.filter(writesClient), context);
  const again = new Set(planAgain);
  // Google's half of a plan whose studio half was not written must not be: both would count as agreed.
  const isWritten = ({ pair }: ContactItem) => !planAgain.has(pair.key) && !failed.has(pair.key);
  const forGoogle = planned.filter(writesContact).filter(({ item }) => isWritten(item));
  const ready = await refreshOneWay(forGoogle, again, context);
  for (const key of await writeContacts(ready, context)) again.add(key);
  return new Set([...again].flatMap((key) => namesOf(byKey.get(key))));
}

function writesContact(planned: PlannedContact): planned is PlannedContact<GoogleContactAction> {
  const { action } = planned;
  return action.kind === "create-in-google" || (action.kind === "change" && !isEmpty(action.toGoogle));
}

/** An item by everything it may be called in another pass, when it has got a row, or another one. */
function namesOf(item: ContactItem | undefined): readonly string[] {
  if (item === undefined) return [];
  const { link, client, contact } = item;
  return [
    ...(link === undefined ? [] : [`link ${link.id}`]),
    ...(client === undefined ? [] : [`client ${client.id}`]),
    ...(contact === undefined ? [] : [`contact ${contact.resourceName}`]),
  ];
}

/** What is decided needs no answer any more. */
async function settleQuestions(planned: readonly PlannedContact[], context: ContactContext): Promise<void> {
  const ids = new Set(planned.flatMap(({ item }) => item.link?.questionId ?? item.absorbed?.questionId ?? []));
  for (const id of ids)
    await context.services.unitOfWork.run((transaction) => closeContactQuestion(id, context, transaction));
}

/** One way, Google's copy is as old as our last write: the present one is read before lists are replaced (K9). Who cannot be read waits. */
async function refreshOneWay(
  planned: readonly PlannedContact<GoogleContactAction>[],
  again: Set<string>,
  context: ContactContext,
): Promise<readonly PlannedContact<GoogleContactAction>[]> {
  if (context.isTwoWay) return planned;
  const isOld = ({ action, item }: PlannedContact) =>
    action.kind === "change" && item.contact !== undefined && !context.refreshed.has(item.contact.resourceName);
  const old = planned.filter(isOld);
  const names = old.flatMap(({ item }) => item.contact?.resourceName ?? []);
  const notRead = await readOneByOne(names, context);
  const fatal = notRead.find(({ error }) => concernsWholeAccount(error.verdict));
  if (fatal !== undefined) throw fatal.error;
  for (const { error } of notRead) context.report.leaveOver(1, { code: error.code, text: failureText(error) });
  const unknown = new Set(notRead.map(({ resourceName }) => resourceName));
  for (const name of names) if (!unknown.has(name)) context.refreshed.add(name);
  for (const { item } of old) if (!unknown.has(item.contact?.resourceName ?? "")) again.add(item.pair.key);
  return planned.filter((one) => !isOld(one));
}

/** Remembers what the run brought to an end. @returns how many items wait for another try */
async function conclude({ services, stream, isTwoWay, group }: ContactContext): Promise<number> {
  const now = services.clock.now();
  const counts = await services.contactLinks.countByState(stream.id);
  await services.contactLinks.changeStream(stream.id, {
    groupGuid: group.guid,
    ...(isTwoWay ? { googleBaselineAt: stream.googleBaselineAt ?? now } : {}),
    linkCount: Object.values(counts).reduce((sum, items) => sum + items, 0),
    lastSuccessAt: now,
  });
  return services.contactLinks.countWaiting(stream.id);
}
