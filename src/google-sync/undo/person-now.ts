import type { ClientRecord } from "../../api/index.js";
import type { ContactLink, ContactStream } from "../contact-links/index.js";
import { isPhoneField, sidesOfContact, writtenByClient, writtenByContact } from "../contacts/index.js";
import type { ContactCanon, ContactSides } from "../contacts/index.js";
import { isEmpty, pick } from "../engine/index.js";
import type { Fields } from "../engine/index.js";
import type { ContactGetOutcome, ContactsApi, LiveContact } from "../google/index.js";
import type { RunContext } from "../job/index.js";
import type { Effect } from "../journal/index.js";
import type { DoneItem } from "./done-items.js";
import type { NowSide, UndoStep } from "./plan-undo.js";

/** A client and a contact as they are at this moment, and what ties them. */
export interface PersonNow {
  readonly link: ContactLink;
  readonly client: ClientRecord | undefined;
  readonly contact: LiveContact | undefined;
  /** Why Google could not be looked at; nothing is known of the contact then (C14). */
  readonly problem: string | undefined;
  readonly sides: ContactSides;
}

/** What an undo of clients and contacts works with. */
export interface ContactUndo {
  readonly context: RunContext;
  readonly stream: ContactStream;
  readonly contacts: ContactsApi;
  readonly canon: ContactCanon;
  readonly personOf: (item: DoneItem) => PersonNow | undefined;
}

/** Looks at both sides of everybody the run touched, contacts by their own GET. */
export async function readPeople(
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
 * A phone that was new when the run wrote it has got a tie of its own since, and one that an undo was cut off at has
 * lost it (K4): the journal's name for it is the name of the phone that holds what the run left, or, of one the run
 * removed, of the phone that holds again what it was.
 */
export function withCurrentTies(item: DoneItem, person: PersonNow | undefined): DoneItem {
  const now = person?.sides[item.side] ?? {};
  const renamed = new Map<string, string>();
  for (const field of phonesOf(item)) {
    if ((now[field] ?? "") !== "") continue;
    const text = item.after[field] || item.before[field];
    const isFree = (name: string) => !(name in item.after) && ![...renamed.values()].includes(name);
    const tied = Object.keys(now).find((name) => isPhoneField(name) && isFree(name) && now[name] === text);
    if (tied !== undefined && text !== "") renamed.set(field, tied);
  }
  const rename = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([field, text]) => [renamed.get(field) ?? field, text]));
  const before = rename(item.before);
  const added = [...renamed.values()].filter((field) => before[field] === undefined);
  // What was not there held nothing.
  const nothingBefore = isMade(item) ? {} : Object.fromEntries(added.map((field) => [field, ""]));
  const after = rename(item.after);
  return { ...item, before: { ...before, ...nothingBefore }, after, written: rename(item.written) };
}

/** How a client or a contact is now on the side the run touched. */
export function nowOfPerson(item: DoneItem, person: PersonNow | undefined): NowSide {
  if (person === undefined) return { kind: "unknown", why: "client and contact are not tied any more." };
  const { side } = item;
  const { link, client, contact, problem, sides } = person;
  // A phone that neither side holds any more has no field.
  const noPhones = Object.fromEntries(phonesOf(item).map((field) => [field, ""]));
  if (side === "studio")
    return client === undefined ? { kind: "gone" } : { kind: "present", fields: { ...noPhones, ...sides.studio } };
  if (problem !== undefined) return { kind: "unknown", why: problem };
  if (contact === undefined) return { kind: "gone" };
  // Photos, other labels and the like are no fields of ours: a contact that was touched since is not deleted.
  const isTouched = isMade(item) && contact.sourceEtag !== link.decidedEtag;
  return { kind: "present", fields: { ...noPhones, ...sides.google }, holdsMore: isTouched };
}

function isMade({ before }: DoneItem): boolean {
  return isEmpty(before);
}

function phonesOf({ before, after }: DoneItem): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isPhoneField);
}

/** The fields that are set back, as they were written (K5). */
export function writtenBack({ item, fields }: Extract<UndoStep, { kind: "set-back" }>): Fields {
  return { ...fields, ...pick(item.written, Object.keys(fields)) };
}

/** The journal line of an undone step. */
export function effectOf(
  step: UndoStep,
  action: Effect["action"],
  { client, contact, sides }: PersonNow,
  canon: ContactCanon,
): Effect {
  const { side, entryId, eventId, isPrivate, after } = step.item;
  const effect = { side, action, entryId, eventId, before: after, isPrivate };
  if (step.kind !== "set-back") return { ...effect, after: {} };
  const written =
    side === "studio" ? client && writtenByClient(client, sides) : contact && writtenByContact(contact, sides, canon);
  return { ...effect, after: { ...after, ...step.fields }, written: pick(written ?? {}, Object.keys(step.fields)) };
}
