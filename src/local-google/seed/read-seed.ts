import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { messageOf } from "../../base/coded-error.js";
import { SeedError } from "../errors.js";
import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";
import { isZone } from "../store/zone-time.js";
import { zoned } from "./event-loader.js";
import { readIcsCalendar } from "./ics/read-calendar.js";
import { checkContact } from "./prepared-contact.js";
import type { PreparedContact } from "./prepared-contact.js";
import { checkPrepared } from "./prepared-event.js";
import type { PreparedEvent } from "./prepared-event.js";
import { checkSeed } from "./seed-checker.js";
import type { LocalGoogleSeed, SeedAccount, SeedContent, SeedEvent } from "./seed.js";
import { shiftEvent, weeksBetween } from "./time-shift.js";
import { readVcfContacts } from "./vcf/read-contacts.js";

/** A seed with every file read and every event checked; nothing can fail any more. */
export interface PreparedSeed {
  readonly accounts: readonly (SeedAccount & {
    readonly prepared: readonly PreparedEvent[];
    readonly preparedContacts: readonly PreparedContact[];
  })[];
  /** The events of the other calendars, in the order of the seed, by account. */
  readonly calendarEvents: readonly (readonly (readonly PreparedEvent[])[])[];
  readonly seed: LocalGoogleSeed;
}

/** Reads a seed file. @throws SeedError */
export function readSeedFile(path: string): LocalGoogleSeed {
  return checkSeed(parse(readText(path), path), path);
}

/**
 * Reads everything a seed names, without keeping anything yet.
 * @param folder what paths in it are relative to
 * @param today `YYYY-MM-DD`, for `writtenFor`
 * @throws SeedError
 */
export function prepareSeed(seed: LocalGoogleSeed, folder: string, today: string, file = "seed"): PreparedSeed {
  checkZones(seed, file);
  const days = seed.writtenFor === undefined ? 0 : weeksBetween(seed.writtenFor, today);
  const prepare = (content: SeedContent, zone: string, place: string): PreparedEvent[] => {
    const files = (content.icsFiles ?? []).flatMap((name) => {
      const path = join(folder, name);
      return readIcsCalendar(readText(path), basename(path), zone).events;
    });
    const events = (content.events ?? []).map((event, index) => fromSeed(event, zone, `${place}/events/${index}`));
    const all = [...events, ...files].map((event) => shiftEvent(event, days));
    for (const event of all) checkPrepared(event, zone);
    return all;
  };
  return {
    seed,
    accounts: seed.accounts.map((account, index) => ({
      ...account,
      prepared: prepare(account, account.timeZone ?? "Etc/UTC", `${file}/accounts/${index}`),
      preparedContacts: prepareContacts(account, folder, `${file}/accounts/${index}`),
    })),
    calendarEvents: seed.accounts.map((account, index) =>
      (account.calendars ?? []).map((calendar, place) =>
        prepare(
          calendar,
          calendar.timeZone ?? account.timeZone ?? "Etc/UTC",
          `${file}/accounts/${index}/calendars/${place}`,
        ),
      ),
    ),
  };
}

function prepareContacts(account: SeedAccount, folder: string, place: string): PreparedContact[] {
  const own = (account.contacts ?? []).map(({ labels = [], photoUrl, ...person }, index) => ({
    person,
    labels,
    ...(photoUrl !== undefined && { photoUrl }),
    place: `${place}/contacts/${index}`,
  }));
  for (const contact of own) checkContact(contact);
  const files = (account.vcfFiles ?? []).flatMap((name) => {
    const path = join(folder, name);
    return readVcfContacts(readText(path), basename(path));
  });
  return [...own, ...files];
}

function checkZones(seed: LocalGoogleSeed, file: string): void {
  for (const [index, account] of seed.accounts.entries()) {
    const places = [account, ...(account.calendars ?? [])];
    for (const [place, { timeZone }] of places.entries()) {
      if (timeZone === undefined || isZone(timeZone)) continue;
      const pointer = place === 0 ? "" : `/calendars/${place - 1}`;
      throw new SeedError(`${file}/accounts/${index}${pointer}/timeZone`, `"${timeZone}" is no time zone`);
    }
  }
}

function fromSeed({ exceptions = [], ...event }: SeedEvent, zone: string, place: string): PreparedEvent {
  return {
    body: zonedBody(event, zone),
    exceptions: exceptions.map(({ originalStart, ...body }, index) => ({
      originalStart: zoned({ ...originalStart }, zone),
      body: zonedBody(body, zone),
      isWhole: false,
      place: `${place}/exceptions/${index}`,
    })),
    place,
  };
}

function zonedBody(body: JsonObject, zone: string): JsonObject {
  const { start, end } = body;
  return {
    ...body,
    ...(isObject(start) && { start: zoned(start, zone) }),
    ...(isObject(end) && { end: zoned(end, zone) }),
  };
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (unreadable) {
    throw new SeedError(path, `the file cannot be read (${messageOf(unreadable)})`, { cause: unreadable });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Old programs write their country's code page; Western European is the likeliest.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (malformed) {
    throw new SeedError(path, `is not JSON (${messageOf(malformed)})`, { cause: malformed });
  }
}
