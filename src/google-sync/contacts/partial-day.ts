import type { PersonValue } from "../google/index.js";

// A day of which the year may be unknown is `YYYY-MM-DD` or `--MM-DD`, as the studio keeps it (K4). No time zone has a say in it.

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
  // A year not known may be a leap year.
  const date = text.replace(/^--/, "2000-");
  const isDay = new Date(date).toJSON() === `${date}T00:00:00.000Z`;
  return text === "" || isDay ? text : undefined;
}

/** A day, as {@link canonicalDay} gives it, as Google's date; a year not known is left out. */
export function googleDateOf(day: string): Readonly<Record<string, number>> {
  return {
    ...(day.startsWith("--") ? {} : { year: Number(day.slice(0, -6)) }),
    month: Number(day.slice(-5, -3)),
    day: Number(day.slice(-2)),
  };
}

function numberIn(date: Readonly<Record<string, unknown>> | null | undefined, key: string): number {
  const part = date?.[key];
  return typeof part === "number" ? part : 0;
}
