/**
 * What to do about one pair, decided from what both sides hold and what they last agreed on.
 * Fields without a rule, or ruled untouched, appear in no row and in no action (C2, C25); but what is new
 * in Google comes in whole, for rules say how fields travel between two (C5, C8).
 *
 * Not linked yet
 *
 *   row  known      studio     google     does it travel?                      action
 *   N1   new        present    absent     in the window                        create in Google            W6
 *   N2   new        present    absent     not in the window                    remember, do nothing        W6, W7
 *   N3   new        absent     present    in the window; two-way, or populate  create in studio            C5, W2, W6
 *   N4   new        absent     present    not so                               remember, do nothing        W6, W7
 *   N5   any        absent     left out   –                                    leave out, with the reason  C4, C19
 *   N6   any        absent     deleted    –                                    forget                      C14
 *   N7   baseline   present    absent     in the window; differs, or populate  create in Google            W2, W6
 *   N8   baseline   present    absent     otherwise                            nothing                     W6
 *   N9   baseline   absent     present    as N3, and differs; or populate      create in studio            W2, W6
 *   N10  baseline   absent     present    otherwise                            nothing                     W6
 *   N11  left out   absent     present    as N3: now importable                create in studio            C4
 *                                         only a setting made it importable    as N10                      P7
 *   N12  any        present    present    paired, never agreed on              fill empty fields           W5
 *   N13  any        gone       absent     –                                    forget
 *   N14  any        absent     present    ours, its entry unknown              ask; answered, create in studio or delete  C24
 *
 * Linked
 *
 *   row  studio     google     removable  action
 *   L1   same       same       –          nothing (agree)                                        C17
 *   L2   changed or changed    –          merge by field                                         C15
 *   L3   gone       present    –          delete in Google; name the edit lost, if any           C12, C16
 *                   or absent             (not read: the entry's going is fact enough)
 *   L4   gone       present    not ours   end for good, the event stays; linked again if the entry returns   C10
 *   L5   gone       deleted    –          end
 *   L6   same       deleted    yes        remove from studio                                     C13
 *   L7   changed    deleted    yes        make the event anew                                    C16
 *   L8   present    deleted    no         ask; a moved one is made anew                          C13
 *   L9   present    deleted    one way    made anew when the entry changed, else nothing         C23
 *   L10  present    left out   –          rest: neither side is touched                          C19
 *   L11  gone       left out   –          end; the event stays, left out                         C19
 *   L12  present    deleted    forbidden  make the event anew: the removal is put back           X1
 *   L13  absent     any        –          rest: nothing is known, and only a fact deletes        C14
 *        present    absent     –          the same
 *   L14  present    deleted    leaves     leave the synced set, changed or not; comes before L6 to L9    K3
 *
 * Answered (a directive is set); L10, L11 and L13 come first (D2 needs what was read), and L9 comes before D3
 *
 *   D1   keep studio: Google is made like the studio; made anew where deleted, L3 and L4 where the entry is gone     G8, P7
 *   D2   keep Google: the studio is made like Google; restored where gone, removed (or L12) where deleted            G8, P7
 *   D3   take off / cancel: the entry loses the user / is cancelled, where the event is still deleted                C13
 *   D4   approve: the rows above, and the guards let it pass                                                         G8
 *   D5   rewrite: the rows above; where L1 would let fields be that nobody edited, the named side's hold             C22
 *   D6   keep-moved: the rows above, but L2 keeps the named side's value of the moved field, as D1 and D2 do         G8
 */
import type { Action } from "./action.js";
import { agreedOn, differs, isEmpty, pick } from "./fields.js";
import type { Agreed, Fields } from "./fields.js";
import { keepField, keepSide } from "./keep.js";
import { laterOf, merge } from "./merge.js";
import type { LostValue, MergeInput, Merged } from "./merge.js";
import type { Directive, GoogleSide, Pair, StudioSide } from "./pair.js";
import { agreedTakingPart, takingPart } from "./taking-part.js";

type PresentStudio = Extract<StudioSide, { kind: "present" }>;
type PresentGoogle = Extract<GoogleSide, { kind: "present" }>;
type Linked = Pair & { readonly known: Extract<Pair["known"], { kind: "linked" }> };

/** What holds for the whole run. */
export interface PlanSettings {
  /** The Send box: new Google items come in (C). */
  readonly isTwoWay: boolean;
  readonly populateGoogle: boolean;
  readonly populateStudio: boolean;
}

/** Decides about every pair; pure, in the order given. */
export function plan(pairs: readonly Pair[], settings: PlanSettings): readonly Action[] {
  return pairs.map((pair) => planPair(pair, settings));
}

/** The decision table above, one pair. */
export function planPair(pair: Pair, settings: PlanSettings): Action {
  return isLinked(pair) ? planLinked(pair) : planUnlinked(pair, settings);
}

function isLinked(pair: Pair): pair is Linked {
  return pair.known.kind === "linked";
}

function planUnlinked(pair: Pair, settings: PlanSettings): Action {
  const { key, studio, google, known } = pair;
  if (studio.kind === "present" && google.kind === "present")
    return change(key, merge(sidesOf(pair, studio, google, { studio: {}, google: {} })));
  if (studio.kind === "present") {
    const isNew = known.kind === "new" || hasMovedOn(pair, studio.fields);
    const travels = studio.isInWindow && (isNew || settings.populateGoogle);
    return travels ? createInGoogle(pair, studio, false) : { kind: "baseline", key };
  }
  switch (google.kind) {
    case "absent":
    case "deleted":
      return { kind: "end-link", key, isForGood: false };
    case "left-out":
      return { kind: "leave-out", key, reason: google.reason };
    case "present": {
      if (google.isOfUnknownEntry === true) return planUnknownEntry(pair, google);
      const isNew = known.kind === "new" || isImportableNow(known) || hasMovedOn(pair, google.fields);
      const travels = google.isInWindow && ((isNew && settings.isTwoWay) || settings.populateStudio);
      return travels ? createInStudio(pair, google) : { kind: "baseline", key };
    }
  }
}

/** N14: an event of ours whose entry a restored backup does not hold. */
function planUnknownEntry(pair: Pair, google: PresentGoogle): Action {
  const { key, directive } = pair;
  if (directive?.kind !== "keep") return { kind: "ask", key, question: "unknown-entry" };
  return directive.side === "google" ? createInStudio(pair, google) : { kind: "delete-in-google", key, lost: [] };
}

/** N11: left out when last seen. What was so already in the baseline waits for a change of its own or Populate (P7). */
function isImportableNow(known: Pair["known"]): boolean {
  return known.kind === "left-out" && !known.isBaseline;
}

/** W6: a synced field differs from the baseline. A baseline without fields knows only that the item was there. */
function hasMovedOn({ known, rules }: Pair, fields: Fields): boolean {
  if (known.kind !== "baseline" || known.fields === undefined) return false;
  return differs(takingPart(known.fields, rules), fields);
}

function planLinked(pair: Linked): Action {
  const { key, studio, google, directive } = pair;
  if (studio.kind === "absent") return { kind: "rest", key, reason: "the entry was not read" };
  if (google.kind === "left-out") {
    return studio.kind === "present"
      ? { kind: "rest", key, reason: google.reason }
      : { kind: "end-link", key, isForGood: false };
  }
  if (google.kind === "absent" && (studio.kind === "present" || isForGoogle(directive)))
    return { kind: "rest", key, reason: "the event was not read" };
  if (directive?.kind === "keep") return keep(pair, directive.side);
  if (studio.kind === "gone") return planGone(pair, google);
  if (google.kind === "present") {
    const sides = sidesOf(pair, studio, google, pair.known.agreed);
    if (directive?.kind === "keep-moved") return change(key, keepField(sides, directive.side, pair.rules.movedField));
    return change(key, merge(sides, directive?.kind === "rewrite" ? directive : undefined));
  }
  return planDeletedInGoogle(pair, studio);
}

function isForGoogle(directive: Directive | undefined): boolean {
  return directive?.kind === "keep" && directive.side === "google";
}

/** L3, L4, L5: the entry is gone from the user's schedule. */
function planGone({ key, rules, known }: Linked, google: GoogleSide): Action {
  if (google.kind === "deleted") return { kind: "end-link", key, isForGood: false };
  if (!rules.mayDeleteInGoogle) return { kind: "end-link", key, isForGood: true };
  const lost = google.kind === "present" ? lostByDeletion(agreedTakingPart(known.agreed, rules), google.fields) : [];
  return { kind: "delete-in-google", key, lost };
}

/** L6–L9, L12, L14, D3: the event is gone from the user's calendar. */
function planDeletedInGoogle(pair: Linked, studio: PresentStudio): Action {
  const { key, rules, directive } = pair;
  if (rules.leavesSet === true) return { kind: "leave-set", key };
  const agreed = agreedTakingPart(pair.known.agreed, rules);
  const isChanged = differs(agreed.studio, studio.fields);
  if (!rules.readsGoogle) return isChanged ? createInGoogle(pair, studio, true) : { kind: "agree", key, agreed };
  if (directive?.kind === "take-off") return { kind: "remove-from-studio", key };
  if (directive?.kind === "cancel") return { kind: "cancel-in-studio", key };
  const isMoved = differs(pick(agreed.studio, [rules.movedField]), studio.fields);
  if (rules.isRemovable ? isChanged : isMoved) return createInGoogle(pair, studio, true);
  if (!rules.mayRemoveFromStudio) return createInGoogle(pair, studio, true);
  return rules.isRemovable ? { kind: "remove-from-studio", key } : { kind: "ask", key, question: "deleted-in-google" };
}

/** D1, D2: one side was chosen; the other is made like it, as far as the rules allow. */
function keep(pair: Linked, side: "studio" | "google"): Action {
  const { key, known, studio, google, rules } = pair;
  if (studio.kind === "present" && google.kind === "present")
    return change(key, keepSide(sidesOf(pair, studio, google, known.agreed), side));
  if (studio.kind === "present") {
    return side === "studio" || !rules.mayRemoveFromStudio
      ? createInGoogle(pair, studio, true)
      : { kind: "remove-from-studio", key };
  }
  if (side === "google" && google.kind === "present")
    return { kind: "restore-in-studio", key, fields: takingPart(google.fields, rules) };
  return planGone(pair, google);
}

function sidesOf({ rules }: Pair, studio: PresentStudio, google: PresentGoogle, agreed: Agreed): MergeInput {
  const later = laterOf(studio.changedAt, google.updatedAt);
  return { agreed, studio: studio.fields, google: google.fields, rules: rules.fields, later };
}

function lostByDeletion(agreed: Agreed, google: Fields): readonly LostValue[] {
  return Object.entries(google)
    .filter(([field, value]) => agreed.google[field] !== undefined && agreed.google[field] !== value)
    .map(([field, value]) => ({ field, side: "google" as const, value, why: "deleted" as const }));
}

function createInGoogle({ key, rules }: Pair, studio: PresentStudio, isAnew: boolean): Action {
  const fields = takingPart(studio.fields, rules);
  return { kind: "create-in-google", key, fields, agreed: agreedOn(fields), isAnew };
}

function createInStudio({ key, rules }: Pair, google: PresentGoogle): Action {
  const agreed = agreedOn(takingPart(google.fields, rules));
  return { kind: "create-in-studio", key, fields: google.fields, agreed };
}

function change(key: string, { toStudio, toGoogle, agreed, lost }: Merged): Action {
  if (isEmpty(toStudio) && isEmpty(toGoogle)) return { kind: "agree", key, agreed };
  return { kind: "change", key, toStudio, toGoogle, agreed, lost };
}
