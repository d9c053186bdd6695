import type { Notification, Notifications, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** A notification somebody was sent. */
export interface ReceivedNotification extends Notification {
  readonly id: number;
  readonly createdAt: Date;
  readonly readAt: Date | undefined;
}

/** What stands under the bell. */
export interface NotificationInbox extends Notifications {
  /** Newest first; an administrator's own and the administrators'. */
  listFor(userId: UserId): Promise<readonly ReceivedNotification[]>;
  markRead(userId: UserId, upToId: number): Promise<void>;
}
export const NotificationInbox = serviceToken<NotificationInbox>("notification-inbox");
