import { Clock } from "../../api/index.js";
import type { Mail, MailResult, Mailer, Transaction, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { OutgoingMailStore } from "../studio-data/index.js";
import { isAnotherComputersBusiness } from "./email-settings.js";
import { isMailAddress } from "./mail-address.js";
import { MailRoutes } from "./mail-routes.js";
import { MailWaker } from "./mail-waker.js";
import { oneLine } from "./one-line.js";

/** Keeps mails in the studio's database until they are sent. */
@injectable()
export class QueuedMailer implements Mailer {
  constructor(
    @inject(OutgoingMailStore) private readonly store: OutgoingMailStore,
    @inject(MailRoutes) private readonly routes: MailRoutes,
    @inject(MailWaker) private readonly waker: MailWaker,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  async send({ to, subject, blocks, forUser }: Mail, transaction?: Transaction): Promise<MailResult> {
    const recipient = to.trim();
    if (!isMailAddress(recipient)) {
      return { kind: "not-sent", code: "unusable-address", reason: `"${oneLine(to, 60)}" is not an email address.` };
    }
    if (!(await this.isSetUp(forUser))) return { kind: "not-sent", code: "not-set-up", reason: notSetUp };
    await this.store.add(
      {
        userId: forUser,
        recipient,
        subject: oneLine(subject),
        blocksJson: JSON.stringify(blocks),
        queuedAt: this.clock.now(),
      },
      transaction,
    );
    this.waker.wake();
    return { kind: "accepted" };
  }

  async isSetUp(forUser?: UserId): Promise<boolean> {
    try {
      return (await this.routes.routeFor(forUser)).kind !== "none";
    } catch (failure) {
      // Set up, with a password other computers can read: one of them sends.
      if (isAnotherComputersBusiness(failure)) return true;
      throw failure;
    }
  }
}

/** Said wherever something would be mailed and cannot be. */
export const notSetUp = "Emailing is not set up: no mail server is entered in Company (Studio) Preferences > Email.";
