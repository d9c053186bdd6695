import type { NewAccount, NewCalendar } from "../accounts/account-administration.js";
import type { JsonObject } from "../json.js";
import type { OAuthClient } from "../oauth/clients.js";

/** `{date}`, or `{dateTime}` with an offset, a `timeZone`, or neither: then in the calendar's zone. */
export interface SeedTime {
  readonly date?: string;
  readonly dateTime?: string;
  readonly timeZone?: string;
}

/** An event as in the Calendar API, with the changed instances of a series. */
export type SeedEvent = JsonObject & {
  readonly start: SeedTime;
  readonly end: SeedTime;
  readonly exceptions?: readonly (JsonObject & { readonly originalStart: SeedTime })[];
};

/** What a calendar is filled with. */
export interface SeedContent {
  readonly events?: readonly SeedEvent[];
  /** Paths of `.ics` files, relative to the seed file. */
  readonly icsFiles?: readonly string[];
}

/** A contact as in the People API, with the names of its labels, and where its picture is. */
export type SeedContact = JsonObject & { readonly labels?: readonly string[]; readonly photoUrl?: string };

export type SeedAccount = NewAccount &
  SeedContent & {
    readonly calendars?: readonly (NewCalendar & SeedContent)[];
    readonly contacts?: readonly SeedContact[];
    /** Paths of `.vcf` files, relative to the seed file. */
    readonly vcfFiles?: readonly string[];
  };

/** `schemas/local-google-seed.schema.json` as a type. */
export interface LocalGoogleSeed {
  readonly $schema?: string;
  /** The day the events were written for; loading moves everything by whole weeks to the present. */
  readonly writtenFor?: string;
  readonly accounts: readonly SeedAccount[];
  readonly clients?: readonly OAuthClient[];
}
