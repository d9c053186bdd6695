import { serviceToken } from "../../base/service-token.js";
import type { Transaction } from "./unit-of-work.js";
import type { UserId } from "./users.js";

/** Who is told: one user, or everybody with the clearance "Users". */
export type NotificationAudience =
  { readonly kind: "user"; readonly userId: UserId } | { readonly kind: "administrators" };

/** A line under the bell in the workbench. */
export interface Notification {
  readonly audience: NotificationAudience;
  readonly severity: "information" | "warning" | "error";
  readonly title: string;
  readonly text: string;
  /**
   * The same subject replaces an unread notification instead of adding one, and
   * `withdraw` takes it back when the matter is settled.
   */
  readonly subject: string;
  /** A contributed command offered with the notification. */
  readonly command?: string;
}

/** Tells people in the software. */
export interface Notifications {
  notify(notification: Notification, transaction?: Transaction): Promise<void>;
  withdraw(subject: string, transaction?: Transaction): Promise<void>;
}
export const Notifications = serviceToken<Notifications>("notifications");
