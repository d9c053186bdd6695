import { textOf } from "../json.js";
import type { EventFields } from "../store/stored-event.js";

/** One mail Google would have sent to guests. */
export interface LedgerMail {
  readonly kind: "invitation" | "update" | "cancellation" | "response";
  readonly calendarId: string;
  readonly eventId: string;
  readonly summary: string;
  readonly to: readonly string[];
  /** What the request said; `unspecified` is not a promise of silence. */
  readonly sendUpdates: "all" | "externalOnly" | "unspecified";
  readonly at: Date;
}

/** Every mail Google would have sent because of a request, so that a test can assert there was none. */
export class MailLedger {
  #mails: LedgerMail[] = [];

  entries(): readonly LedgerMail[] {
    return this.#mails;
  }

  clear(): void {
    this.#mails = [];
  }

  /** Notes a mail to every guest but the calendar's own person; none without guests or with `none`. */
  note(mail: Omit<LedgerMail, "to" | "sendUpdates" | "summary">, fields: EventFields, sendUpdates: SendUpdates): void {
    if (sendUpdates === "none") return;
    const isOwn = fields.organizer.email === mail.calendarId;
    const guests = (fields.attendees ?? []).map(({ email }) => email).filter((email) => email !== mail.calendarId);
    const to = isOwn ? guests : guests.length > 0 || fields.attendees ? [fields.organizer.email] : [];
    if (to.length === 0) return;
    this.#mails.push({
      ...mail,
      kind: isOwn ? mail.kind : "response",
      summary: textOf(fields.others["summary"]) ?? "",
      to,
      sendUpdates,
    });
    if (this.#mails.length > 10_000) this.#mails.splice(0, 1000);
  }
}

export type SendUpdates = "all" | "externalOnly" | "none" | "unspecified";
