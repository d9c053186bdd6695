import type { Transaction } from "../../api/index.js";
import type { ContactLinkChange } from "../contact-links/index.js";
import { isPhoneField, ownerOfContact, shownField, shownFieldName } from "../contacts/index.js";
import { nextTry } from "../engine/index.js";
import type { Agreed, LostValue } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import { nameOfItem } from "./contact-item.js";
import type { ContactItem } from "./contact-item.js";

/** What a link holds once its pair was decided about: nothing pending. */
export const settled = {
  attempts: 0,
  retryAt: undefined,
  isParked: false,
  problem: undefined,
  triedVersion: undefined,
  triedEtag: undefined,
  directive: undefined,
  questionId: undefined,
  review: undefined,
  createSentAt: undefined,
  lost: [],
} satisfies ContactLinkChange;

/** What a merge cost, in words for the report. */
export function lostInWords(lost: readonly LostValue[]): readonly LostValue[] {
  return lost.map((one) => ({
    ...one,
    field: shownFieldName(one.field),
    value: shownField(one.field, one.value),
  }));
}

/** A pair, and what its row is to hold from now on. */
export interface ContactSave {
  readonly item: ContactItem;
  readonly change: ContactLinkChange;
}

/** Stores what became of pairs: changes their rows, or makes them some. Rows they took over go first. */
export async function saveContacts(
  saves: readonly ContactSave[],
  { services: { contactLinks }, stream }: ContactContext,
  transaction: Transaction,
): Promise<void> {
  await contactLinks.delete(
    saves.flatMap(({ item }) => item.absorbed?.id ?? []),
    transaction,
  );
  await contactLinks.insert(
    stream.id,
    saves.flatMap(({ item, change }) => (item.link === undefined ? [{ state: "new" as const, ...change }] : [])),
    transaction,
  );
  await contactLinks.changeEach(
    saves.flatMap(({ item, change }) => (item.link === undefined ? [] : [{ id: item.link.id, change }])),
    transaction,
  );
}

/** Columns every decision about a pair brings up to date. */
export function itemColumns({ client, contact, link, absorbed }: ContactItem): ContactLinkChange {
  const google = link?.seen === undefined ? absorbed : link;
  return {
    ...(client === undefined ? {} : { clientId: client.id, clientGuid: client.guid, clientVersion: client.version }),
    ...(contact === undefined
      ? {}
      : {
          resourceName: contact.resourceName,
          seen: contact,
          seenEtag: google?.seenEtag,
          isDeletedInGoogle: google?.isDeletedInGoogle ?? false,
          decidedEtag: google?.seenEtag,
          // Found again where the answer to its creation was lost (K10).
          ...(isMadeFor(client, contact) ? { isMadeByUs: true } : {}),
        }),
  };
}

function isMadeFor(client: ContactItem["client"], contact: LiveContact): boolean {
  return client !== undefined && ownerOfContact(contact.clientData)?.clientGuid === client.guid;
}

/** What is agreed, without phones that neither side holds any more: their ties are over. */
export function withoutEmptyPhones({ studio, google }: Agreed): Agreed {
  const isOver = (field: string) => isPhoneField(field) && (studio[field] ?? "") === "" && (google[field] ?? "") === "";
  const keep = (fields: Agreed["studio"]) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !isOver(field)));
  return { studio: keep(studio), google: keep(google) };
}

/**
 * One item failed: it is named, tried again later with growing spacing, and parked after
 * five tries (G3). The others go on.
 */
export async function recordContactFailure(
  item: ContactItem,
  code: string,
  message: string,
  context: ContactContext,
): Promise<void> {
  const { services, report, canon } = context;
  const next = nextTry(triesSoFar(item), services.clock.now());
  report.failItem({ code, message, isParked: next.isParked, item: nameOfItem(item, canon) });
  const change: ContactLinkChange = {
    ...(item.link === undefined && item.client !== undefined
      ? { clientId: item.client.id, clientGuid: item.client.guid }
      : {}),
    clientVersion: undefined,
    createSentAt: undefined,
    ...next,
    problem: message,
    triedVersion: item.client?.version,
    triedEtag: item.link?.seenEtag,
  };
  // A row taken over stays as it was: nothing came of the pair.
  const alone = { ...item, absorbed: undefined };
  await services.unitOfWork.run((transaction) => saveContacts([{ item: alone, change }], context, transaction));
}

/** Once an item has changed it is another matter: counting begins anew. */
function triesSoFar({ link, client }: ContactItem): number {
  if (link === undefined) return 0;
  const isAsTried = link.triedVersion === client?.version && link.triedEtag === link.seenEtag;
  return isAsTried ? link.attempts : 0;
}
