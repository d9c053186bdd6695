/** Days as people of a locale write and read them. A day is `YYYY-MM-DD` inside; empty where there is none. */

/** What a day is written with. */
export type DayPart = "year" | "month" | "day";

/** A day in figures, such as 11/23/2026 or 23.11.2026. */
export function dayText(day: string, locale: string): string {
  return day === "" ? "" : figures(locale).format(asUtc(day));
}

/** A day in full words, with its weekday: what a screen reader says of it. */
export function dayInWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(asUtc(day));
}

/** What is typed for a day; `isWhole` while nothing more can follow, as a year of two figures may grow to four. */
export interface ReadDay {
  readonly day: string;
  readonly isWhole: boolean;
}

/**
 * Reads a day in the order in which the locale writes it, with whatever between the figures; also with the month's name, and
 * as `2026-11-23` everywhere. Without a year it is of the year given.
 * @returns undefined where it is no day there is
 */
export function readDay(text: string, locale: string, thisYear: number): ReadDay | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[3]?.length === 2);
  const named = monthNamed(text, locale);
  const numbers = inWesternFigures(text, locale).match(/\d+/g) ?? [];
  const order = dayOrder(locale).filter((part) => named === undefined || part !== "month");
  const wanted = numbers.length === order.length ? order : order.filter((part) => part !== "year");
  if (numbers.length !== wanted.length) return undefined;
  const of = (part: DayPart): string | undefined => numbers[wanted.indexOf(part)];
  const [year, month, day] = [of("year"), named ?? of("month"), of("day")];
  const isWhole = year?.length === 4;
  if (month === undefined || day === undefined || (year !== undefined && ![2, 4].includes(year.length)))
    return undefined;
  return dayOf(fullYear(year, thisYear), Number(month), Number(day), isWhole);
}

/** The day so many days later. */
export function shiftedDay(day: string, by: number): string {
  return textOf(new Date(asUtc(day).getTime() + by * 86_400_000));
}

/** The same day of another month, or that month's last one. */
export function shiftedMonth(day: string, by: number): string {
  const date = asUtc(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return textOf(first);
}

/** Days of a month by weeks, with those of its neighbours that fill the first and the last week. */
export function weeksOf(day: string, firstWeekday: number): readonly (readonly string[])[] {
  const first = `${day.slice(0, 7)}-01`;
  const before = (asUtc(first).getUTCDay() - firstWeekday + 7) % 7;
  const start = shiftedDay(first, -before);
  const days = before + asUtc(shiftedDay(shiftedMonth(first, 1), -1)).getUTCDate();
  return Array.from({ length: Math.ceil(days / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, index) => shiftedDay(start, week * 7 + index)),
  );
}

/** Sunday is 0. */
export function firstDayOfWeek(locale: string): number {
  const known: Intl.Locale & { readonly getWeekInfo?: () => { readonly firstDay: number } } = new Intl.Locale(locale);
  // Firefox does not say; Monday is most people's.
  return (known.getWeekInfo?.().firstDay ?? 1) % 7;
}

/** A day at noon in UTC, to be formatted in UTC. */
export function asUtc(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function figures(locale: string): Intl.DateTimeFormat {
  // Latin figures, Gregorian years: what is shown can be typed again.
  const style = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, { ...style, numberingSystem: "latn", calendar: "gregory" });
}

/** In which order the locale writes a day. */
export function dayOrder(locale: string): readonly DayPart[] {
  const isPart = (type: string): type is DayPart => type === "year" || type === "month" || type === "day";
  return figures(locale)
    .formatToParts(new Date())
    .map(({ type }) => type)
    .filter(isPart);
}

function dayOf(year: number, month: number, day: number, isWhole: boolean): ReadDay | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day, 12));
  date.setUTCFullYear(year);
  const isThere = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? { day: textOf(date), isWhole } : undefined;
}

/** Two figures are of the hundred years around this one. */
function fullYear(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  if (text.length === 4) return Number(text);
  const century = thisYear - (thisYear % 100);
  const year = century + Number(text);
  return year > thisYear + 50 ? year - 100 : year;
}

/** The number of the month a text names, in full or shortened to three letters or more. */
function monthNamed(text: string, locale: string): string | undefined {
  const words = text.toLocaleLowerCase(locale).match(/\p{L}{3,}/gu) ?? [];
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC", numberingSystem: "latn" });
  const names = Array.from({ length: 12 }, (_, month) =>
    format.format(new Date(Date.UTC(2000, month, 1))).toLocaleLowerCase(locale),
  );
  const index = names.findIndex((name) => words.some((word) => name.startsWith(word)));
  return index < 0 ? undefined : String(index + 1);
}

/** Figures of the locale's own as the Latin ones. */
function inWesternFigures(text: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  let latin = text;
  for (let figure = 0; figure < 10; figure += 1) latin = latin.replaceAll(format.format(figure), String(figure));
  return latin;
}
