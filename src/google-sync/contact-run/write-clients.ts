import { randomUUID } from "node:crypto";

import { StaleEntryError } from "../../api/index.js";
import type { ClientRecord, Transaction } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { throwIfOver } from "../../base/watched-signal.js";
import {
  cardChangesOf,
  cutFieldsOf,
  emptyCard,
  isPhoneField,
  phoneFieldOf,
  sidesOfContact,
} from "../contacts/index.js";
import { changedAtAfter, isEmpty, onOffer } from "../engine/index.js";
import type { Action, Agreed, Fields, LostValue } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import { quoted } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import { contactChange, contactEffect } from "./contact-effect.js";
import { nameOfItem } from "./contact-item.js";
import type { ContactItem, PlannedContact } from "./contact-item.js";
import {
  itemColumns,
  lostInWords,
  recordContactFailure,
  saveContacts,
  settled,
  withoutEmptyPhones,
} from "./contact-outcome.js";

type CreateClient = Extract<Action, { kind: "create-in-studio" }>;
type ChangeClient = Extract<Action, { kind: "change" | "agree" }>;
type RestoreClient = Extract<Action, { kind: "restore-in-studio" }>;

/** Actions, or their halves, that write the studio's records. */
export type ClientAction = CreateClient | ChangeClient | RestoreClient;

export function writesClient(planned: PlannedContact): planned is PlannedContact<ClientAction> {
  const { action, item } = planned;
  if (action.kind === "change") return !isEmpty(action.toStudio) || item.joinsGroup;
  if (action.kind === "agree") return item.joinsGroup;
  return action.kind === "create-in-studio" || action.kind === "restore-in-studio";
}

/** What became of the items whose client was to be written; keys of those that need more. */
export interface ClientOutcome {
  readonly planAgain: ReadonlySet<string>;
  /** Nothing of them was written; they are tried again at a later run, Google's half with them. */
  readonly failed: ReadonlySet<string>;
}

/** Clients written in one transaction: each commit costs as much as the writes of several. */
const groupSize = 250;

/**
 * Writes the studio's side, each client with its link and its journal line in one transaction
 * (R1, G5), some together. Where one of them fails, each gets a transaction of its own: a record
 * that changed since it was read is planned anew (G9); any other failure is that item's alone (G3).
 */
export async function writeClients(
  planned: readonly PlannedContact<ClientAction>[],
  context: ContactContext,
): Promise<ClientOutcome> {
  const again = new Set<string>();
  const failed = new Set<string>();
  for (let start = 0; start < planned.length; start += groupSize) {
    context.progress("Writing the studio's clients", start, planned.length);
    const some = planned.slice(start, start + groupSize);
    const failure = await tryToWrite(some, again, context);
    if (failure === undefined) continue;
    for (const one of some) {
      const reason = some.length === 1 ? failure : await tryToWrite([one], again, context);
      if (reason instanceof StaleEntryError) again.add(one.item.pair.key);
      else if (reason !== undefined) {
        failed.add(one.item.pair.key);
        const text = `The studio could not take it over: ${messageOf(reason)}`;
        await recordContactFailure(one.item, "studio-write-failed", text, context);
      }
    }
  }
  return { planAgain: again, failed };
}

/** @returns why nothing of it was written; undefined when all is */
async function tryToWrite(
  some: readonly PlannedContact<ClientAction>[],
  again: Set<string>,
  context: ContactContext,
): Promise<unknown> {
  throwIfOver(context.signal);
  try {
    await context.services.unitOfWork.run((transaction) => writeAll(some, context, transaction));
  } catch (error) {
    return error;
  }
  for (const { action, item } of some) {
    tell(action, item, context);
    // The other half, and what was tied anew, is planned from what both sides hold now.
    if (isHalf(action)) again.add(item.pair.key);
  }
  return undefined;
}

/** Google's side is still to get its half. */
function isHalf(action: ClientAction): boolean {
  if (action.kind === "restore-in-studio") return true;
  return action.kind === "change" && !isEmpty(action.toGoogle);
}

async function writeAll(
  some: readonly PlannedContact<ClientAction>[],
  context: ContactContext,
  transaction: Transaction,
): Promise<void> {
  await createAll(some.filter(isCreate), context, transaction);
  for (const { action, item } of some) {
    if (action.kind === "change" || action.kind === "agree") await change(action, item, context, transaction);
    if (action.kind === "restore-in-studio") await putBack(item, context, transaction);
  }
}

function isCreate(planned: PlannedContact<ClientAction>): planned is PlannedContact<CreateClient> {
  return planned.action.kind === "create-in-studio";
}

/** Makes clients of contacts in the group (K2), in a few statements for all of them. */
async function createAll(
  planned: readonly PlannedContact<CreateClient>[],
  context: ContactContext,
  transaction: Transaction,
): Promise<void> {
  if (planned.length === 0) return;
  const { services, group, canon, runId } = context;
  const made = planned.map(({ item }) => ({ item, guid: randomUUID(), contact: contactOf(item) }));
  const clients = await services.clients.create(
    made.map(({ item, guid, contact }) => ({
      ...emptyCard,
      ...cardChangesOf(Object.keys(item.sides.google), contact, [], item.sides.phones, canon),
      guid,
      changedAt: contact.updatedAt,
    })),
    group.id,
    transaction,
  );
  const saves = made.flatMap(({ item, contact }, index) => {
    const client = clients[index];
    if (client === undefined) return [];
    const { studio, google } = sidesOfContact(client, contact, undefined, canon);
    const agreed = withoutEmptyPhones({ studio, google });
    const change = {
      ...itemColumns({ ...item, client }),
      state: "linked" as const,
      agreed,
      isMadeByUs: false,
      isLabelled: !item.needsLabel,
      ...settled,
    };
    return [{ item, change }];
  });
  await saveContacts(saves, context, transaction);
  const effects = made.map(({ item, guid }) =>
    contactEffect(item, "studio", "create-in-studio", {}, item.sides.google, guid),
  );
  await services.journal.record(runId, effects, transaction);
}

async function change(
  action: ChangeClient,
  item: ContactItem,
  context: ContactContext,
  transaction: Transaction,
): Promise<void> {
  const { services, group, runId } = context;
  const before = item.client;
  if (before === undefined) throw new Error("its record is not there any more.");
  if (item.joinsGroup) await services.clients.addToGroup(group.id, [before.id], transaction);
  const toStudio = action.kind === "change" ? action.toStudio : {};
  const isFinished = action.kind === "agree" || isEmpty(action.toGoogle);
  const client = isEmpty(toStudio) ? before : await changeRecord(before, toStudio, item, context, transaction);
  const agreed = isFinished ? action.agreed : partlyAgreed(item, toStudio);
  await saveContacts(
    [
      {
        item,
        change: {
          ...itemColumns({ ...item, client }),
          state: "linked",
          agreed: withoutEmptyPhones(tiedAnew(agreed, before, client, item, toStudio)),
          ...(item.needsLabel ? {} : { isLabelled: true }),
          ...settled,
          lost: action.kind === "change" ? onOffer(action.lost.filter(isOver(action))) : [],
          // With a half still to be written in Google, the link must show up again should that fail.
          ...(isFinished ? {} : { clientVersion: undefined }),
        },
      },
    ],
    context,
    transaction,
  );
  if (isEmpty(toStudio)) return;
  const effect = contactChange(item, "studio", toStudio, context.canon);
  await services.journal.record(runId, [effect], transaction);
}

function changeRecord(
  { id, version, phones, changedAt }: ClientRecord,
  toStudio: Fields,
  item: ContactItem,
  { services, canon }: ContactContext,
  transaction: Transaction,
): Promise<ClientRecord> {
  const contact = contactOf(item);
  const changes = cardChangesOf(Object.keys(toStudio), contact, phones, item.sides.phones, canon);
  const details = { changedAt: changedAtAfter(changedAt, contact.updatedAt) };
  return services.clients.change({ clientId: id, version }, changes, details, transaction);
}

/** Only what was just written is agreed; the rest still differs from what it was. */
function partlyAgreed({ link }: ContactItem, written: Fields): Agreed {
  const agreed = link?.agreed ?? { studio: {}, google: {} };
  return { studio: { ...agreed.studio, ...written }, google: { ...agreed.google, ...written } };
}

/** Phones that came from Google have ids now: their fields are named by them, which ties them (K4). */
function tiedAnew(
  agreed: Agreed,
  before: ClientRecord,
  after: ClientRecord,
  { sides }: ContactItem,
  toStudio: Fields,
): Agreed {
  const old = new Set(before.phones.map(({ id }) => id));
  const made = after.phones.flatMap(({ id }) => (id === undefined || old.has(id) ? [] : [id]));
  const added = sides.phones.filter(
    ({ field, studio, google }) => isPhoneField(field) && toStudio[field] !== undefined && !studio && google,
  );
  const names = new Map(
    added.flatMap(({ field }, index) => {
      const id = made[index];
      return id === undefined ? [] : [[field, phoneFieldOf(id)] as const];
    }),
  );
  const rename = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [names.get(field) ?? field, value]));
  return { studio: rename(agreed.studio), google: rename(agreed.google) };
}

/** "Discard": the client comes back into the group, and is planned again (G8). */
async function putBack(item: ContactItem, context: ContactContext, transaction: Transaction): Promise<void> {
  const { services, group, runId } = context;
  const { client, departure } = item;
  if (client === undefined || departure === "orphaned" || client.isInactive)
    throw new Error("it is inactive, or its record was deleted, and cannot be put back by the sync.");
  await services.clients.addToGroup(group.id, [client.id], transaction);
  await saveContacts([{ item, change: { ...settled, clientVersion: undefined } }], context, transaction);
  const effect = contactEffect(item, "studio", "restore-in-studio", {}, item.sides.studio);
  await services.journal.record(runId, [effect], transaction);
}

/** What this write costs; the values lost in Google are told of with the half that overwrites them there. */
function isOver({ toGoogle }: Extract<ClientAction, { kind: "change" }>): (lost: LostValue) => boolean {
  return ({ side }) => side === "studio" || isEmpty(toGoogle);
}

function contactOf({ contact }: ContactItem): LiveContact {
  if (contact === undefined) throw new Error("its contact was not read.");
  return contact;
}

function tell(action: ClientAction, item: ContactItem, { report, canon }: ContactContext): void {
  const name = nameOfItem(item, canon);
  if (action.kind === "create-in-studio" || action.kind === "restore-in-studio")
    report.countContact("studio", "created");
  if (action.kind === "change" && !isEmpty(action.toStudio)) {
    report.countContact("studio", "changed");
    report.lose(lostInWords(action.lost.filter(isOver(action))), name);
  }
  const comesIn = action.kind === "create-in-studio" ? action.fields : action.kind === "change" ? action.toStudio : {};
  const cut = item.contact === undefined ? [] : cutFieldsOf(item.contact, canon);
  for (const field of cut.filter((one) => (comesIn[one] ?? "") !== "")) {
    report.warn("text-cut", `The ${field} of ${quoted(name)} is longer than the studio can hold and was cut.`, name);
  }
}
