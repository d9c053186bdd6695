import { readFlag, readOptional, readText } from "../connection/columns.js";
import type { NewRow } from "../connection/insert-rows.js";

/** A postal address; parts not known are empty. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

/** A phone of a client. Its id stays when its number changes, so that a counterpart elsewhere can be tied to it. */
export interface ClientPhone {
  /** Undefined for a phone that is new. */
  readonly id: number | undefined;
  readonly label: string;
  readonly number: string;
}

/** What a client's record holds. Texts not known are empty. */
export interface ClientFields {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly salutation: string;
  readonly email: string;
  readonly mainAddress: Address;
  readonly mailingAddress: Address;
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly birthDate: string | undefined;
  readonly anniversary: string | undefined;
  readonly notes: string;
  readonly status: string;
  readonly isInactive: boolean;
  /** In the studio's order; the first is the one to call. */
  readonly phones: readonly ClientPhone[];
}

/** A client as read. */
export interface Client extends ClientFields {
  readonly id: number;
  readonly guid: string;
  /** Changes with the client or any of the phones. */
  readonly version: string;
  readonly isDeleted: boolean;
  /** The client this one was merged into. */
  readonly mergedInto: number | undefined;
}

export interface ClientRow {
  readonly id: number;
  readonly guid: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  readonly job_title: string;
  readonly salutation: string;
  readonly email: string;
  readonly main_street: string;
  readonly main_city: string;
  readonly main_region: string;
  readonly main_postal_code: string;
  readonly main_country: string;
  readonly mailing_street: string;
  readonly mailing_city: string;
  readonly mailing_region: string;
  readonly mailing_postal_code: string;
  readonly mailing_country: string;
  readonly birth_date: string | null;
  readonly anniversary: string | null;
  readonly notes: string | null;
  readonly status: string;
  readonly is_inactive: unknown;
  readonly merged_into: number | null;
  readonly deleted_at: unknown;
  /** Of the view `client_cards`. */
  readonly version: string;
}

/** Columns of `clients`. */
export const clientColumns = [
  "id",
  "guid",
  "first_name",
  "last_name",
  "company",
  "job_title",
  "salutation",
  "email",
  "main_street",
  "main_city",
  "main_region",
  "main_postal_code",
  "main_country",
  "mailing_street",
  "mailing_city",
  "mailing_region",
  "mailing_postal_code",
  "mailing_country",
  "birth_date",
  "anniversary",
  "notes",
  "status",
  "is_inactive",
  "merged_into",
  "deleted_at",
] as const satisfies readonly (keyof ClientRow)[];

export function toClient(row: ClientRow, phones: readonly ClientPhone[]): Client {
  return {
    id: row.id,
    guid: row.guid,
    version: row.version,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    jobTitle: row.job_title,
    salutation: row.salutation,
    email: row.email,
    mainAddress: {
      street: row.main_street,
      city: row.main_city,
      region: row.main_region,
      postalCode: row.main_postal_code,
      country: row.main_country,
    },
    mailingAddress: {
      street: row.mailing_street,
      city: row.mailing_city,
      region: row.mailing_region,
      postalCode: row.mailing_postal_code,
      country: row.mailing_country,
    },
    birthDate: readOptional(row.birth_date, String),
    anniversary: readOptional(row.anniversary, String),
    notes: readText(row.notes),
    status: row.status,
    isInactive: readFlag(row.is_inactive),
    phones,
    isDeleted: row.deleted_at !== null,
    mergedInto: readOptional(row.merged_into, Number),
  };
}

export function toClientRow(client: ClientFields): NewRow {
  return {
    first_name: client.firstName,
    last_name: client.lastName,
    company: client.company,
    job_title: client.jobTitle,
    salutation: client.salutation,
    email: client.email,
    ...addressColumns("main", client.mainAddress),
    ...addressColumns("mailing", client.mailingAddress),
    birth_date: client.birthDate ?? null,
    anniversary: client.anniversary ?? null,
    notes: client.notes,
    status: client.status,
    is_inactive: client.isInactive,
  };
}

function addressColumns(prefix: "main" | "mailing", address: Address): NewRow {
  return {
    [`${prefix}_street`]: address.street,
    [`${prefix}_city`]: address.city,
    [`${prefix}_region`]: address.region,
    [`${prefix}_postal_code`]: address.postalCode,
    [`${prefix}_country`]: address.country,
  };
}
