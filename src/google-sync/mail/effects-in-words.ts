import type { MailListItem } from "../../api/index.js";
import { shownField, shownFieldName } from "../contacts/index.js";
import type { Fields } from "../engine/index.js";
import { privateTitle } from "../reports/index.js";
import type { ToldEffect, Writing } from "./mail-model.js";

/** Items named for each side; the run's page in the workbench names all. */
const mostNamed = 100;

/** What a run did on a side, item by item. */
export function effectItems(
  effects: readonly ToldEffect[],
  side: ToldEffect["side"],
  writing: Writing,
): readonly MailListItem[] {
  const ofSide = effects.filter((effect) => effect.side === side);
  const items = ofSide.slice(0, mostNamed).map((effect) => effectItem(effect, writing));
  const more = ofSide.length - items.length;
  return more === 0 ? items : [...items, { text: `and ${more} more, named in the run.` }];
}

const actionWords: Readonly<Record<string, string>> = {
  "create-in-google": "Created",
  "create-in-studio": "Created",
  change: "Changed",
  "delete-in-google": "Deleted",
  "remove-from-studio": "Taken off the schedule",
  "cancel-in-studio": "Cancelled",
  "restore-in-studio": "Restored",
};

const stateWords: Readonly<Record<ToldEffect["state"], string>> = {
  done: "",
  failed: " (failed)",
  intended: " (begun)",
};

function effectItem({ action, state, before, after, isPrivate }: ToldEffect, writing: Writing): MailListItem {
  const now = Object.keys(after).length > 0 ? { ...before, ...after } : before;
  const title = isPrivate ? privateTitle : titleOf(now);
  const when = now["when"] === undefined ? "" : `, ${whenText(now["when"], writing)}`;
  const note = isPrivate || action !== "change" ? undefined : changesText(before, after, writing);
  const text = `${actionWords[action] ?? action}${stateWords[state]}: ${title === "" ? "an item without a title" : `"${title}"`}${when}`;
  return note === undefined || note === "" ? { text } : { text, note };
}

/** An event's title; of a client or contact the name, or what stands for it (K7). */
function titleOf({ title, name, company, email }: Fields): string {
  if (title !== undefined) return title;
  return shownField("name", name ?? "") || company || email || "";
}

function changesText(before: ToldEffect["before"], after: ToldEffect["after"], writing: Writing): string {
  const changes = Object.entries(after).filter(([field, value]) => before[field] !== value);
  const shown = (field: string, value: string | undefined): string => {
    if (value === undefined || value === "") return "nothing";
    return field === "when" ? whenText(value, writing) : `"${shortened(shownField(field, value))}"`;
  };
  return changes
    .map(([field, value]) => `${shownFieldName(field)}: ${shown(field, before[field])} → ${shown(field, value)}`)
    .join("; ");
}

export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/** "start/end" of the studio's wall clock in the studio's way of writing; as it is where it is something else. */
function whenText(when: string, { locale }: Writing): string {
  const [start = ""] = when.split("/");
  const isAllDay = start.length === 10;
  const instant = new Date(`${isAllDay ? `${start}T00:00:00` : start}Z`);
  if (Number.isNaN(instant.getTime())) return when;
  const style = isAllDay ? { dateStyle: "medium" } : { dateStyle: "medium", timeStyle: "short" };
  // A wall-clock time has no zone: it is written and read in the same one.
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" } as Intl.DateTimeFormatOptions).format(instant);
}
