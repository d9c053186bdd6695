/** Times of day as people of a locale write and read them. A time is `HH:MM` inside; empty where there is none. */

/** A time such as 2:30 PM or 14:30. */
export function timeText(time: string, locale: string): string {
  return time === "" ? "" : formatOf(locale).format(new Date(`2000-01-01T${time}:00Z`));
}

/**
 * Reads 2:30 pm, 2.30p, 14:30, 1430, 14 or 2pm, and the locale's own words for before and after noon.
 * @returns undefined where it is no time of day
 */
export function readTime(text: string, locale: string): string | undefined {
  const typed = text.trim().toLocaleLowerCase(locale);
  const numbers = /^\D*(\d{1,2})\s*(?:[:.h\s]\s*(\d{1,2})|(\d{2}))?(?:\s*[:.]\s*\d{1,2})?\D*$/u.exec(typed);
  if (numbers === null) return undefined;
  const [, hours = "", minutes = "0", joined] = numbers;
  const half = halfOf(typed.replaceAll(/[\d:\s]/gu, "").replaceAll(".", ""), locale);
  if (half === "unknown") return undefined;
  const hour = hourOf(Number(hours), half);
  const minute = Number(joined ?? minutes);
  return hour === undefined || minute > 59 ? undefined : clockText(hour * 60 + minute);
}

/** A time so many minutes later, around the clock. */
export function shiftedTime(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return clockText((hour * 60 + minute + minutes + 1440) % 1440);
}

type Half = "before-noon" | "after-noon" | undefined;

function formatOf(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC", numberingSystem: "latn" });
}

function halfOf(word: string, locale: string): Half | "unknown" {
  if (word === "" || word === "h" || word === "uhr") return undefined;
  if (word === "a" || word === "am" || word === wordOf(6, locale)) return "before-noon";
  if (word === "p" || word === "pm" || word === wordOf(18, locale)) return "after-noon";
  return "unknown";
}

/** The locale's own word for the half of the day an hour is in, such as AM; empty where it has none. */
function wordOf(hour: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric", hour12: true, timeZone: "UTC" });
  const part = format.formatToParts(new Date(Date.UTC(2000, 0, 1, hour))).find(({ type }) => type === "dayPeriod");
  return (part?.value ?? "").toLocaleLowerCase(locale).replaceAll(/[.\s]/gu, "");
}

function hourOf(typed: number, half: Half): number | undefined {
  if (half === undefined) return typed > 23 ? undefined : typed;
  if (typed < 1 || typed > 12) return undefined;
  return (typed % 12) + (half === "after-noon" ? 12 : 0);
}

function clockText(minutes: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
