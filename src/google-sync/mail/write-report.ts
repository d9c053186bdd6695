import type { MailBlock, MailListItem } from "../../api/index.js";
import { reasonText } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import { privateTitle } from "../reports/index.js";
import type { RunReport, SideCounts } from "../reports/index.js";
import { places } from "./advice.js";
import { effectItems, shortened } from "./effects-in-words.js";
import { counted, section } from "./mail-model.js";
import type { MailSubjectMatter, Writing } from "./mail-model.js";

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

function countBlocks({ google, studio, contacts }: RunReport, { product }: Writing): readonly MailBlock[] {
  const columns = ["Where", "Created", "Changed", "Deleted"];
  const rows = [
    rowOf("In Google", google),
    rowOf(`In ${product}`, studio),
    ...(contacts === undefined
      ? []
      : [rowOf("Contacts in Google", contacts.google), rowOf(`Clients in ${product}`, contacts.studio)]),
  ];
  return [
    { kind: "heading", text: "What was done" },
    { kind: "table", columns, rows },
  ];
}

function rowOf(side: string, { created, changed, deleted }: SideCounts): readonly string[] {
  return [side, String(created), String(changed), String(deleted)];
}

function leftOutItems({ leftOut }: RunReport): readonly MailListItem[] {
  return Object.entries(leftOut).map(([reason, count]) => ({
    text: leftOutText(reason, count),
  }));
}

/** Why contacts did not come in, by the reasons their run gives. */
const contactReasons: Readonly<Record<string, string>> = {
  "contact-nobody": "they have no name, company, email or phone",
  "contact-not-allowed": "this user's clearance does not allow adding clients",
  "contact-second-copy": "they are copies of contacts that are already in step",
};

function leftOutText(reason: string, count: number): string {
  const ofContacts = contactReasons[reason];
  if (ofContacts !== undefined) return `${counted(count, "contact")}, because ${ofContacts}.`;
  // What is not a contact's reason is one of the closed list for events.
  return `${counted(count, "event")}, because ${reasonText(reason as LeftOutReason)}.`;
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
