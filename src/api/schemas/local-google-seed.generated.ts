// Generated from schemas/local-google-seed.schema.json by `npm run generate`. Do not edit.

export type Reminders = {
  method: "email" | "popup";
  minutes: number;
}[];
/**
 * Events as in the Calendar API. Times without offset and zone are in the calendar's zone.
 */
export type Events = {
  start: Time;
  end: Time;
  /**
   * Changed instances of a series, or with status cancelled deleted ones.
   */
  exceptions?: {
    originalStart: Time;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}[];
/**
 * Paths of .ics files, relative to the seed file.
 */
export type IcsFiles = string[];
/**
 * Contacts as in the People API, with the names of their labels and the address of their picture.
 */
export type Contacts = {
  labels?: string[];
  photoUrl?: string;
  [k: string]: unknown;
}[];

/**
 * The accounts and calendars a local Google starts with.
 */
export interface LocalGoogleSeed {
  $schema?: string;
  /**
   * The day the events were written for. When loaded, everything moves by whole weeks so that this day's week becomes the present one.
   */
  writtenFor?: string;
  accounts: Account[];
  clients?: Client[];
}
export interface Account {
  email: string;
  name?: string;
  /**
   * Google's lasting id of the person.
   */
  sub?: string;
  locale?: string;
  /**
   * IANA zone of the primary calendar.
   */
  timeZone?: string;
  settings?: {
    [k: string]: string;
  };
  defaultReminders?: Reminders;
  events?: Events;
  icsFiles?: IcsFiles;
  calendars?: Calendar[];
  contacts?: Contacts;
  /**
   * Paths of .vcf files, relative to the seed file.
   */
  vcfFiles?: string[];
}
export interface Time {
  date?: string;
  /**
   * Without offset: wall-clock time in the zone.
   */
  dateTime?: string;
  timeZone?: string;
}
/**
 * A calendar beside the primary one.
 */
export interface Calendar {
  id?: string;
  summary: string;
  description?: string;
  timeZone?: string;
  accessRole?: "freeBusyReader" | "reader" | "writer" | "owner";
  colorId?: string;
  isHidden?: boolean;
  isSelected?: boolean;
  defaultReminders?: Reminders;
  events?: Events;
  icsFiles?: IcsFiles;
}
export interface Client {
  clientId: string;
  clientSecret: string;
  type: "desktop" | "web";
  redirectUris?: string[];
  name?: string;
}
