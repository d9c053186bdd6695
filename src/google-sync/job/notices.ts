import { cutFields, isSeries, mayEdit } from "../calendar/index.js";
import type { Action, Agreed } from "../engine/index.js";
import { isEmpty } from "../engine/index.js";
import type { ToldOnce } from "../links/index.js";
import type { Planned } from "./bookkeeping.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/**
 * Puts into the report what the user should know about planned actions beside their counts:
 * series (C19), events that may not be edited (C10), guests who were not told (C25),
 * tentative ones (C4), texts that were cut (C11), changes put back (X1), pairs found unequal (W5).
 * @returns by item key what the user has now been told once
 */
export function giveNotice(planned: readonly Planned[], context: RunContext): ReadonlyMap<string, ToldOnce> {
  const told = new Map<string, ToldOnce>();
  for (const { action, item } of planned) {
    const once = noticeOnce(action, item, context);
    if (once !== undefined && item.link?.told.includes(once.told) !== true) {
      context.report.warn(once.told, once.text, nameOf(item), item.event?.htmlLink);
      told.set(item.pair.key, once.told);
    }
    noticeEachTime(action, item, context);
  }
  return told;
}

interface OnceNotice {
  readonly told: ToldOnce;
  readonly text: string;
}

function noticeOnce(action: Action, { pair, event }: RunItem, context: RunContext): OnceNotice | undefined {
  if (event === undefined) return undefined;
  const { isTwoWay } = context;
  const looksAtGoogle = isTwoWay || context.settings.user.populateStudio;
  // Of a series only the series itself is named; an invitation to one instance has no series here.
  const isWholeSeries = event.recurrence.length > 0 || (isSeries(event) && !event.isOrganizer);
  if (looksAtGoogle && (action.kind === "leave-out" || action.kind === "rest") && isWholeSeries) {
    const first = event.start.kind === "day" ? event.start.date : event.start.dateTime.toISOString().slice(0, 10);
    return {
      told: "series",
      text: `"${event.summary}" (first on ${first}) repeats in Google. Repeating appointments made in Google are not supported; enter it again in the studio.`,
    };
  }
  if (pair.known.kind !== "linked") return undefined;
  if (!mayEdit(event) && (action.kind === "end-link" || hasUnsentEdit(action, pair.known.agreed.studio))) {
    return {
      told: "not-editable",
      text: `"${event.summary}" belongs to somebody else in Google; what is changed or deleted in the studio is not sent there.`,
    };
  }
  if (isTwoWay && event.status === "tentative" && (action.kind === "agree" || action.kind === "change")) {
    return { told: "tentative", text: `"${event.summary}" is now tentative in Google. It stays in the studio.` };
  }
  return undefined;
}

function hasUnsentEdit(action: Action, before: Readonly<Record<string, string>>): boolean {
  return (
    action.kind === "agree" && Object.entries(action.agreed.studio).some(([name, value]) => before[name] !== value)
  );
}

function noticeEachTime(action: Action, item: RunItem, { report, canon }: RunContext): void {
  const { event, pair } = item;
  const name = nameOf(item);
  const movesEvent =
    action.kind === "delete-in-google" || (action.kind === "change" && action.toGoogle["when"] !== undefined);
  if (event?.hasGuests === true && movesEvent) {
    const what = action.kind === "delete-in-google" ? "deleted" : "moved";
    report.warn(
      "guests-not-told",
      `"${event.summary}" has guests and is ${what} in Google. The guests were not told; tell them yourself.`,
      name,
      event.htmlLink,
    );
  }
  if (pair.known.kind !== "linked" && (action.kind === "agree" || action.kind === "change")) {
    const fields = unequalFields(action.agreed);
    if (fields.length > 0) {
      report.warn(
        "unequal-fields",
        `"${name.title}" is on both sides with a different ${fields.join(" and ")}. Each side keeps its own until one is edited.`,
        name,
      );
    }
  }
  const comesIn = action.kind === "create-in-studio" || (action.kind === "change" && !isEmpty(action.toStudio));
  if (event !== undefined && comesIn) {
    for (const field of cutFields(event, canon.limits)) {
      report.warn(
        "text-cut",
        `The ${field} of "${event.summary}" is longer than the studio can hold and was cut.`,
        name,
      );
    }
  }
  if (action.kind === "create-in-google" && action.isAnew && !pair.rules.mayRemoveFromStudio) {
    report.warn(
      "removal-put-back",
      "It was deleted in Google, which this user's clearance does not allow, and is put back.",
      name,
    );
  }
}

function unequalFields({ studio, google }: Agreed): readonly string[] {
  return Object.keys(studio).filter((field) => studio[field] !== google[field]);
}
