import type { JsonObject } from "../json.js";
import { withDerived } from "./derived-values.js";
import { writePersonEtag } from "./person-etags.js";
import { personFieldNames } from "./person-fields.js";
import type { PersonFieldName } from "./person-fields.js";
import { formatMicros, resourceNameOf, sourceEtagOf } from "./stored-contact.js";
import type { StoredContact } from "./stored-contact.js";

/** Lists carry no more e-mail addresses and phone numbers of one person. */
const listLimit = 100;

export interface PersonViewOptions {
  readonly isList?: boolean;
  /** In answers to a sync token. */
  readonly showsPreviousNames?: boolean;
}

/** A contact as the API shows it. A deleted one is its name, etag and metadata. */
export function showPerson(
  contact: StoredContact,
  mask: readonly PersonFieldName[],
  options: PersonViewOptions = {},
): JsonObject {
  const isDeleted = contact.state === "deleted";
  const etag = writePersonEtag(mask, isDeleted ? undefined : sourceEtagOf(contact));
  const identity = { resourceName: resourceNameOf(contact), etag };
  if (isDeleted) return { ...identity, metadata: metadataOf(contact, options) };
  const shown: Record<string, unknown> = { ...identity };
  for (const name of personFieldNames) {
    if (!mask.includes(name)) continue;
    const values = name === "metadata" ? undefined : valuesOf(contact, name, options);
    if (name === "metadata") shown[name] = metadataOf(contact, options);
    else if (values && values.length > 0) shown[name] = values;
  }
  return shown;
}

function metadataOf(contact: StoredContact, { showsPreviousNames }: PersonViewOptions): JsonObject {
  const isDeleted = contact.state === "deleted";
  const source = {
    type: "CONTACT",
    id: contact.id,
    etag: `#${sourceEtagOf(contact)}`,
    ...(!isDeleted && { updateTime: formatMicros(contact.micros) }),
  };
  const hasPrevious = showsPreviousNames && contact.previousNames.length > 0;
  return {
    sources: [source],
    ...(hasPrevious && { previousResourceNames: contact.previousNames }),
    ...(isDeleted && { deleted: true }),
    objectType: "PERSON",
  };
}

function valuesOf(contact: StoredContact, name: PersonFieldName, { isList }: PersonViewOptions): JsonObject[] {
  const source = { type: "CONTACT", id: contact.id };
  const values = storedValues(contact, name);
  const isCut = isList && (name === "emailAddresses" || name === "phoneNumbers");
  return (isCut ? values.slice(0, listLimit) : values).map((value, index) => ({
    metadata: { ...(index === 0 && name !== "memberships" && { primary: true }), source },
    ...withDerived(name, value),
  }));
}

function storedValues(contact: StoredContact, name: PersonFieldName): readonly JsonObject[] {
  switch (name) {
    case "memberships":
      return contact.memberships.map((id) => ({
        contactGroupMembership: { contactGroupResourceName: `contactGroups/${id}` },
      }));
    case "photos":
      return [
        contact.photoUrl === undefined
          ? { url: `https://lh3.googleusercontent.com/cm/${contact.id}=s100`, default: true }
          : { url: contact.photoUrl },
      ];
    default:
      return contact.fields[name] ?? [];
  }
}
