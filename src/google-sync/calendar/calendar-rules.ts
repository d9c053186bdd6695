import type { ScheduleEntry } from "../../api/index.js";
import type { FieldRule, PairRules } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import { ownerOfEvent } from "./event-id.js";
import { isLinkedEntry } from "./linked-entry.js";
import { descriptionInTitle } from "./title-template.js";
import type { TitleOptions } from "./title-template.js";

/** What the user may do to the record behind an entry (X1). */
export interface EntryClearance {
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
}

/** What the rules of one pair depend on besides the pair. */
export interface RuleContext {
  /** The Send box (C). */
  readonly isTwoWay: boolean;
  readonly clearance: EntryClearance;
  readonly titles: TitleOptions;
  readonly sendsNotes: boolean;
}

/** How the fields of one pair travel, from what both items are (C2, C7, C8, C10, C23, C25, X1). */
export function rulesOf(
  entry: ScheduleEntry | undefined,
  event: LiveEvent | undefined,
  context: RuleContext,
): PairRules {
  const isLinked = entry !== undefined && isLinkedEntry(entry);
  const isEditable = event === undefined || mayEdit(event);
  const common = commonRule(isEditable, context);
  const hasGuests = event !== undefined && isSharedWithOthers(event);
  const isHeard = !isLinked && context.isTwoWay && speaksForAll(entry, event);
  const flag = (isSet: boolean): FieldRule => (isHeard ? flagRule(isSet, event) : "untouched");
  return sharedRules({
    fields: {
      title: hasGuests
        ? towardsStudioOnly(common, isLinked)
        : titleRule(common, isLinked ? entry : undefined, event, context),
      when: common,
      location: hasGuests ? towardsStudioOnly(common, isLinked) : common,
      notes: hasGuests ? towardsStudioOnly(common, isLinked) : isLinked && !context.sendsNotes ? "untouched" : common,
      // What somebody hides is hidden at once, whatever else they may change here (C8 before X1).
      private: flag(entry?.isPrivate === true),
      free: context.clearance.mayChange ? flag(entry?.isFree === true) : "untouched",
    },
    isRemovable: !isLinked,
    movedField: "when",
    mayDeleteInGoogle: isEditable,
    mayRemoveFromStudio: context.clearance.mayRemove,
    readsGoogle: context.isTwoWay,
  });
}

/** Every set of rules there was so far: a few dozen at most, whereas pairs come in thousands. */
const known = new Map<string, PairRules>();

/** The same object for the same rules. */
function sharedRules(rules: PairRules): PairRules {
  const { fields, ...others } = rules;
  const key = [...Object.values(fields), ...Object.values(others)].join(" ");
  const shared = known.get(key) ?? rules;
  known.set(key, shared);
  return shared;
}

/**
 * Whether the appointment is as private or free as this event is: it was made in Google (C8), and where others share
 * it, in this very calendar, or is this user's to hide. An event we made for a second user hides it from nobody.
 */
function speaksForAll(entry: ScheduleEntry | undefined, event: LiveEvent | undefined): boolean {
  if (entry === undefined) return true;
  if (entry.origin === "studio") return false;
  return !isMadeByStudio(event) || entry.userCount === 1 || entry.isPrivate;
}

/**
 * What Google holds about private and free counts, also where nothing was agreed on. But an event of ours was made
 * without either (ADR 4): that it is neither says nothing until somebody has made it so and taken it back.
 */
function flagRule(isSet: boolean, event: LiveEvent | undefined): FieldRule {
  return isSet && isMadeByStudio(event) ? "from-google" : "google-holds";
}

function isMadeByStudio(event: LiveEvent | undefined): boolean {
  return event !== undefined && ownerOfEvent(event.id, event.privateProperties) !== undefined;
}

/** Whether the user may edit the event's shared fields in Google (C10, google.md 2.4). */
export function mayEdit(event: LiveEvent): boolean {
  return !event.isLocked && (event.isOrganizer || event.guestsCanModify);
}

/** Other people have the event: guests, or whoever invited the user, even where Google does not list them (C25). */
export function isSharedWithOthers(event: LiveEvent): boolean {
  return event.hasGuests || !event.isOrganizer;
}

function commonRule(isEditable: boolean, { isTwoWay, clearance }: RuleContext): FieldRule {
  if (!isEditable) return isTwoWay && clearance.mayChange ? "from-google" : "untouched";
  if (!isTwoWay) return "to-google";
  return clearance.mayChange ? "both" : "studio-rules";
}

/** C25: an event with guests keeps its Google texts and gets nothing from the studio. */
function towardsStudioOnly(common: FieldRule, isLinked: boolean): FieldRule {
  return !isLinked && (common === "both" || common === "from-google") ? "from-google" : "untouched";
}

/** C7: a linked title comes back only where the Description can be told from it; else the studio's is restored. */
function titleRule(
  common: FieldRule,
  linked: ScheduleEntry | undefined,
  event: LiveEvent | undefined,
  { titles }: RuleContext,
): FieldRule {
  if (linked === undefined || event === undefined) return common;
  if (descriptionInTitle(event.summary.trim(), linked, titles) !== undefined) return common;
  if (common === "from-google") return "untouched";
  return common === "both" ? "studio-rules" : common;
}
