import type { Product } from "../../api/index.js";
import { addDays, addMonths, dayOf, instantOf, startOf, wallTimeAt } from "../../base/wall-time.js";
import type { WallTime, ZoneName } from "../../base/wall-time.js";
import { parseWhenText, whenText } from "../calendar/index.js";
import { agreedOn, isAnswer } from "../engine/index.js";
import type { Directive } from "../engine/index.js";
import type { Link, LinkChange, Stream } from "../links/index.js";

/** How far ahead offsets are compared (C22). */
const monthsAhead = 24;

/**
 * Whether any wall-clock time between the window's start and two years ahead means another
 * instant in the other zone (C22). Looked at day by day, and at noon and midnight, which
 * finds every rule that differs for longer than half a day.
 */
export function zonesDiffer(one: ZoneName, other: ZoneName, windowStart: WallTime, now: Date): boolean {
  if (one === other) return false;
  const last = addMonths(dayOf(wallTimeAt(now, one)), monthsAhead);
  for (let day = dayOf(windowStart); day <= last; day = addDays(day, 1)) {
    const times = [startOf(day), `${day}T12:00:00` as WallTime];
    if (times.some((time) => instantOf(time, one).getTime() !== instantOf(time, other).getTime())) return true;
  }
  return false;
}

/** Whether both names mean one zone, as Asia/Calcutta and Asia/Kolkata do. */
export function isSameZone(one: string, other: string): boolean {
  return one === other || canonicalName(one) === canonicalName(other);
}

function canonicalName(zone: string): string {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    // A zone this computer does not know has no other name here.
    if (error instanceof RangeError) return zone;
    throw error;
  }
}

/** The question of a changed sync zone (C22). */
export function zoneQuestion(before: ZoneName, after: ZoneName, product: Product): string {
  const whose = product === "myStratus" ? "the company" : "the computer that runs Google Sync";
  return (
    `The time zone of ${whose} changed from ${before} to ${after}, which gives appointments another ` +
    `moment. Nothing is synced until you answer: "Keep the old zone" goes on in ${before}; "Use the new zone" keeps the ` +
    `clock time of what was made in the studio and the moment of what was made in Google.`
  );
}

/**
 * What "Use the new zone" means for one link (C22): studio-born entries keep their
 * wall-clock, so their events are written again; Google-born keep their instant, so their
 * entries are. What was agreed is said in the new zone's words, so that only an edit made
 * meanwhile counts as one. What waits in Google's baseline is still unchanged. What somebody
 * answered about the link before holds on (G8).
 */
export function changeForNewZone(link: Link, before: ZoneName, after: ZoneName): LinkChange | undefined {
  const { state, agreed, seen, isMadeByUs, directive } = link;
  const when = agreed?.google["when"];
  if (agreed === undefined || when === undefined || isAllDay(when)) return undefined;
  const google = { ...agreed.google, when: sameInstant(when, before, after) };
  if (state === "linked")
    return { agreed: { ...agreed, google }, directive: isAnswer(directive) ? directive : rewriteOfTime(isMadeByUs) };
  return state === "baseline" && seen !== undefined ? { agreed: agreedOn(google) } : undefined;
}

/** What is still to be done about an entry that was gone when the zone was answered, once it is back (C22). */
export function rewriteOfRestored({ agreed, isMadeByUs }: Link): Directive | undefined {
  return agreed === undefined || agreed.studio["when"] === agreed.google["when"]
    ? undefined
    : rewriteOfTime(isMadeByUs);
}

/** Whoever made it keeps its time. */
function rewriteOfTime(isMadeByUs: boolean): Directive {
  return { kind: "rewrite", side: isMadeByUs ? "studio" : "google", fields: ["when"] };
}

function isAllDay(when: string): boolean {
  return parseWhenText(when).isAllDay;
}

/** The same moments as the other zone's wall clock says them. */
function sameInstant(text: string, before: ZoneName, after: ZoneName): string {
  const { start, end, isAllDay } = parseWhenText(text);
  const moved = (time: WallTime) => wallTimeAt(instantOf(time, before), after);
  return whenText({ start: moved(start), end: moved(end), isAllDay });
}

/** The zone a stream is synced in: the one somebody chose to keep, else the computer's. */
export function zoneOf(stream: Stream | undefined, computerZone: ZoneName): ZoneName {
  return stream?.keptZone ?? computerZone;
}
