import { chunksOf } from "../../../base/chunks.js";
import { GoogleError, MalformedAnswerError } from "../errors.js";
import type { ContactOperation } from "../failure.js";
import type { GoogleCall, GoogleSession } from "../google-session.js";
import type { Json } from "../read-json.js";
import { wasNotCarriedOut } from "../retrier.js";
import { sendAllOrNothing } from "./all-or-nothing.js";
import type {
  ContactCreate,
  ContactGetOutcome,
  ContactPage,
  ContactsApi,
  ContactUpdate,
  ContactWriteOutcome,
  ContactWriteResult,
} from "./contacts-api.js";
import type { ContactLabel, GoogleContact } from "./google-person.js";
import { changeMembers, createLabel, listLabels, renameLabel } from "./labels.js";
import type { MemberChange } from "./labels.js";
import {
  isUndecided,
  itemError,
  readCreated,
  readGot,
  readPage,
  readUpdated,
  readWritten,
  refusalOf,
} from "./person-answers.js";
import {
  contactsInDelete,
  contactsInWrite,
  createCall,
  deleteCall,
  deleteOneCall,
  getCall,
  listCall,
  maskOf,
  namesInGet,
  updateCall,
  updateOneCall,
  valuesInList,
} from "./person-calls.js";

/** `ContactsApi` over Google's own client library. */
export class GoogleContactsApi implements ContactsApi {
  constructor(private readonly session: GoogleSession) {}

  async *listContacts(syncToken: string | undefined): AsyncIterable<ContactPage> {
    let pageToken: string | undefined;
    do {
      const page = await this.session.request(reading(listCall(syncToken, pageToken), readPage));
      yield await this.#whole(page.content);
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
  }

  async getContacts(resourceNames: readonly string[]): Promise<ReadonlyMap<string, ContactGetOutcome>> {
    const outcomes = new Map<string, ContactGetOutcome>();
    for (const names of chunksOf([...new Set(resourceNames)], namesInGet)) {
      for (const [name, outcome] of await this.#got(names)) outcomes.set(name, outcome);
    }
    return outcomes;
  }

  listLabels(): Promise<readonly ContactLabel[]> {
    return listLabels(this.session);
  }

  createLabel(name: string): Promise<ContactLabel> {
    return createLabel(this.session, name);
  }

  renameLabel(label: ContactLabel, name: string): Promise<ContactLabel> {
    return renameLabel(this.session, label, name);
  }

  async changeMembers(label: string, change: MemberChange): Promise<{ readonly notFound: readonly string[] }> {
    return { notFound: await changeMembers(this.session, label, change) };
  }

  create(creates: readonly ContactCreate[]): AsyncIterable<readonly ContactWriteResult[]> {
    const send = (some: readonly ContactCreate[]): Promise<readonly ContactWriteOutcome[]> =>
      this.session.request(reading(createCall(some), (json) => readCreated(some, json)));
    return sendAllOrNothing(chunksOf(creates, contactsInWrite), {
      sendAll: send,
      sendOne: async (create) => {
        const [outcome] = await send([create]);
        if (outcome === undefined) throw new MalformedAnswerError("the new contact is missing");
        return outcome;
      },
      itemErrorOf: (error, _create, index) => itemErrorOf(error, String(index), "contacts-create"),
      outcomeOf: (error) => ({ kind: isUndecided(error) && !wasNotCarriedOut(error) ? "unknown" : "failed", error }),
    });
  }

  update(updates: readonly ContactUpdate[]): AsyncIterable<readonly ContactWriteResult[]> {
    const batches = [...byMask(updates)].flatMap((some) => chunksOf(some, contactsInWrite));
    return sendAllOrNothing(batches, {
      sendAll: (some) => this.session.request(reading(updateCall(some), (json) => readUpdated(some, json))),
      sendOne: (update) => this.session.request(reading(updateOneCall(update), readWritten)),
      itemErrorOf: (error, { resourceName }) => itemErrorOf(error, resourceName, "contacts-update"),
      outcomeOf: refusalOf,
    });
  }

  delete(resourceNames: readonly string[]): AsyncIterable<readonly ContactWriteResult[]> {
    const deletions = [...new Set(resourceNames)].map((key) => ({ key }));
    return sendAllOrNothing(chunksOf(deletions, contactsInDelete), {
      sendAll: async (some) => {
        await this.#deleteAll(some.map(({ key }) => key));
        return some.map(() => deleted);
      },
      sendOne: async ({ key }) => {
        await this.session.request(deleteOneCall(key));
        return deleted;
      },
      itemErrorOf: () => undefined,
      outcomeOf: (error) => (error.verdict.kind === "not-found" ? deleted : { kind: "failed", error }),
    });
  }

  /** Lists show no more than so many emails and phones of a contact: whoever has as many is read by name (K4). */
  async #whole(page: ContactPage): Promise<ContactPage> {
    const cut = page.contacts.filter(isMaybeCut).map(({ resourceName }) => resourceName);
    if (cut.length === 0) return page;
    const outcomes = await this.getContacts(cut);
    return { ...page, contacts: page.contacts.map((contact) => wholeOf(contact, outcomes.get(contact.resourceName))) };
  }

  async #got(names: readonly string[]): Promise<readonly (readonly [string, ContactGetOutcome])[]> {
    try {
      return await this.session.request(reading(getCall(names), (json) => readGot(names, json)));
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      return names.map((name) => [name, { kind: "failed", error }]);
    }
  }

  /** One that is gone makes Google refuse all: the others are sent again. @throws GoogleError */
  async #deleteAll(names: readonly string[]): Promise<void> {
    try {
      await this.session.request(deleteCall(names));
    } catch (error) {
      if (!(error instanceof GoogleError && error.verdict.kind === "not-found")) throw error;
      const got = await this.getContacts(names);
      const there = names.filter((name) => got.get(name)?.kind !== "not-found");
      if (there.length === names.length) throw error;
      if (there.length > 0) await this.session.request(deleteCall(there));
    }
  }
}

const deleted: ContactWriteOutcome = { kind: "deleted" };

/** The same request; what it answers is read further, so that a broken answer is asked for again. */
function reading<T>(call: GoogleCall<Json>, read: (json: Json) => T): GoogleCall<T> {
  return { ...call, read: (answer, ticket) => read(call.read(answer, ticket)) };
}

function byMask(updates: readonly ContactUpdate[]): Iterable<readonly ContactUpdate[]> {
  const groups = new Map<string, ContactUpdate[]>();
  for (const update of updates) {
    const mask = maskOf(update);
    const group = groups.get(mask);
    if (group === undefined) groups.set(mask, [update]);
    else group.push(update);
  }
  return groups.values();
}

function isMaybeCut(contact: GoogleContact): boolean {
  if (contact.kind === "deleted") return false;
  const { emailAddresses = [], phoneNumbers = [] } = contact.fields;
  return emailAddresses.length >= valuesInList || phoneNumbers.length >= valuesInList;
}

/** @throws GoogleError where it could not be read: what is missing would count as deleted */
function wholeOf(listed: GoogleContact, outcome: ContactGetOutcome | undefined): GoogleContact {
  const { resourceName, previousResourceNames } = listed;
  switch (outcome?.kind) {
    case undefined:
      return listed;
    case "found":
      return { ...outcome.contact, previousResourceNames };
    case "not-found":
      return { kind: "deleted", resourceName, previousResourceNames };
    case "failed":
      throw outcome.error;
  }
}

function itemErrorOf(error: GoogleError, name: string, operation: ContactOperation): GoogleError | undefined {
  const said = error.itemErrors.get(name);
  return said && itemError(operation, said.code, said.message);
}
