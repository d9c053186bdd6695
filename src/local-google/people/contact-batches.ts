import { GoogleError, googleError } from "../http/google-errors.js";
import { peopleError } from "../http/people-errors.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { ContactBook } from "./contact-book.js";
import type { ContactWriter } from "./contact-writer.js";
import { updatableFields } from "./person-fields.js";
import { invalidArgument, readMask, readRequiredMask, wantsContacts } from "./person-masks.js";
import { refuseUnknown } from "./person-reader.js";
import { showPerson } from "./person-view.js";
import { resourceNameOf } from "./stored-contact.js";
import type { StoredContact } from "./stored-contact.js";

const changeLimit = 200;
const deleteLimit = 500;

/** The batch methods: everything is checked first, then all of it happens, or nothing. */
export class ContactBatches {
  constructor(private readonly writer: ContactWriter) {}

  /** people.batchCreateContacts. @throws GoogleError 400 with the errors by index */
  create(book: ContactBook, body: JsonObject): JsonObject {
    refuseUnknown(body, ["contacts", "readMask", "sources"], "");
    const contacts = listOf(body["contacts"], "contacts").filter(isObject);
    checkCount(contacts.length, changeLimit);
    const show = reader(body);
    this.writer.checkRoom(book, contacts.length);
    const planned = allOrNothing("BatchCreateContactsErrorDetails", [...contacts.entries()], ([index, item]) => {
      refuseUnknown(item, ["contactPerson"], `contacts[${index}]`);
      const { contactPerson } = item;
      if (!isObject(contactPerson)) throw invalidArgument(`contacts[${index}].contact_person is required.`);
      return this.writer.planCreate(book, contactPerson, `contacts[${index}].contact_person`);
    });
    const created = planned.map((plan) => this.writer.create(book, plan));
    return show ? { createdPeople: created.map((contact) => responseOf(resourceNameOf(contact), contact, show)) } : {};
  }

  /** people.batchUpdateContacts. @throws GoogleError 400 or 404 with the errors by resource name */
  update(book: ContactBook, body: JsonObject): JsonObject {
    refuseUnknown(body, ["contacts", "readMask", "sources", "updateMask"], "");
    const contacts = isObject(body["contacts"]) ? Object.entries(body["contacts"]) : [];
    checkCount(contacts.length, changeLimit);
    const mask = readRequiredMask(textOf(body["updateMask"]), "updateMask", updatableFields);
    const show = reader(body);
    const planned = allOrNothing("BatchUpdateContactsErrorDetails", contacts, ([name, person]) => {
      if (!isObject(person)) throw invalidArgument(`Invalid value at 'contacts[${name}]'.`);
      return { name, plan: this.writer.planUpdate(book, name, person, mask, `contacts[${name}]`) };
    });
    const updated = planned.map(({ name, plan }) => ({ name, contact: this.writer.update(book, plan) }));
    if (!show) return {};
    return {
      updateResult: Object.fromEntries(updated.map(({ name, contact }) => [name, responseOf(name, contact, show)])),
    };
  }

  /** people.batchDeleteContacts. @throws GoogleError 400, or 404 when one of them is unknown */
  delete(book: ContactBook, body: JsonObject): JsonObject {
    refuseUnknown(body, ["resourceNames"], "");
    const names = new Set(listOf(body["resourceNames"], "resourceNames").map(String));
    checkCount(names.size, deleteLimit);
    const contacts = [...names].map((name) => {
      const contact = book.find(name);
      if (!contact) throw googleError("peopleNotFound");
      return contact;
    });
    for (const contact of contacts) this.writer.delete(book, contact);
    return {};
  }
}

/** A PersonResponse: a contact that was asked for by a name, or the 404 for it. */
export function responseOf(
  requestedResourceName: string,
  contact: StoredContact | undefined,
  show: (contact: StoredContact) => JsonObject,
): JsonObject {
  return contact
    ? { httpStatusCode: 200, person: show(contact), requestedResourceName, status: {} }
    : { httpStatusCode: 404, requestedResourceName, status: { code: 5, message: "Requested entity was not found." } };
}

/** How results are shown; undefined when an empty mask asks for none. @throws GoogleError 400 */
function reader(body: JsonObject): ((contact: StoredContact) => JsonObject) | undefined {
  const mask = readMask(textOf(body["readMask"]) ?? "", "readMask");
  const sources = Array.isArray(body["sources"]) ? body["sources"].map(String) : [];
  const isShown = wantsContacts(sources) && mask.length > 0;
  return isShown ? (contact) => showPerson(contact, mask) : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalidArgument(`${name} is required.`);
}

function checkCount(count: number, limit: number): void {
  if (count === 0) throw invalidArgument("The request must contain at least one contact.");
  if (count > limit) throw invalidArgument(`The request contains ${count} contacts, more than the limit of ${limit}.`);
}

/** Checks every item; one that fails fails all, and the answer says which and why. */
function allOrNothing<Item extends readonly [number | string, unknown], Plan>(
  details: "BatchCreateContactsErrorDetails" | "BatchUpdateContactsErrorDetails",
  items: readonly Item[],
  plan: (item: Item) => Plan,
): Plan[] {
  const plans: Plan[] = [];
  const contactErrors: Record<string, JsonObject> = {};
  let first: JsonObject | undefined;
  for (const item of items) {
    try {
      plans.push(plan(item));
    } catch (thrown) {
      const error =
        thrown instanceof GoogleError && isObject(thrown.answer.json) ? thrown.answer.json["error"] : undefined;
      if (!isObject(error)) throw thrown;
      first ??= error;
      contactErrors[String(item[0])] = { code: rpcCodes[String(error["status"])] ?? 2, message: error["message"] };
    }
  }
  if (!first) return plans;
  throw new GoogleError(
    peopleError(Number(first["code"]), String(first["status"]), String(first["message"]), [
      { "@type": `type.googleapis.com/google.people.v1.${details}`, contactErrors },
    ]),
  );
}

/** The numbers of google.rpc.Code. */
const rpcCodes: Readonly<Record<string, number>> = { INVALID_ARGUMENT: 3, NOT_FOUND: 5, FAILED_PRECONDITION: 9 };
