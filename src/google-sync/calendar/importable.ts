import type { LiveEvent } from "../google/index.js";

/** Why an event is nothing to us (C4, C19, C24); a closed list, shown in words by `reasonText`. */
export type LeftOutReason =
  | "series"
  | "declined"
  | "tentative"
  | "unanswered"
  | "special-type"
  | "another-user"
  | "not-allowed"
  | "unreadable"
  | "second-copy";

/** What the user wants brought in. */
export interface ImportOptions {
  /** "Download tentative, non-confirmed appointments" */
  readonly downloadsTentative: boolean;
}

/** Part of a repeat made in Google: neither series nor instances come in (C19). */
export function isSeries(event: LiveEvent): boolean {
  return event.recurrence.length > 0 || event.recurringEventId !== undefined;
}

/** Why a Google-born event does not come in, if it does not (C4). */
export function reasonToLeaveOut(event: LiveEvent, { downloadsTentative }: ImportOptions): LeftOutReason | undefined {
  // A birthday repeats too, but nobody would enter it again as an appointment.
  if (event.eventType !== "default") return "special-type";
  if (isSeries(event)) return "series";
  if (event.ownResponse === "declined") return "declined";
  if (downloadsTentative) return undefined;
  if (event.status === "tentative" || event.ownResponse === "tentative") return "tentative";
  return event.ownResponse === "needsAction" ? "unanswered" : undefined;
}

/** The reason in the user's words (R4). */
export function reasonText(reason: LeftOutReason): string {
  switch (reason) {
    case "series":
      return "it repeats in Google, and repeating appointments made in Google are not supported";
    case "declined":
      return "the invitation was declined";
    case "tentative":
      return 'it is tentative, and "Download tentative, non-confirmed appointments" is not ticked';
    case "unanswered":
      return 'the invitation has not been answered, and "Download tentative, non-confirmed appointments" is not ticked';
    case "special-type":
      return "it is not an ordinary event (a birthday, focus time, out of office or the like)";
    case "another-user":
      return "it belongs to another user of the studio";
    case "not-allowed":
      return "this user's clearance does not allow adding appointments";
    case "second-copy":
      return "it is a second copy of an event that is already in step";
    case "unreadable":
      return "Google sent it without a readable time";
  }
}
