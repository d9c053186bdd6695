import type { ClientId, EntryId } from "../../api/index.js";

/**
 * What Check finds on the schedule and among clients, a closed list (R5). On the schedule:
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
 *
 * Among the clients of the set and their contacts:
 *
 *   missing-link     a client and a contact are the same person, and nothing ties them  the next run ties them
 *   dangling-link    the contact is not in Google, and no run was told of it            the next run decides by K3
 *   field-drift      as above; being under the client group's label counts as a field   both are compared anew
 *   double           a second contact of ours for a client that has one                 none: we delete no contacts; merged
 *                                                                                       in Google, the merge is followed (K8)
 *   foreign-mark     a contact another user's or another studio's sync made             none: it is a contact like others
 *   wrong-owner      the link ties a client to the contact made for another one         as above
 *   stuck            as above                                                           as above
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

/** What is said of any inconsistency. */
interface FoundAnywhere {
  readonly kind: FindingKind;
  readonly title: string;
  readonly isPrivate: boolean;
  /** The field that drifted, and what each side holds, in words. */
  readonly drift?: { readonly field: string; readonly studio: string; readonly google: string };
  readonly linkIds: readonly number[];
}

/** One inconsistency between schedule, links and calendar. */
export interface ScheduleFinding extends FoundAnywhere {
  readonly about: "schedule";
  readonly entryId: EntryId | undefined;
  readonly eventId: string | undefined;
}

/** One inconsistency between clients, links and contacts. */
export interface PeopleFinding extends FoundAnywhere {
  readonly about: "people";
  readonly clientId: ClientId | undefined;
  readonly resourceName: string | undefined;
}

/** One inconsistency between studio, links and Google. */
export type Finding = ScheduleFinding | PeopleFinding;

/** Whether Repair can do anything about it. */
export function isRepairable({ about, kind }: Finding): boolean {
  if (kind === "foreign-mark" || kind === "unknown-entry") return false;
  return !(about === "people" && kind === "double");
}

/** What is wrong, as a sentence for the person who reads the list. */
export function textOfFinding(finding: Finding): string {
  return finding.about === "people" ? textOfPeople(finding) : textOfSchedule(finding);
}

function textOfSchedule({ kind, drift }: ScheduleFinding): string {
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

function textOfPeople({ kind, drift }: PeopleFinding): string {
  switch (kind) {
    case "missing-link":
      return "The client and the contact are there and the same person, but nothing ties the two together.";
    case "dangling-link":
      return "The client's contact is not in Google any more, and no sync was told of it.";
    case "field-drift":
      return `Client and contact differ in the ${drift?.field ?? "data"} although nothing waits to be synced.`;
    case "double":
      return "Google has a second contact for the client. Merge the two in Google Contacts; the sync follows.";
    case "foreign-mark":
      return "Another user's or another studio's sync made this contact; here it is one like any other.";
    case "wrong-owner":
      return "The client is tied to a contact that was made for another client.";
    case "unknown-entry":
      return "The contact was made by Google Sync for a client the studio does not know; it stays in Google.";
    case "stuck":
      return "It waits for a question that was answered already.";
  }
}
