import type { ZoneName } from "../../base/wall-time.js";
import { googleWhenText } from "../calendar/index.js";
import { shownField } from "../contacts/index.js";
import { isEmpty } from "../engine/index.js";
import type { Fields } from "../engine/index.js";
import type { JournalEntry } from "../journal/index.js";

/** What a run did to one item on one side, all its effects taken together: from what to what (R1). */
export interface DoneItem {
  /** Names the item within one undo. */
  readonly key: string;
  readonly side: "studio" | "google";
  readonly entryId: string | undefined;
  readonly eventId: string | undefined;
  /** Empty when the run made the item. */
  readonly before: Fields;
  /** Empty when the run removed it. */
  readonly after: Fields;
  /** How what was there before was written, where that is not how it is compared (K5). */
  readonly written: Fields;
  readonly isPrivate: boolean;
}

/**
 * The effects of a run as items, in the order they were first touched. Failed effects did nothing;
 * an item the run made and removed again is as it was.
 */
export function doneItems(effects: readonly JournalEntry[]): readonly DoneItem[] {
  const items = new Map<string, DoneItem>();
  for (const effect of effects.filter(({ state }) => state === "done")) {
    const { side, entryId, eventId, before, after, isPrivate } = effect;
    const key = `${side} ${side === "google" ? eventId : entryId}`;
    const earlier = items.get(key);
    const written = { ...effect.written, ...earlier?.written };
    items.set(key, { key, side, entryId, eventId, before: earlier?.before ?? before, after, written, isPrivate });
  }
  return [...items.values()].filter(({ before, after }) => !(isEmpty(before) && isEmpty(after)));
}

/**
 * An item as Google gave back what the run wrote: a time in a clock change's gap is another there, which nobody has
 * changed since (C21).
 */
export function asGoogleHolds(item: DoneItem, zone: ZoneName): DoneItem {
  const held = (fields: Fields): Fields => {
    const { when } = fields;
    return when === undefined ? fields : { ...fields, when: googleWhenText(when, zone, zone) };
  };
  return item.side === "google" ? { ...item, before: held(item.before), after: held(item.after) } : item;
}

/** What an item is called: an appointment's title, or a client's or contact's name. */
export function titleOf({ before, after }: Pick<DoneItem, "before" | "after">): string {
  const { title, name = "", company = "", email = "" }: Fields = { ...after, ...before };
  return title ?? (shownField("name", name) || company || email);
}

/** Effects that were begun and whose answer never came; the run after found out what became of them (G5). */
export function cutOffEffects(effects: readonly JournalEntry[]): readonly JournalEntry[] {
  return effects.filter(({ state }) => state === "intended");
}
