import type { ClientLine, ClientRecord, ClientValues, PostalAddress } from "../api/client-payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";

const nowhere: PostalAddress = { street: "", city: "", region: "", postalCode: "", country: "" };

export const newClient: ClientValues = {
  salutation: "",
  firstName: "",
  lastName: "",
  company: "",
  jobTitle: "",
  email: "",
  phones: [],
  mainAddress: nowhere,
  mailingAddress: nowhere,
  birthDate: "",
  anniversary: "",
  status: "",
  isInactive: false,
  notes: "",
};

/** In the order of the screen. */
const fieldNames = Object.keys(newClient).filter((name): name is keyof ClientValues => name in newClient);

/** What a client is called: the person, else the company, the email or the phone. */
export function nameOf(client: Pick<ClientLine, "firstName" | "lastName" | "company" | "email">, phone = ""): string {
  const person = `${client.firstName} ${client.lastName}`.trim();
  return [person, client.company, client.email, phone].find((name) => name !== "") ?? texts.noName;
}

/** The values of a record without what is not typed. */
export function valuesOf(record: ClientRecord): ClientValues {
  // Every name is a field of both.
  return Object.fromEntries(fieldNames.map((name) => [name, record[name]])) as unknown as ClientValues;
}

export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Somebody saved the client while it was open here (G9): what I changed, put upon what is saved now, and
 * the fields where that would replace something.
 */
export function putUpon(
  opened: ClientValues,
  mine: ClientValues,
  saved: ClientValues,
): { readonly values: ClientValues; readonly differences: readonly Difference[] } {
  const changed = fieldNames.filter((name) => !isSame(opened[name], mine[name]) && !isSame(mine[name], saved[name]));
  const values = { ...saved, ...Object.fromEntries(changed.map((name) => [name, mine[name]])) };
  const differences = changed.map((name) => ({
    label: texts.fields[name],
    mine: shown(mine[name]),
    theirs: shown(saved[name]),
  }));
  return { values, differences };
}

function isSame(one: ClientValues[keyof ClientValues], other: ClientValues[keyof ClientValues]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shown(value: ClientValues[keyof ClientValues]): string {
  if (typeof value === "boolean") return value ? commonTexts.yes : commonTexts.no;
  if (typeof value === "string") return value;
  if ("street" in value) {
    return [value.street, value.city, value.region, value.postalCode, value.country].filter(Boolean).join(", ");
  }
  return value.map(({ label, number }) => [label, number].filter(Boolean).join(": ")).join("\n");
}
