import { markOfContact, personChangesOf } from "../contacts/index.js";
import type { Action } from "../engine/index.js";
import type { ContactCreate, ContactUpdate, PersonFields } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import type { PlannedContact } from "./contact-item.js";

/** Actions, or their halves, that write Google's contacts. */
export type GoogleContactAction = Extract<Action, { kind: "create-in-google" | "change" }>;

/** One write to Google, with the plan it comes from. */
export interface CreateTask {
  readonly planned: PlannedContact<GoogleContactAction>;
  readonly write: ContactCreate;
}
export interface UpdateTask {
  readonly planned: PlannedContact<GoogleContactAction>;
  readonly write: ContactUpdate;
}

/** A new contact: the client's fields, our label, and the mark it is found by should its answer be lost (K10). */
export function createTask(
  planned: PlannedContact<GoogleContactAction>,
  label: string,
  context: ContactContext,
): CreateTask | undefined {
  const { action, item } = planned;
  const { studioGuid, user, canon } = context;
  if (action.kind !== "create-in-google" || item.client === undefined) return undefined;
  const { client } = item;
  const fields = Object.keys(action.fields).filter((field) => action.fields[field] !== "");
  // Entries of a contact that is gone are nothing a new one could keep.
  const phones = item.sides.phones.map((slot) => ({ ...slot, google: undefined, index: undefined }));
  return {
    planned,
    write: {
      key: action.key,
      fields: nonEmpty(personChangesOf(fields, client, {}, phones, canon)),
      memberships: [label],
      clientData: markOfContact({ studioGuid, userGuid: user.guid, clientGuid: client.guid }),
    },
  };
}

/** Whole lists of the fields that changed; the label goes along where it is missing. */
export function updateTask(
  planned: PlannedContact<GoogleContactAction>,
  label: string | undefined,
  { canon }: ContactContext,
): UpdateTask | undefined {
  const { action, item } = planned;
  const { client, contact, sides } = item;
  if (action.kind !== "change" || client === undefined || contact === undefined) return undefined;
  const { resourceName, etag, sourceEtag, memberships } = contact;
  return {
    planned,
    write: {
      key: action.key,
      resourceName,
      etag,
      sourceEtag,
      fields: personChangesOf(Object.keys(action.toGoogle), client, contact.fields, sides.phones, canon),
      ...(label === undefined || memberships.includes(label) ? {} : { memberships: [...memberships, label] }),
    },
  };
}

function nonEmpty(fields: PersonFields): PersonFields {
  return Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0));
}
