import type { EntryId } from "../../api/index.js";

/**
 * What Check finds, a closed list (R5):
 *
 *   kind             what is inconsistent                                                repair
 *   missing-link     an entry and its event are both there, and nothing ties them       the next run ties them
 *   dangling-link    the event is not in Google, and no run was told of it              the next run decides by C13 or C23
 *   field-drift      nothing waits to be synced, and yet the sides differ from what     both are compared anew
 *                    was agreed on
 *   double           a second event of ours for an entry that has one                   the second one is deleted
 *   foreign-mark     an event another user's or another studio's sync made              none: it is left alone (C24)
 *   wrong-owner      the link ties an entry to the event of another entry or user       the link is forgotten, the next
 *                                                                                       run ties what belongs together
 *   unknown-entry    an event of ours for an entry the studio does not know             none here: it is asked about (C24)
 *   stuck            held by a question somebody answered already                       it is let go
 */
export type FindingKind =
  | "missing-link"
  | "dangling-link"
  | "field-drift"
  | "double"
  | "foreign-mark"
  | "wrong-owner"
  | "unknown-entry"
  | "stuck";

/** One inconsistency between studio, links and Google. */
export interface Finding {
  readonly kind: FindingKind;
  readonly title: string;
  readonly isPrivate: boolean;
  /** The field that drifted, and what each side holds. */
  readonly drift?: { readonly field: string; readonly studio: string; readonly google: string };
  readonly entryId: EntryId | undefined;
  readonly eventId: string | undefined;
  readonly linkIds: readonly number[];
}

/** Whether Repair can do anything about it. */
export function isRepairable({ kind }: Finding): boolean {
  return kind !== "foreign-mark" && kind !== "unknown-entry";
}

/** What is wrong, as a sentence for the person who reads the list. */
export function textOfFinding({ kind, drift }: Finding): string {
  switch (kind) {
    case "missing-link":
      return "It is in the studio and in Google, but nothing ties the two together.";
    case "dangling-link":
      return "Its event is not in Google any more, and no sync was told of it.";
    case "field-drift":
      return `Studio and Google differ in ${drift?.field ?? "a field"} although nothing waits to be synced.`;
    case "double":
      return "Google has a second event for it.";
    case "foreign-mark":
      return "It was made by another user's or another studio's sync; it is left alone.";
    case "wrong-owner":
      return "It is tied to an event that was made for something else.";
    case "unknown-entry":
      return "It was made by Google Sync for an entry the studio does not know; the next run asks about it.";
    case "stuck":
      return "It waits for a question that was answered already.";
  }
}
