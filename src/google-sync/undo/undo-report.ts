import { isPhoneField } from "../contacts/index.js";
import { isContactEffect } from "../journal/index.js";
import type { ItemName, ReportBuilder } from "../reports/index.js";
import { titleOf } from "./done-items.js";
import type { DoneItem } from "./done-items.js";
import type { LeftAsIs, UndoStep } from "./plan-undo.js";

const fieldWords: Readonly<Record<string, string>> = {
  title: "the title",
  when: "the time",
  location: "the location",
  notes: "the notes",
  private: '"private"',
  free: '"free"',
};

/** Names what Undo leaves as it is, and why (R2). */
export function tellLeft(left: readonly LeftAsIs[], report: ReportBuilder): void {
  for (const one of left) report.warn("left-as-is", textOfLeft(one), nameOf(one.item));
}

/** Why one item or field is left, as a sentence. */
export function textOfLeft({ item, why, field, now }: LeftAsIs): string {
  const where = item.side === "google" ? "in Google" : "in the studio";
  switch (why) {
    case "changed-since":
      return field === undefined
        ? `It has changed ${where} since; it is left as it is.`
        : `Somebody has changed ${wordsOf(field)} ${where} since; that is left as it is.`;
    case "deleted-since":
      return item.side === "studio" && !isContactEffect(item)
        ? "It was deleted in the studio, or taken off this user's schedule, since; it is left so."
        : `It was deleted ${where} since; it is left so.`;
    case "there-again":
      return `It is ${where} again already; it is left as it is.`;
    case "not-looked-at":
      return `It could not be put back ${where}: ${now ?? "nothing is known of it"}`;
  }
}

function wordsOf(field: string): string {
  return fieldWords[field] ?? (isPhoneField(field) ? "a phone number" : `the ${field}`);
}

/** Says what cannot be put back, so that nobody counts on it (R2). */
export function tellNotes(steps: readonly UndoStep[], report: ReportBuilder): void {
  for (const { kind, item } of steps) {
    if (kind === "bring-back" && item.side === "google") {
      const text = "It is a new event in Google, without the guests, the Meet link and the reminders the old one had.";
      report.warn("undo-new-event", text, nameOf(item));
    }
    if (kind === "set-back" && item.side === "studio" && item.before["when"] !== item.after["when"]) {
      const text = 'A session\'s "Confirmed" is not set again; status notes and messages about the move stay.';
      report.warn("undo-not-confirmed", text, nameOf(item));
    }
  }
}

function nameOf(item: DoneItem): ItemName {
  return { title: titleOf(item), isPrivate: item.isPrivate };
}
