import { chunksOf } from "../../base/chunks.js";
import { agreedOn } from "../engine/index.js";
import type { Action, PlannedOf } from "../engine/index.js";
import type { LinkChange } from "../links/index.js";
import { decided, saveLinks, settled } from "./outcome.js";
import type { LinkSave } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";
import { isStillOld } from "./sides.js";
import { stayingInGoogle } from "./staying-in-google.js";

/** Actions that touch neither side, only our own records. */
export type BookkeepingAction = Extract<Action, { kind: "agree" | "baseline" | "leave-out" | "rest" | "end-link" }>;

/** A planned action together with the item it is about. */
export type Planned<A extends Action = Action> = PlannedOf<RunItem, A>;

export function isBookkeeping(planned: Planned): planned is Planned<BookkeepingAction> {
  return ["agree", "baseline", "leave-out", "rest", "end-link"].includes(planned.action.kind);
}

/** Links remembered in one transaction. */
const batchSize = 500;

/** Remembers what was decided about items nothing happens to. */
export async function keepBooks(planned: readonly Planned<BookkeepingAction>[], context: RunContext): Promise<void> {
  const { unitOfWork, links } = context.services;
  for (const some of chunksOf(planned, batchSize)) {
    const saves: LinkSave[] = [];
    const ended: number[] = [];
    for (const { action, item } of some) {
      const change = changeFor(action, item, context);
      if (change !== undefined) saves.push({ item, change });
      else ended.push(...[item.link, item.absorbed].flatMap((link) => link?.id ?? []));
    }
    await unitOfWork.run(async (transaction) => {
      await saveLinks(saves, context, transaction);
      await links.delete(ended, transaction);
    });
  }
}

/** @returns undefined when the rows are to go */
function changeFor(action: BookkeepingAction, item: RunItem, context: RunContext): LinkChange | undefined {
  const { pair, link, event } = item;
  const decidedEtag = link?.seenEtag;
  switch (action.kind) {
    case "agree":
      return decided(item, { decidedEtag, state: "linked", agreed: action.agreed });
    case "rest":
      return decided(item, { state: "linked", decidedEtag });
    case "leave-out":
      return decided(item, {
        decidedEtag,
        state: "left-out",
        leftOutReason: action.reason,
        isOld: isStillOld(item.link, context),
        agreed: undefined,
      });
    case "baseline": {
      const side = pair.studio.kind === "present" ? pair.studio : pair.google;
      const fields = side.kind === "present" ? side.fields : {};
      // What was there keeps the fields it had then, or a small edit of an old item could hide behind a new baseline.
      const agreed =
        pair.known.kind === "baseline" && pair.known.fields !== undefined ? link?.agreed : agreedOn(fields);
      return decided(item, {
        decidedEtag,
        state: "baseline",
        agreed,
        ...(event === undefined ? {} : { isOld: isStillOld(item.link, context) }),
      });
    }
    case "end-link":
      // The entry stays named: should somebody bring it back, it is still this event's (C10).
      return action.isForGood ? { state: "ended", studioVersion: undefined, ...settled } : stayingInGoogle(item);
  }
}
