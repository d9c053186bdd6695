import { StaleEntryError } from "../../api/index.js";
import type { ClientRecord, Transaction } from "../../api/index.js";
import type { ContactLink, ContactLinkChange, ContactStream } from "../contact-links/index.js";
import {
  cardOfFields,
  countryOfLocale,
  emptyCard,
  isPhoneField,
  personChangesOf,
  phoneOfText,
  sidesOfContact,
} from "../contacts/index.js";
import type { ContactCanon, ContactSides } from "../contacts/index.js";
import { agreedOn } from "../engine/index.js";
import type { Fields } from "../engine/index.js";
import type { ContactGetOutcome, ContactWriteOutcome, ContactsApi, LiveContact } from "../google/index.js";
import { failureText } from "../job/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";
import type { Effect } from "../journal/index.js";
import type { DoneItem } from "./done-items.js";
import { planUndo } from "./plan-undo.js";
import type { LeftAsIs, NowSide, UndoPlan, UndoStep } from "./plan-undo.js";
import { agreedAfter } from "./rest.js";

/** A client and a contact as they are at this moment, and what ties them. */
interface PersonNow {
  readonly link: ContactLink;
  readonly client: ClientRecord | undefined;
  readonly contact: LiveContact | undefined;
  /** Why Google could not be looked at; nothing is known of the contact then (C14). */
  readonly problem: string | undefined;
  readonly sides: ContactSides;
}

/** What an undo of clients and contacts works with. */
interface ContactUndo {
  readonly context: RunContext;
  readonly stream: ContactStream;
  readonly contacts: ContactsApi;
  readonly canon: ContactCanon;
  readonly personOf: (item: DoneItem) => PersonNow | undefined;
}

const nothing: UndoPlan = { steps: [], left: [] };

/**
 * The part of "Undo This Run" that is about clients and contacts (R2): where nobody has changed them since, clients the
 * run made are deleted softly and contacts it made are deleted; changed fields are set back on their side. What was put
 * back rests: a contact whose client was taken back does not come in by itself, a client whose contact was is not
 * sent until it is put back ("Send again").
 */
export async function undoContacts(
  items: readonly DoneItem[],
  opened: OpenCalendar,
  context: RunContext,
): Promise<UndoPlan> {
  if (items.length === 0) return nothing;
  const { services, user } = context;
  const stream = await services.contactLinks.findStream(user.id, opened.accountSub);
  if (stream === undefined || opened.contacts === undefined) {
    const now = "contacts are not permitted for this account.";
    return { steps: [], left: items.map((item) => ({ item, why: "not-looked-at", now })) };
  }
  const { locale } = await services.studio.facts();
  const canon = { country: countryOfLocale(locale), limits: services.clients.limits };
  const { contacts } = opened;
  const personOf = await readPeople(items, { stream, contacts, canon }, context);
  const undo: ContactUndo = { context, stream, contacts, canon, personOf };
  const planned = planUndo(
    items.map((item) => withCurrentTies(item, personOf(item))),
    (item) => nowOf(item, personOf(item)),
  );
  if (context.report.isPreview) return planned;
  const leftNow = [...(await putClientsBack(planned.steps, undo)), ...(await putContactsBack(planned.steps, undo))];
  const isLeft = new Set(leftNow.map(({ item }) => item.key));
  return { steps: planned.steps.filter(({ item }) => !isLeft.has(item.key)), left: [...planned.left, ...leftNow] };
}

async function readPeople(
  items: readonly DoneItem[],
  { stream, contacts, canon }: Pick<ContactUndo, "stream" | "contacts" | "canon">,
  { services }: RunContext,
): Promise<ContactUndo["personOf"]> {
  const guids = [...new Set(items.flatMap(({ entryId }) => entryId ?? []))];
  const links = await services.contactLinks.findByClients(stream.id, guids);
  const clients = await services.clients.find(links.flatMap(({ clientId }) => clientId ?? []));
  const names = links.flatMap(({ resourceName }) => resourceName ?? []);
  const answers: ReadonlyMap<string, ContactGetOutcome> =
    names.length === 0 ? new Map() : await contacts.getContacts(names);
  const people = new Map(
    links.map((link) => {
      const found = clients.find(({ id }) => id === link.clientId);
      const client = found?.isDeleted === true ? undefined : found;
      const answer = answers.get(link.resourceName ?? "");
      const contact = answer?.kind === "found" ? answer.contact : undefined;
      const problem = answer?.kind === "failed" ? answer.error.message : undefined;
      const sides = sidesOfContact(client, contact, link.agreed, canon);
      return [link.clientGuid, { link, client, contact, problem, sides }];
    }),
  );
  return ({ entryId }) => people.get(entryId);
}

/**
 * A phone that was new when the run wrote it has got a tie of its own since (K4): the journal's name for it is the
 * name of the phone that holds what the run left.
 */
function withCurrentTies(item: DoneItem, person: PersonNow | undefined): DoneItem {
  const now = person?.sides[item.side] ?? {};
  const renamed = new Map(
    Object.entries(item.after).flatMap(([field, text]) => {
      if (!isPhoneField(field) || now[field] !== undefined) return [];
      const tied = Object.keys(now).find((name) => isPhoneField(name) && !(name in item.after) && now[name] === text);
      return tied === undefined ? [] : [[field, tied] as const];
    }),
  );
  const rename = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([field, text]) => [renamed.get(field) ?? field, text]));
  const before = rename(item.before);
  const added = [...renamed.values()].filter((field) => before[field] === undefined);
  const isMade = Object.keys(item.before).length === 0;
  // What was not there held nothing.
  const nothingBefore = isMade ? {} : Object.fromEntries(added.map((field) => [field, ""]));
  return { ...item, before: { ...before, ...nothingBefore }, after: rename(item.after) };
}

function nowOf({ side, before }: DoneItem, person: PersonNow | undefined): NowSide {
  if (person === undefined) return { kind: "unknown", why: "client and contact are not tied any more." };
  const { link, client, contact, problem, sides } = person;
  if (side === "studio") return client === undefined ? { kind: "gone" } : { kind: "present", fields: sides.studio };
  if (problem !== undefined) return { kind: "unknown", why: problem };
  if (contact === undefined) return { kind: "gone" };
  const isMade = Object.keys(before).length === 0;
  // Photos, other labels and the like are no fields of ours: a contact that was touched since is not deleted.
  const isTouched = isMade && contact.sourceEtag !== link.decidedEtag;
  return {
    kind: "present",
    fields: isTouched ? { ...sides.google, name: `${sides.google["name"] ?? ""} ` } : sides.google,
  };
}

/** @returns what changed between looking and writing, and stays as it is */
async function putClientsBack(steps: readonly UndoStep[], undo: ContactUndo): Promise<readonly LeftAsIs[]> {
  const left: LeftAsIs[] = [];
  for (const step of steps.filter(({ item }) => item.side === "studio")) {
    const person = undo.personOf(step.item);
    if (step.kind === "bring-back" || person?.client === undefined) {
      left.push({ item: step.item, why: "changed-since" });
      continue;
    }
    const { client } = person;
    try {
      await undo.context.services.unitOfWork.run((transaction) =>
        putClientBack(step, { ...person, client }, undo, transaction),
      );
    } catch (error) {
      if (!(error instanceof StaleEntryError)) throw error;
      left.push({ item: step.item, why: "changed-since" });
    }
  }
  return left;
}

async function putClientBack(
  step: UndoStep,
  { link, client, sides }: PersonNow & { readonly client: ClientRecord },
  { context: { services, runId, report } }: ContactUndo,
  transaction: Transaction,
): Promise<void> {
  const { clients, contactLinks, journal, clock } = services;
  const reference = { clientId: client.id, version: client.version };
  if (step.kind === "set-back") {
    const change = { ...cardOfFields(step.fields), ...phonesBack(step.fields, client, sides) };
    const written = await clients.change(reference, change, { changedAt: clock.now() }, transaction);
    const isInStep = link.clientVersion === client.version;
    const rest: ContactLinkChange = {
      agreed: agreedAfter(link.agreed, "studio", step.fields),
      clientVersion: isInStep ? written.version : undefined,
    };
    await contactLinks.changeEach([{ id: link.id, change: rest }], transaction);
    await journal.record(runId, [effectOf(step, "change", { ...step.item.after, ...step.fields })], transaction);
    report.countContact("studio", "changed");
    return;
  }
  await clients.remove(reference, transaction);
  const rest: ContactLinkChange = {
    state: "baseline",
    clientId: undefined,
    clientGuid: undefined,
    clientVersion: undefined,
    agreed: link.agreed && agreedOn(link.agreed.google),
  };
  await contactLinks.changeEach([{ id: link.id, change: rest }], transaction);
  await journal.record(runId, [effectOf(step, "remove-from-studio", {})], transaction);
  report.countContact("studio", "deleted");
}

/** The list of phones with those of the fields as they were. */
function phonesBack(
  fields: Fields,
  { phones }: ClientRecord,
  sides: ContactSides,
): Partial<Pick<ClientRecord, "phones">> {
  const changed = sides.phones.filter(({ field }) => fields[field] !== undefined);
  if (changed.length === 0) return {};
  const byId = new Map(
    changed.flatMap(({ field, studio }) => (studio === undefined ? [] : [[studio.id, field] as const])),
  );
  const kept = phones.flatMap((phone) => {
    const field = byId.get(phone.id);
    return field === undefined ? [phone] : (phoneOfText(fields[field] ?? "", phone.id) ?? []);
  });
  const added = changed.flatMap(({ field, studio }) =>
    studio === undefined ? (phoneOfText(fields[field] ?? "", undefined) ?? []) : [],
  );
  return { phones: [...kept, ...added] };
}

/** One at a time: they are few, and one change is under way for an account anyway (google.md 3.5). */
async function putContactsBack(steps: readonly UndoStep[], undo: ContactUndo): Promise<readonly LeftAsIs[]> {
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
  { link, contact, sides }: PersonNow & { readonly contact: LiveContact },
  { context, contacts, canon }: ContactUndo,
): Promise<ContactWriteOutcome> {
  const { unitOfWork, contactLinks, journal } = context.services;
  const isSetBack = step.kind === "set-back";
  const rest: ContactLinkChange = isSetBack
    ? { agreed: agreedAfter(link.agreed, "google", step.fields) }
    : { state: "left", isLabelled: false };
  const effect = isSetBack
    ? effectOf(step, "change", { ...step.item.after, ...step.fields })
    : effectOf(step, "delete-in-google", {});
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
  { item, fields }: Extract<UndoStep, { kind: "set-back" }>,
  { resourceName, etag, sourceEtag, fields: person }: LiveContact,
  sides: ContactSides,
  canon: ContactCanon,
): Parameters<ContactsApi["update"]>[0][number] {
  const slots = sides.phones.map((slot) =>
    fields[slot.field] === undefined ? slot : { ...slot, studio: phoneOfText(fields[slot.field] ?? "", undefined) },
  );
  const names = Object.keys(fields);
  const card = { ...emptyCard, ...cardOfFields(fields) };
  const phones = slots.filter(({ field }) => isPhoneField(field) && names.includes(field));
  return { key: item.key, resourceName, etag, sourceEtag, fields: personChangesOf(names, card, person, phones, canon) };
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

function effectOf({ item }: UndoStep, action: Effect["action"], after: Fields): Effect {
  const { side, entryId, eventId, isPrivate } = item;
  return { side, action, entryId, eventId, before: item.after, after, isPrivate };
}
