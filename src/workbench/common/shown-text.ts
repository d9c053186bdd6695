import { commonTexts } from "../texts/en/common-texts.js";

/** How the studio writes dates and times. */
export interface Writing {
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly timeZone: string;
}

const instant = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z\b/g;

const wallTime = /\b\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}\b(?!\.|Z)/g;
const span = /\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) to (?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2})\b(?!:)/g;
const wholeDay = /\b(\d{4}-\d{2}-\d{2})(?= \(all day\))/g;
const days = /\b(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})\b(?![ T]\d{2}:)/g;

/** A plugin's text for the screen: the times in it are written as the studio writes dates and times. */
export function shownText(text: string, writing: Writing): string {
  const format = (style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(writing.locale, { ...style, timeZone: "UTC" });
  const dayText = (day: string): string => shownOr(day, `${day}T00:00:00`, format({ dateStyle: "medium" }));
  return text
    .replaceAll(instant, (iso) => shownInstant(iso, writing))
    .replaceAll(wallTime, (time) =>
      shownOr(time, time.replace(" ", "T"), format({ dateStyle: "medium", timeStyle: "short" })),
    )
    .replaceAll(span, (both, day: string, from: string, lastDay: string | undefined, to: string) => {
      const start = shownOr("", `${day}T${from}:00`, format({ dateStyle: "medium", timeStyle: "short" }));
      const end =
        lastDay === undefined
          ? shownOr("", `${day}T${to}:00`, format({ timeStyle: "short" }))
          : shownOr("", `${lastDay}T${to}:00`, format({ dateStyle: "medium", timeStyle: "short" }));
      return start === "" || end === "" ? both : commonTexts.fromTo(start, end);
    })
    .replaceAll(days, (_both, first: string, last: string) => commonTexts.fromTo(dayText(first), dayText(last)))
    .replaceAll(wholeDay, (day) => dayText(day));
}

/** A wall-clock time as the format writes it; the text itself where it is none, such as month 13. */
function shownOr(text: string, wall: string, format: Intl.DateTimeFormat): string {
  const time = asUtc(wall);
  return Number.isNaN(time.getTime()) ? text : format.format(time);
}

/** Whether a plugin's text is one instant and nothing else; on screen it stays on one line. */
export function isInstant(text: string): boolean {
  return text.replace(instant, "") === "" && text !== "";
}

/** An ISO instant in the studio's zone and manner. */
export function shownInstant(iso: string, { locale, timeZone }: Writing): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(iso));
}

/** A wall-clock time, `YYYY-MM-DDTHH:MM:SS`, as the locale writes it. */
export function shownWallTime(time: string, locale: string): string {
  return shownOr(
    time,
    time,
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }),
  );
}

/** From when to when an entry is. Ends of all-day entries are exclusive in the data and inclusive on screen (C21). */
export function shownWhen(
  { start, end, isAllDay }: { readonly start: string; readonly end: string; readonly isAllDay: boolean },
  locale: string,
): string {
  const from = asUtc(start);
  const to = new Date(asUtc(end).getTime() - (isAllDay ? 86_400_000 : 0));
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "full",
    ...(isAllDay ? {} : { timeStyle: "short" as const }),
    timeZone: "UTC",
  });
  return to < from ? format.format(from) : format.formatRange(from, to);
}

/** Wall-clock times have no zone: they are carried through formatters as if they were UTC. */
function asUtc(wallTime: string): Date {
  return new Date(`${wallTime}Z`);
}

/** The wall-clock time in a zone at an instant, `YYYY-MM-DDTHH:MM:SS`. */
export function wallTimeIn(timeZone: string, now: Date): string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone });
  return format.format(now).replace(" ", "T");
}
