import { googleError, googleErrors } from "../http/google-errors.js";
import type { GoogleApi, OperationCall, ProtectedOperation } from "../http/operation.js";
import { peopleError, peopleScopeError, unknownNames } from "../http/people-errors.js";
import type { JsonObject } from "../json.js";
import { bodyOf, json } from "./answers.js";
import type { Handler } from "./answers.js";
import type { ConnectionLists } from "./connection-lists.js";
import { ContactBatches, responseOf } from "./contact-batches.js";
import type { ContactBook } from "./contact-book.js";
import type { ContactStore } from "./contact-store.js";
import type { ContactWriter } from "./contact-writer.js";
import { contactGroupHandlers } from "./group-api.js";
import type { GroupLists } from "./group-lists.js";
import { peopleMethods } from "./methods.js";
import type { PeopleMethodName } from "./methods.js";
import { personFieldNames, updatableFields } from "./person-fields.js";
import { invalidArgument, readMask, readPersonFields, readRequiredMask, wantsContacts } from "./person-masks.js";
import { showPerson } from "./person-view.js";
import type { StoredContact } from "./stored-contact.js";

export interface PeopleApiParts {
  readonly contacts: ContactStore;
  readonly writer: ContactWriter;
  readonly connections: ConnectionLists;
  readonly groups: GroupLists;
}

const batchGetLimit = 200;

/** Google People API v1: the methods a contact client needs. */
export function createPeopleApi(parts: PeopleApiParts): GoogleApi {
  const handlers: Record<PeopleMethodName, Handler> = { ...personHandlers(parts), ...contactGroupHandlers(parts) };
  return {
    operations: peopleMethods.map((method): ProtectedOperation => ({
      kind: "protected",
      ...method,
      handle: handlers[method.name],
    })),
    manners: {
      unauthenticated: () => googleErrors.peopleUnauthenticated,
      insufficientScope: peopleScopeError,
      malformedBody: () => peopleError(400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unexpected token."),
      invalidFields: () => googleErrors.peopleInvalidArgument,
      unknownParameters: (names) =>
        unknownNames(
          names.map(
            (name) =>
              `Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
          ),
        ),
    },
  };
}

type PersonMethodName = Extract<PeopleMethodName, `people.people.${string}`>;

function personHandlers({ contacts, writer, connections }: PeopleApiParts): Record<PersonMethodName, Handler> {
  const batches = new ContactBatches(writer);
  const bookOf = ({ caller }: OperationCall): ContactBook => contacts.book(caller.account);
  const find = (call: OperationCall): StoredContact => {
    const contact = bookOf(call).find(nameIn(call));
    if (!contact) throw googleError("peopleNotFound");
    return contact;
  };
  return {
    "people.people.connections.list": (call) => {
      if (call.path["peopleId"] !== "me") throw invalidArgument("Only people/me is valid.");
      return json(connections.list(call.caller.account, call.call.query));
    },
    "people.people.get": (call) => {
      const mask = readPersonFields(call.call.query);
      checkSources(call);
      return json(showPerson(find(call), mask));
    },
    "people.people.getBatchGet": (call) => {
      const { query } = call.call;
      const mask = readPersonFields(query);
      checkSources(call);
      const names = query.getAll("resourceNames");
      if (names.length === 0 || names.length > batchGetLimit) {
        throw invalidArgument(`Between 1 and ${batchGetLimit} resource names are required.`);
      }
      const show = (contact: StoredContact): JsonObject => showPerson(contact, mask);
      return json({ responses: names.map((name) => responseOf(name, bookOf(call).find(name), show)) });
    },
    "people.people.createContact": (call) => {
      writer.checkRoom(bookOf(call), 1);
      const mask = changeMask(call);
      return json(showPerson(writer.create(bookOf(call), writer.planCreate(bookOf(call), bodyOf(call))), mask));
    },
    "people.people.updateContact": (call) => {
      const updateMask = call.call.query.get("updatePersonFields") ?? undefined;
      const replaced = readRequiredMask(updateMask, "updatePersonFields", updatableFields);
      const mask = changeMask(call);
      const plan = writer.planUpdate(bookOf(call), nameIn(call), bodyOf(call), replaced);
      return json(showPerson(writer.update(bookOf(call), plan), mask));
    },
    "people.people.deleteContact": (call) => {
      writer.delete(bookOf(call), find(call));
      return json({});
    },
    "people.people.batchCreateContacts": (call) => json(batches.create(bookOf(call), bodyOf(call))),
    "people.people.batchUpdateContacts": (call) => json(batches.update(bookOf(call), bodyOf(call))),
    "people.people.batchDeleteContacts": (call) => json(batches.delete(bookOf(call), bodyOf(call))),
  };
}

function nameIn({ path }: OperationCall): string {
  return `people/${path["peopleId"] ?? ""}`;
}

/** What the answer of a change shows: without a mask everything. @throws GoogleError 400 */
function changeMask({ call: { query } }: OperationCall): ReturnType<typeof readMask> {
  wantsContacts(query.getAll("sources"));
  const mask = readMask(query.get("personFields") ?? "", "personFields");
  return mask.length > 0 ? mask : [...personFieldNames];
}

/** Without contact data there is nobody here to show. @throws GoogleError 400, 404 */
function checkSources({ call: { query } }: OperationCall): void {
  if (!wantsContacts(query.getAll("sources"))) throw googleError("peopleNotFound");
}
