import type { Notification, Notifications, Transaction } from "../../api/index.js";
import type { LiveEvents } from "../live-events/index.js";

/** The notifications of one plugin: its subjects never meet another plugin's, and open windows hear of them. */
export class PluginNotifications implements Notifications {
  constructor(
    private readonly pluginId: string,
    private readonly notifications: Notifications,
    private readonly liveEvents: LiveEvents,
  ) {}

  async notify(notification: Notification, transaction?: Transaction): Promise<void> {
    const subject = this.#subject(notification.subject);
    await this.notifications.notify({ ...notification, subject }, transaction);
    this.liveEvents.publish({ kind: "notifications-changed" });
  }

  async withdraw(subject: string, transaction?: Transaction): Promise<void> {
    await this.notifications.withdraw(this.#subject(subject), transaction);
    this.liveEvents.publish({ kind: "notifications-changed" });
  }

  #subject(subject: string): string {
    return `${this.pluginId}/${subject}`;
  }
}
