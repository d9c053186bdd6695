import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { NotificationInbox } from "../notifications/index.js";
import { StudioMemory } from "../studio/index.js";

/** Tells people that mails do not arrive, in the software since mail is what does not work; takes it back once it works. */
@injectable()
export class MailTroubles {
  constructor(
    @inject(NotificationInbox) private readonly notifications: NotificationInbox,
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** A server failed. Said once, when it begins: to the administrators, or to the user whose own server it is. */
  async serverFailed(owner: "company" | UserId, reason: string): Promise<void> {
    const topic = topicOf(owner);
    const { isFailing } = await this.memory.read(topic);
    if (isFailing === true) return;
    await this.notifications.notify({
      audience: owner === "company" ? { kind: "administrators" } : { kind: "user", userId: owner },
      severity: "error",
      title: "Emails cannot be sent",
      text: `${reason} Emails wait and are tried again for a day. Check the mail server on the Email page of ${
        owner === "company" ? "Company (Studio) Preferences" : "User Preferences"
      }; "Send Test Email" shows whether it works.`,
      subject: topic,
    });
    await this.memory.remember(topic, { isFailing: true });
    this.#changed();
  }

  async serverWorks(owner: "company" | UserId): Promise<void> {
    const topic = topicOf(owner);
    const { isFailing } = await this.memory.read(topic);
    if (isFailing !== true) return;
    await this.notifications.withdraw(topic);
    await this.memory.remember(topic, { isFailing: false });
    this.#changed();
  }

  /** A mail will not arrive. */
  async lost(recipient: string, reason: string): Promise<void> {
    await this.notifications.notify({
      audience: { kind: "administrators" },
      severity: "warning",
      title: "An email was not delivered",
      text: `The email to ${recipient} was given up. ${reason} Check the address, and the mail server in Company (Studio) Preferences > Email.`,
      subject: subjectOfRecipient(recipient),
    });
    this.#changed();
  }

  /** A mail arrived there: what was said of the address before no longer holds. */
  async arrived(recipient: string): Promise<void> {
    await this.notifications.withdraw(subjectOfRecipient(recipient));
  }

  #changed(): void {
    this.liveEvents.publish({ kind: "notifications-changed" });
  }
}

function topicOf(owner: "company" | UserId): string {
  return `mail-server/${owner}`;
}

function subjectOfRecipient(recipient: string): string {
  return `mail-to/${recipient}`.slice(0, 200);
}
