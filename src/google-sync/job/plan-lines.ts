import type { PreviewedContacts } from "../contact-run/index.js";
import { shownField, shownFieldName } from "../contacts/index.js";
import { sideEffectsOf } from "../engine/index.js";
import type { Action, Fields, Pair, SideEffect } from "../engine/index.js";
import type { ItemName, PlanGroup, PlanLine } from "../reports/index.js";
import type { GuardedPlan } from "./calendar-run.js";
import { whenInWords } from "./reschedule.js";
import { nameOf } from "./run-item.js";

/** Everything the next run would do, item by item, from what to what (R3). */
export function planLines(calendar: GuardedPlan, contacts: PreviewedContacts | undefined): readonly PlanLine[] {
  return [
    ...calendar.planned.flatMap(({ action, item }) => linesOf(action, item.pair, nameOf(item), false)),
    ...calendar.waiting.flatMap(({ action, item }) => linesOf(action, item.pair, nameOf(item), true)),
    ...(contacts?.planned ?? []).flatMap(({ action, item }) =>
      linesOf(action, item.pair, contactName(item.pair), false),
    ),
    ...(contacts?.waiting ?? []).flatMap(({ action, item }) =>
      linesOf(action, item.pair, contactName(item.pair), true),
    ),
    ...(contacts?.unclear ?? []).flatMap(({ item: { pair } }) =>
      linesOf({ kind: "ask", key: pair.key, question: "unclear-match" }, pair, contactName(pair), true),
    ),
  ];
}

function linesOf(action: Action, pair: Pair, name: ItemName, isHeld: boolean): readonly PlanLine[] {
  return sideEffectsOf(action, pair).map((effect) => ({
    group: isHeld || effect.what === "ask" ? "Held for an answer" : groupOf(effect),
    ...name,
    before: fieldsText(effect.before, name),
    after: fieldsText(effect.after, name),
  }));
}

function groupOf({ what, side }: SideEffect): PlanGroup {
  const isGoogle = side === "google";
  switch (what) {
    case "make":
      return isGoogle ? "Made in Google" : "Made in the studio";
    case "change":
      return isGoogle ? "Changed in Google" : "Changed in the studio";
    case "remove":
      return isGoogle ? "Deleted in Google" : "Taken off the studio's schedule";
    case "leave":
      return "Leaves the synced clients";
    case "ask":
      return "Held for an answer";
  }
}

/** A client's or contact's name as its fields have it. */
function contactName({ studio, google }: Pair): ItemName {
  const fields = studio.kind === "present" ? studio.fields : google.kind === "present" ? google.fields : {};
  const { name = "", company = "", email = "" } = fields;
  return { title: shownField("name", name) || company || email, isPrivate: false };
}

const labels: Readonly<Record<string, string>> = { title: "", when: "", private: "private: ", free: "free: " };

/** Fields in words; those that hold nothing, and what the item is called anyway, are left out. */
function fieldsText(fields: Fields, { title }: ItemName): string {
  return Object.entries(fields)
    .filter(([field, value]) => !["title", "name"].includes(field) || shownField(field, value) !== title)
    .filter(([field, value]) => value !== "" && !(["private", "free"].includes(field) && value === "no"))
    .map(([field, value]) => `${labels[field] ?? `${shownFieldName(field)}: `}${valueText(field, value)}`)
    .join(", ");
}

function valueText(field: string, value: string): string {
  return field === "when" ? whenInWords(value) : shownField(field, value);
}
