import { createHash } from "node:crypto";

import type { JsonObject } from "../json.js";
import type { PersonFieldName } from "./person-fields.js";

/** The values of a contact by field, only what a client may set: neither metadata nor anything derived. */
export type ContactFields = { readonly [Name in PersonFieldName]?: readonly JsonObject[] };

/** What a contact is, without what each change stamps on it. Memberships are apart from the fields. */
export interface ContactContent {
  /** The hexadecimal id of the contact source; the resource name follows from it. */
  readonly id: string;
  readonly fields: ContactFields;
  /** Ids of groups: `myContacts`, `starred`, or those of labels. Never empty while live. */
  readonly memberships: readonly string[];
  /** `merged`: lives on in another contact, which names it among its former names. */
  readonly state: "live" | "deleted" | "merged";
  readonly previousNames: readonly string[];
  readonly photoUrl?: string;
}

/** One version of a contact. Never changed: a change puts another in its place. */
export interface StoredContact extends ContactContent {
  /** Microseconds since 1970 of the change. */
  readonly micros: number;
  /** The number of the change in the history of the account's contacts. */
  readonly change: number;
}

/** A label, in the words of the API a user contact group. */
export interface StoredGroup {
  readonly id: string;
  readonly name: string;
  readonly clientData: readonly JsonObject[];
  readonly isDeleted: boolean;
  readonly micros: number;
  readonly change: number;
}

/** `people/c` and the decimal value of the source id. */
export function resourceNameOf({ id }: { readonly id: string }): string {
  return `people/c${BigInt(`0x${id}`).toString()}`;
}

/** The etag of the contact source without `#`: another one for every version. */
export function sourceEtagOf({ id, micros }: StoredContact): string {
  return shortHash(`${id} ${micros}`);
}

export function groupEtagOf({ id, micros }: StoredGroup): string {
  return shortHash(`group ${id} ${micros}`);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 8).toString("base64");
}

/** RFC 3339 with microseconds. */
export function formatMicros(micros: number): string {
  const milliseconds = Math.floor(micros / 1000);
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(micros % 1000).padStart(3, "0")}Z`;
}
