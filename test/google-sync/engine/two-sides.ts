import { agreedOn } from "../../../src/google-sync/engine/index.js";
import type { Action, Fields, Knowledge, Pair, PairRules } from "../../../src/google-sync/engine/index.js";
import { deleted, gone, inGoogle, inStudio, notInGoogle, notInStudio } from "./builders.js";

/** One item of the model: what each side holds (undefined: it is not there) and what is known. */
export interface Item {
  readonly key: string;
  readonly known: Knowledge;
  readonly studio: Fields | "gone" | undefined;
  readonly google: Fields | "deleted" | undefined;
  readonly rules: PairRules;
}

/** How planning sees the item. */
export function pairOf({ key, known, studio, google, rules }: Item): Pair {
  return {
    key,
    known,
    rules,
    studio: studio === undefined ? notInStudio : studio === "gone" ? gone : inStudio(studio),
    google: google === undefined ? notInGoogle : google === "deleted" ? deleted : inGoogle(google),
    directive: undefined,
  };
}

/**
 * Does the action on both sides and in what is known, as the apply step will.
 *
 * @returns the item afterwards; undefined when nothing is left to know of it
 */
export function done(item: Item, action: Action): Item | undefined {
  const { studio, google } = item;
  switch (action.kind) {
    case "create-in-google":
      return { ...item, google: action.fields, known: { kind: "linked", agreed: action.agreed } };
    case "create-in-studio":
      return { ...item, studio: action.fields, known: { kind: "linked", agreed: action.agreed } };
    case "restore-in-studio":
      return { ...item, studio: action.fields, known: { kind: "linked", agreed: agreedOn(action.fields) } };
    case "change":
      return {
        ...item,
        studio: { ...heldBy(studio), ...action.toStudio },
        google: { ...heldBy(google), ...action.toGoogle },
        known: { kind: "linked", agreed: action.agreed },
      };
    case "agree":
      return { ...item, known: { kind: "linked", agreed: action.agreed } };
    case "baseline":
      return { ...item, known: { kind: "baseline", fields: heldBy(studio ?? google) } };
    case "delete-in-google":
    case "remove-from-studio":
    case "end-link":
    case "leave-set":
      return undefined;
    case "cancel-in-studio":
    case "leave-out":
    case "rest":
    case "ask":
      return item;
  }
}

function heldBy(side: Fields | string | undefined): Fields {
  return typeof side === "object" ? side : {};
}
