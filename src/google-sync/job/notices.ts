import { cutFields, isSharedWithOthers, mayEdit, reasonToLeaveOut, whenTextOfEvent } from "../calendar/index.js";
import type { Action, Agreed } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import type { ToldOnce } from "../links/index.js";
import { quoted } from "../reports/index.js";
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
export async function giveNotice(
  planned: readonly Planned[],
  context: RunContext,
): Promise<ReadonlyMap<string, ToldOnce>> {
  const told = new Map<string, ToldOnce>();
  const namedSeries = new Set<string>();
  for (const { action, item } of planned) {
    const once = noticeOnce(action, item, context);
    if (once !== undefined && item.link?.told.includes(once.told) !== true) {
      told.set(item.pair.key, once.told);
      const isNew = once.told !== "series" || (await isToBeNamed(item.event, namedSeries, context));
      if (isNew) context.report.warn(once.told, once.text, nameOf(item), item.event?.htmlLink);
    }
    noticeEachTime(action, item, context);
  }
  return told;
}

/**
 * One warning per series (C19): its instances are silent where the series itself is in the
 * calendar; of a series the user is invited to for some dates only, the first one speaks.
 */
async function isToBeNamed(
  event: LiveEvent | undefined,
  named: Set<string>,
  { services, stream }: RunContext,
): Promise<boolean> {
  const series = event?.recurringEventId;
  if (series === undefined) return true;
  if (named.has(series) || (await services.links.findByEvent(stream.id, series)) !== undefined) return false;
  named.add(series);
  return true;
}

interface OnceNotice {
  readonly told: ToldOnce;
  readonly text: string;
}

function noticeOnce(action: Action, item: RunItem, context: RunContext): OnceNotice | undefined {
  const { pair, event } = item;
  if (event === undefined) return undefined;
  const { isTwoWay, settings } = context;
  const shown = quoted(nameOf(item));
  const looksAtGoogle = isTwoWay || settings.user.populateStudio;
  if (looksAtGoogle && (action.kind === "leave-out" || action.kind === "rest") && action.reason === "series") {
    const first = whenTextOfEvent(event.start, event.end, context.zone).slice(0, 10);
    return {
      told: "series",
      text: `${shown} (first on ${first}) repeats in Google. Repeating appointments made in Google are not supported; enter it again in the studio.`,
    };
  }
  if (pair.known.kind !== "linked") return undefined;
  const isLeftThere = action.kind === "end-link" && action.isForGood;
  if (!mayEdit(event) && (isLeftThere || hasUnsentEdit(action, pair.known.agreed.studio))) {
    return {
      told: "not-editable",
      text: `${shown} belongs to somebody else in Google; what is changed or deleted in the studio is not sent there.`,
    };
  }
  const reason = reasonToLeaveOut(event, { downloadsTentative: settings.user.downloadTentative });
  const isTentative = reason === "tentative" || reason === "unanswered";
  if (isTwoWay && isTentative && (action.kind === "agree" || action.kind === "change")) {
    return { told: "tentative", text: `${shown} is now tentative in Google. It stays in the studio.` };
  }
  return undefined;
}

function hasUnsentEdit(action: Action, before: Readonly<Record<string, string>>): boolean {
  if (action.kind !== "agree" && action.kind !== "change") return false;
  const fromGoogle = action.kind === "change" ? action.toStudio : {};
  return Object.entries(action.agreed.studio).some(
    ([name, value]) => before[name] !== value && fromGoogle[name] === undefined,
  );
}

function noticeEachTime(action: Action, item: RunItem, { report, canon }: RunContext): void {
  const { event, pair } = item;
  const name = nameOf(item);
  const shown = quoted(name);
  const movesEvent =
    action.kind === "delete-in-google" || (action.kind === "change" && action.toGoogle["when"] !== undefined);
  if (event !== undefined && isSharedWithOthers(event) && movesEvent) {
    const what = action.kind === "delete-in-google" ? "deleted" : "moved";
    report.warn(
      "guests-not-told",
      `${shown} has guests and is ${what} in Google. The guests were not told; tell them yourself.`,
      name,
      event.htmlLink,
    );
  }
  if (pair.known.kind !== "linked" && (action.kind === "agree" || action.kind === "change")) {
    const fields = unequalFields(action.agreed);
    if (fields.length > 0) {
      report.warn(
        "unequal-fields",
        `${shown} is on both sides with a different ${fields.join(" and ")}. Each side keeps its own until one is edited.`,
        name,
      );
    }
  }
  const comesIn = action.kind === "create-in-studio" ? action.fields : action.kind === "change" ? action.toStudio : {};
  const cut = event === undefined ? [] : cutFields(event, item.entry, canon);
  for (const field of cut.filter((field) => comesIn[field] !== undefined)) {
    report.warn("text-cut", `The ${field} of ${shown} is longer than the studio can hold and was cut.`, name);
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
