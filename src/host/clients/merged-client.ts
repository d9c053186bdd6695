import type { Client, ClientFields } from "../studio-data/index.js";

const texts = ["company", "jobTitle", "salutation", "email", "notes", "status"] as const;

/**
 * What the survivor of a merge holds: its own values, and the other's where it has none. A name and an
 * address are one value each; phones are compared by digits (K4, K5).
 */
export function mergedFields(survivor: Client, other: Client): ClientFields {
  const { firstName, lastName } = survivor.firstName + survivor.lastName === "" ? other : survivor;
  const known = new Set(survivor.phones.map(({ number }) => digitsOf(number)));
  const added = other.phones.filter(({ number }) => !known.has(digitsOf(number)));
  return {
    ...survivor,
    ...Object.fromEntries(texts.map((field) => [field, survivor[field] === "" ? other[field] : survivor[field]])),
    firstName,
    lastName,
    mainAddress: isEmpty(survivor.mainAddress) ? other.mainAddress : survivor.mainAddress,
    mailingAddress: isEmpty(survivor.mailingAddress) ? other.mailingAddress : survivor.mailingAddress,
    birthDate: survivor.birthDate ?? other.birthDate,
    anniversary: survivor.anniversary ?? other.anniversary,
    phones: [...survivor.phones, ...added.map(({ label, number }) => ({ id: undefined, label, number }))],
  };
}

function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, "");
}

function isEmpty(address: ClientFields["mainAddress"]): boolean {
  return Object.values(address).every((part) => part === "");
}
