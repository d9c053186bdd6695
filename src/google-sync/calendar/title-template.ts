import type { ScheduleEntry } from "../../api/index.js";

const placeholder = /\{(client|description|type|phone)\}/g;
const danglingSeparators = /^[\s\-–—:|,/]+|[\s\-–—:|,/]+$/g;

/** What of the client may be shown in the user's Google. */
export interface TitleOptions {
  readonly template: string;
  /** Studio setting "send the client's phone" (C2). */
  readonly sendsPhone: boolean;
  /** False for a user without view of clients (X1). */
  readonly maySeeClients: boolean;
}

/** Stands for the Description while the text around it is made; no text of a database holds it. */
const mark = "\u0000";

/** The title of a linked entry in Google; separators that an empty placeholder leaves at its ends go. */
export function renderTitle(entry: ScheduleEntry, options: TitleOptions): string {
  return tidy(fill(options.template, entry, options));
}

/**
 * The Description within a title edited in Google (C7): what lies between the text before
 * and after `{description}` in the template.
 * @returns undefined when that text was changed, or the template has no `{description}`
 */
export function descriptionInTitle(title: string, entry: ScheduleEntry, options: TitleOptions): string | undefined {
  const around = renderTitle({ ...entry, description: mark }, options);
  const place = around.indexOf(mark);
  if (place < 0 || around.lastIndexOf(mark) !== place) return undefined;
  const start = around.slice(0, place);
  const end = around.slice(place + 1);
  if (title.startsWith(start) && title.slice(start.length).endsWith(end)) {
    return title.slice(start.length, title.length - end.length).trim();
  }
  return tidy(title) === tidy(`${start}${end}`) ? "" : undefined;
}

function fill(template: string, entry: ScheduleEntry, { sendsPhone, maySeeClients }: TitleOptions): string {
  return template.replace(placeholder, (_, name: string) => {
    if (name === "description") return entry.description;
    if (name === "type") return entry.sessionType;
    if (entry.client === undefined || !maySeeClients) return "";
    if (name === "phone") return sendsPhone ? (entry.client.phone ?? "") : "";
    return [entry.client.firstName, entry.client.lastName].filter(Boolean).join(" ") || entry.client.company;
  });
}

function tidy(title: string): string {
  return title.replace(danglingSeparators, "");
}
