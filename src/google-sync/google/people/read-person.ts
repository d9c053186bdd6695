import { MalformedAnswerError } from "../errors.js";
import { instantOf, keyOf, listOf, objectOf, optionalTextOf, storable, textOf } from "../read-json.js";
import type { Json } from "../read-json.js";
import { personLists } from "./google-person.js";
import type { ContactLabel, GoogleContact, LiveContact, PersonFields, PersonValue } from "./google-person.js";

/** What the studio's database can hold of a name and an etag; Google's are a third of it. */
const longestName = 128;
const longestSourceEtag = 120;
const longestEtag = 512;

/** What a write gives back: the contact's new version. */
export type WrittenContact = Pick<LiveContact, "resourceName" | "etag" | "sourceEtag" | "updatedAt">;

/**
 * Reads a person as Google sends it with our mask; only values of the contact itself, none of a linked profile.
 * @throws MalformedAnswerError naming the field that is not as documented
 */
export function readPerson(json: Json): GoogleContact {
  const metadata = objectOf(json["metadata"]);
  const previousResourceNames = textsOf(metadata, "previousResourceNames").filter((name) => name.length <= longestName);
  if (metadata["deleted"] === true) {
    return { kind: "deleted", resourceName: nameOf(json), previousResourceNames };
  }
  return {
    kind: "live",
    ...readVersion(json),
    previousResourceNames,
    fields: fieldsOf(json),
    memberships: valuesOf(json, "memberships").flatMap(
      (value) => optionalTextOf(objectOf(value["contactGroupMembership"]), "contactGroupResourceName") ?? [],
    ),
    clientData: clientDataOf(json),
  };
}

/**
 * Who a person is and which version: all that `metadata` tells.
 * @throws MalformedAnswerError
 */
export function readVersion(json: Json): WrittenContact {
  const source = listOf(objectOf(json["metadata"]), "sources").map(objectOf).find(isContact);
  if (source === undefined) throw new MalformedAnswerError("the person is no contact");
  return {
    resourceName: nameOf(json),
    etag: keyOf(json, "etag", longestEtag),
    sourceEtag: keyOf(source, "etag", longestSourceEtag),
    updatedAt: instantOf(textOf(source, "updateTime"), "updateTime"),
  };
}

/** @throws MalformedAnswerError */
export function readLabel(json: Json): ContactLabel {
  return {
    resourceName: keyOf(json, "resourceName", longestName),
    etag: optionalTextOf(json, "etag") ?? "",
    name: storable(optionalTextOf(json, "name") ?? ""),
    isSystem: json["groupType"] !== "USER_CONTACT_GROUP",
  };
}

export function clientDataOf(json: Json): Readonly<Record<string, string>> {
  const entries = valuesOf(json, "clientData").map((value): readonly [string, string] => [
    storable(optionalTextOf(value, "key") ?? ""),
    storable(optionalTextOf(value, "value") ?? ""),
  ]);
  return Object.fromEntries(entries);
}

function nameOf(json: Json): string {
  const name = keyOf(json, "resourceName", longestName);
  if (!name.startsWith("people/")) throw new MalformedAnswerError('"resourceName" is no person\'s');
  return name;
}

function fieldsOf(json: Json): PersonFields {
  const lists = personLists.map((list) => [list, valuesOf(json, list)] as const);
  return Object.fromEntries(lists.filter(([, values]) => values.length > 0));
}

/** Values of the contact itself. What Google knows beside them is kept, so that replacing a list loses nothing (K4). */
function valuesOf(json: Json, list: string): readonly PersonValue[] {
  return listOf(json, list).flatMap((value) => {
    const { metadata, ...kept } = objectOf(value);
    const { primary, sourcePrimary, source } = objectOf(metadata);
    if (source !== undefined && !isContact(objectOf(source))) return [];
    const marks = { ...(primary === true && { primary }), ...(sourcePrimary === true && { sourcePrimary }) };
    return [objectOf(storableValue(Object.keys(marks).length === 0 ? kept : { metadata: marks, ...kept }))];
  });
}

function isContact(source: Json): boolean {
  return source["type"] === "CONTACT";
}

function textsOf(json: Json, field: string): readonly string[] {
  return listOf(json, field).filter((value) => typeof value === "string");
}

function storableValue(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storableValue(inner)]));
}
