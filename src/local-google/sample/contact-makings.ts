import type { JsonObject } from "../json.js";

/** The name of a contact. */
export function named(givenName: string, familyName = ""): JsonObject {
  return { names: [{ givenName, ...(familyName !== "" && { familyName }) }] };
}

/** Emails, the first one the primary. */
export function emails(...values: readonly string[]): JsonObject {
  const types = ["home", "work", "other"];
  return { emailAddresses: values.map((value, index) => ({ value, type: types[index] ?? "other" })) };
}

/** Phones by type; a type that is none of Google's is a label of one's own. */
export function phones(...values: readonly (readonly [type: string, number: string])[]): JsonObject {
  return { phoneNumbers: values.map(([type, value]) => ({ type, value })) };
}

/** Where somebody works. */
export function works(name: string, title = ""): JsonObject {
  return { organizations: [{ name, ...(title !== "" && { title }) }] };
}

/** A birthday, with or without a year. */
export function born(month: number, day: number, year?: number): JsonObject {
  return { birthdays: [{ date: { ...(year !== undefined && { year }), month, day } }] };
}
