import type { PersonValue } from "../google/index.js";

/** A day of which the year may be unknown: `YYYY-MM-DD` or `--MM-DD`, as the studio keeps it (K4). No time zone has a say in it. */
const shape = /^(\d{4}|-)-(\d{2})-(\d{2})$/;
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Google's date in the studio's words; empty when there is none.
 * @returns undefined for what is no whole day (a text alone, a month): it is left as it is
 */
export function dayTextOf(value: PersonValue | undefined): string | undefined {
  if (value === undefined) return "";
  // Google's date, checked part by part below.
  const date = value["date"] as Readonly<Record<string, unknown>> | null | undefined;
  const { year, month, day } = {
    year: numberIn(date, "year"),
    month: numberIn(date, "month"),
    day: numberIn(date, "day"),
  };
  const yearText = year === 0 ? "-" : String(year).padStart(4, "0");
  return canonicalDay(`${yearText}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

/** The studio's text, if it is a day. @returns undefined when it is none */
export function canonicalDay(text: string): string | undefined {
  if (text === "") return "";
  const [, year = "-", month = "0", day = "0"] = shape.exec(text) ?? [];
  const mostDays = longest[Number(month) - 1] ?? 0;
  const isLeapDayOfOtherYear = month === "02" && day === "29" && year !== "-" && !isLeapYear(Number(year));
  if (Number(day) < 1 || Number(day) > mostDays || isLeapDayOfOtherYear) return undefined;
  return `${year}-${month}-${day}`;
}

/** The studio's day as Google's date; a year not known is left out. */
export function googleDateOf(text: string): Readonly<Record<string, number>> {
  const [, year = "-", month = "", day = ""] = shape.exec(text) ?? [];
  return { ...(year === "-" ? {} : { year: Number(year) }), month: Number(month), day: Number(day) };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function numberIn(date: Readonly<Record<string, unknown>> | null | undefined, key: string): number {
  const part = date?.[key];
  return typeof part === "number" && Number.isInteger(part) ? part : 0;
}
