import { serviceToken } from "../../base/service-token.js";
import type { Transaction } from "./unit-of-work.js";
import type { UserId } from "./users.js";

/** Where a link of a mail leads. */
export type MailTarget =
  /** A page of the workbench by its path, such as `/preferences/user/my-plugin.page`. Left out where nobody knows the workbench's address. */
  | { readonly kind: "workbench"; readonly path: string }
  /** Another site; only `https:` and `http:` addresses become links. */
  | { readonly kind: "web"; readonly url: string };

/** A link in its own words. */
export interface MailLink {
  readonly label: string;
  readonly target: MailTarget;
}

/** One line of a list. */
export interface MailListItem {
  readonly text: string;
  /** Said more quietly below it. */
  readonly note?: string;
  readonly link?: MailLink;
}

/**
 * A piece of a mail. Every text is plain text: the host makes readable text and safe HTML of
 * the same pieces, so what somebody wrote into a calendar can never become markup (X3).
 */
export type MailBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly tone?: "plain" | "good" | "warning" | "error" }
  | { readonly kind: "list"; readonly items: readonly MailListItem[] }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** What the reader is to do next; drawn as a button. */
  | { readonly kind: "link"; readonly link: MailLink };

/** A mail to one person. */
export interface Mail {
  /** One address, without a name. */
  readonly to: string;
  /** One line; line breaks become spaces. */
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Whom the mail is for: it goes through this user's own mail server where they set one. */
  readonly forUser?: UserId;
}

/** What became of handing over a mail. */
export type MailResult =
  /** Kept, and sent as soon as the mail server takes it; tried again for a day. */
  | { readonly kind: "accepted" }
  | {
      readonly kind: "not-sent";
      readonly code: "not-set-up" | "unusable-address";
      /** Why, as a full sentence. */
      readonly reason: string;
    };

/**
 * Sends mails. Handing one over stores it and returns: a mail server that fails, refuses or
 * is slow never fails or delays the caller. The host tries again with growing pauses, gives
 * up after a day, and tells the administrators about a server that does not work.
 */
export interface Mailer {
  /** @param transaction the mail is sent only when it commits */
  send(mail: Mail, transaction?: Transaction): Promise<MailResult>;
  /** Whether mails can be sent at all, for this user or for the company. */
  isSetUp(forUser?: UserId): Promise<boolean>;
}
export const Mailer = serviceToken<Mailer>("mailer");
