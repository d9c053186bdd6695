import { assertNever } from "../../base/assert-never.js";

/** A mail ready to go over the wire. */
export interface Letter {
  /** The same for every try, so that a mail taken twice is recognised as one. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
}

/** What became of one try. */
export type Delivery =
  | { readonly kind: "sent" }
  /** The server works and does not want this mail; another try would be refused too. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The server took it not now, or this mail for now. */
  | { readonly kind: "postponed"; readonly reason: string }
  /** The server cannot be used as it is set up, or not now. */
  | { readonly kind: "server-failed"; readonly reason: string };

/** How a try ended, as one sentence for a person. */
export function deliveryText(delivery: Delivery, to: string): string {
  switch (delivery.kind) {
    case "sent":
      return `The email to ${to} was sent.`;
    case "refused":
      return `The mail server refused the email to ${to}: ${delivery.reason}`;
    case "postponed":
      return `The mail server did not take the email to ${to} now: ${delivery.reason}`;
    case "server-failed":
      return `The email to ${to} was not sent: ${delivery.reason}`;
    default:
      return assertNever(delivery);
  }
}
