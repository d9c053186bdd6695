import type { MailBlock, MailListItem } from "../../api/index.js";
import { reasonText } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import { privateTitle } from "../reports/index.js";
import type { RunReport, SideCounts } from "../reports/index.js";
import { places } from "./advice.js";
import { counted, section } from "./mail-model.js";
import type { MailSubjectMatter, ToldEffect, Writing } from "./mail-model.js";

/** Items named for each side; the run's page in the workbench names all. */
const mostNamed = 100;

/** The part of a mail only "Email me a detailed sync report" adds (J7). */
export function writeReport({ report, effects, writing }: MailSubjectMatter): readonly MailBlock[] {
  return [
    ...(report.outcome === "failed" ? [] : countBlocks(report, writing)),
    ...section("In Google", effectItems(effects, "google", writing)),
    ...section(`In ${writing.product}`, effectItems(effects, "studio", writing)),
    ...section("Left out", leftOutItems(report)),
    ...section("Values that were merged away", report.lost.map(lostItem)),
    ...(report.leftOver === 0
      ? []
      : [{ kind: "paragraph", text: `${counted(report.leftOver, "item")} wait for the next run.` } as const]),
    { kind: "heading", text: "When" },
    { kind: "table", columns: ["Started", "Ended", "Took"], rows: [timesOf(report, writing)] },
    ...(report.runId === 0 ? [] : [{ kind: "link", link: places.run(report.runId) } as const]),
  ];
}

function countBlocks({ google, studio }: RunReport, { product }: Writing): readonly MailBlock[] {
  const columns = ["Where", "Created", "Changed", "Deleted"];
  const rows = [rowOf("In Google", google), rowOf(`In ${product}`, studio)];
  return [
    { kind: "heading", text: "What was done" },
    { kind: "table", columns, rows },
  ];
}

function rowOf(side: string, { created, changed, deleted }: SideCounts): readonly string[] {
  return [side, String(created), String(changed), String(deleted)];
}

function effectItems(
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
  const title = isPrivate ? privateTitle : (now["title"] ?? now["name"] ?? "");
  const when = now["when"] === undefined ? "" : `, ${whenText(now["when"], writing)}`;
  const note = isPrivate || action !== "change" ? undefined : changesText(before, after, writing);
  const text = `${actionWords[action] ?? action}${stateWords[state]}: ${title === "" ? "an item without a title" : `"${title}"`}${when}`;
  return note === undefined || note === "" ? { text } : { text, note };
}

function changesText(before: ToldEffect["before"], after: ToldEffect["after"], writing: Writing): string {
  const changes = Object.entries(after).filter(([field, value]) => before[field] !== value);
  const shown = (field: string, value: string | undefined): string => {
    if (value === undefined || value === "") return "nothing";
    return field === "when" ? whenText(value, writing) : `"${shortened(value)}"`;
  };
  return changes
    .map(([field, value]) => `${field}: ${shown(field, before[field])} → ${shown(field, value)}`)
    .join("; ");
}

function shortened(text: string): string {
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

function leftOutItems({ leftOut }: RunReport): readonly MailListItem[] {
  return Object.entries(leftOut).map(([reason, count]) => ({
    // Reports hold reasons of the closed list only.
    text: `${counted(count, "event")}, because ${reasonText(reason as LeftOutReason)}.`,
  }));
}

const lostWords: Readonly<Record<RunReport["lost"][number]["why"], string>> = {
  "later-change-won": "the other side was changed later",
  "put-back": "it may not be changed there and was put back",
  "one-way": "changes made there do not come back",
  deleted: "the item was deleted on the other side",
};

function lostItem({ title, isPrivate, field, side, value, why }: RunReport["lost"][number]): MailListItem {
  const shown = isPrivate ? privateTitle : title;
  const what = isPrivate ? `The ${field}` : `The ${field} "${shortened(value)}"`;
  return {
    text: `"${shown}"`,
    note: `${what} entered in ${side === "google" ? "Google" : "the studio"} is not kept: ${lostWords[why]}.`,
  };
}

function timesOf({ startedAt, endedAt }: RunReport, { locale, zone }: Writing): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: zone });
  const seconds = (endedAt.getTime() - startedAt.getTime()) / 1000;
  return [format.format(startedAt), format.format(endedAt), durationText(seconds)];
}

function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} seconds`;
  return `${Math.floor(seconds / 60)} minutes ${Math.round(seconds % 60)} seconds`;
}
