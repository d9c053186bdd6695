import { SeedError } from "../../errors.js";
import { isDate } from "../../store/zone-time.js";
import type { ContentLine } from "./content-lines.js";
import type { ZoneNames } from "./zone-names.js";

/** A day, or a wall-clock time with its IANA zone, as the API writes them. */
export type IcsTime = { readonly date: string } | { readonly dateTime: string; readonly timeZone: string };

/** A `DATE` or `DATE-TIME`; a time without zone is in the calendar's. @throws SeedError */
export function readTime(line: ContentLine, zones: ZoneNames, text = line.value): IcsTime {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?(Z?)$/i.exec(text.trim());
  if (!match) throw new SeedError(line.place, `${line.name} is not a date or time: ${text}`);
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (!isDate(date)) throw new SeedError(line.place, `${line.name} is a day that does not exist: ${text}`);
  if (hour === undefined || line.parameters["VALUE"] === "DATE") return { date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) {
    throw new SeedError(line.place, `${line.name} is a time that does not exist: ${text}`);
  }
  const dateTime = `${date}T${hour}:${minute}:${second === "60" ? "59" : second}`;
  return { dateTime, timeZone: utc ? "UTC" : zones.zoneOf(line) };
}

const duration = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Seconds of a `DURATION`. @throws SeedError */
export function readDuration(line: ContentLine): number {
  const match = duration.exec(line.value.trim());
  if (!match) throw new SeedError(line.place, `${line.name} is not a duration: ${line.value}`);
  const [, sign, weeks = "0", days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  const total =
    Number(weeks) * 604_800 + Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" ? -total : total;
}

/** A `TEXT` without its escapes. */
export function readText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_whole, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}

/** The address of a `mailto:`, or undefined. */
export function readAddress(value: string): string | undefined {
  const match = /^(?:mailto:)?\s*([^\s@]+@[^\s@]+)$/i.exec(value.trim());
  return match?.[1]?.toLowerCase();
}
