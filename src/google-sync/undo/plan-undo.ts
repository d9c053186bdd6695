/**
 * What "Undo This Run" does about one item on one side (R2):
 *
 *   the run      the item now                     undo
 *   made it      as the run left it               removes it
 *   made it      changed since, or holds more     leaves it, and says so
 *   made it      gone                             nothing: it is undone already
 *   changed it   fields as the run left them      sets these back; fields changed since stay, and are named
 *   changed it   gone                             leaves it, and says so
 *   removed it   gone                             brings it back
 *   removed it   there again                      leaves it, and says so
 *   removed it   gone, and it cannot return       leaves it, and says so
 *   any          could not be looked at           leaves it, and says so
 */
import { differs, isEmpty } from "../engine/index.js";
import type { Fields } from "../engine/index.js";
import type { DoneItem } from "./done-items.js";

/** How an item is at this moment on the side the run touched. */
export type NowSide =
  | {
      readonly kind: "present";
      readonly fields: Fields;
      /** Somebody has put more into it than the run did: guests, or a text the run sent none for. */
      readonly holdsMore?: boolean;
    }
  | {
      readonly kind: "gone";
      /** Its record is something else by now, or somebody else's. */
      readonly cannotReturn?: boolean;
    }
  /** Nothing is known of it: an error is not a fact (C14). */
  | { readonly kind: "unknown"; readonly why: string };

/** One thing Undo does. */
export type UndoStep =
  | { readonly kind: "remove"; readonly item: DoneItem }
  | { readonly kind: "set-back"; readonly item: DoneItem; readonly fields: Fields }
  | { readonly kind: "bring-back"; readonly item: DoneItem };

/** What Undo leaves as it is, and why. */
export interface LeftAsIs {
  readonly item: DoneItem;
  readonly why: "changed-since" | "deleted-since" | "there-again" | "not-looked-at";
  /** The field that changed since; the whole item when undefined. */
  readonly field?: string;
  /** What it holds now, or why it could not be looked at. */
  readonly now?: string;
}

/** All that undoing a run would do; plain data. */
export interface UndoPlan {
  readonly steps: readonly UndoStep[];
  readonly left: readonly LeftAsIs[];
}

/** Plans the undo of the items, last done first. */
export function planUndo(items: readonly DoneItem[], nowOf: (item: DoneItem) => NowSide): UndoPlan {
  const planned = items.toReversed().map((item) => planItem(item, nowOf(item)));
  return { steps: planned.flatMap(({ steps }) => steps), left: planned.flatMap(({ left }) => left) };
}

const nothing: UndoPlan = { steps: [], left: [] };

function planItem(item: DoneItem, now: NowSide): UndoPlan {
  if (now.kind === "unknown") return leave({ item, why: "not-looked-at", now: now.why });
  if (isEmpty(item.before)) return planMade(item, now);
  if (isEmpty(item.after)) {
    if (now.kind === "present") return leave({ item, why: "there-again" });
    return now.cannotReturn === true ? leave({ item, why: "changed-since" }) : step({ kind: "bring-back", item });
  }
  return now.kind === "gone" ? leave({ item, why: "deleted-since" }) : planChanged(item, now.fields);
}

function planMade(item: DoneItem, now: Exclude<NowSide, { kind: "unknown" }>): UndoPlan {
  if (now.kind === "gone") return nothing;
  return differs(item.after, now.fields) || now.holdsMore === true
    ? leave({ item, why: "changed-since" })
    : step({ kind: "remove", item });
}

function planChanged(item: DoneItem, now: Fields): UndoPlan {
  const fields: Record<string, string> = {};
  const left: LeftAsIs[] = [];
  for (const [field, before] of Object.entries(item.before)) {
    const after = item.after[field];
    const value = now[field];
    if (after === undefined || after === before || value === before) continue;
    if (value === after) fields[field] = before;
    else left.push({ item, why: "changed-since", field, now: value });
  }
  return { steps: isEmpty(fields) ? [] : [{ kind: "set-back", item, fields }], left };
}

function step(one: UndoStep): UndoPlan {
  return { steps: [one], left: [] };
}

function leave(one: LeftAsIs): UndoPlan {
  return { steps: [], left: [one] };
}
