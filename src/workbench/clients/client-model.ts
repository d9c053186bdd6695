import type { ClientLine, ClientRecord, ClientValues, PostalAddress } from "../api/client-payloads.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";

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

/** Values somebody else has changed too (G9), as both have them. */
export function differencesOf(
  names: readonly (keyof ClientValues)[],
  mine: ClientValues,
  saved: ClientValues,
): readonly Difference[] {
  return names.map((name) => ({ label: texts.fields[name], mine: shown(mine[name]), theirs: shown(saved[name]) }));
}

function shown(value: ClientValues[keyof ClientValues]): string {
  if (typeof value === "boolean") return value ? commonTexts.yes : commonTexts.no;
  if (typeof value === "string") return value;
  if ("street" in value) {
    return [value.street, value.city, value.region, value.postalCode, value.country].filter(Boolean).join(", ");
  }
  return value.map(({ label, number }) => [label, number].filter(Boolean).join(": ")).join("\n");
}
