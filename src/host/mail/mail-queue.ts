import type { MailBlock, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { OutgoingMailStore } from "../studio-data/index.js";
import type { OutgoingMail } from "../studio-data/index.js";
import { isAnotherComputersBusiness } from "./email-settings.js";
import { MailQueueTurn } from "./mail-queue-turn.js";
import { MailRoutes } from "./mail-routes.js";
import type { MailRoute } from "./mail-routes.js";
import { MailSending } from "./mail-sending.js";
import { MailTroubles } from "./mail-troubles.js";
import { nextTry } from "./retry-times.js";

const mostAtOnce = 50;

/** Sends what waits: one process at a time, and after a server has failed none of its mails again in the same pass. */
@injectable()
export class MailQueue {
  constructor(
    @inject(OutgoingMailStore) private readonly store: OutgoingMailStore,
    @inject(MailRoutes) private readonly routes: MailRoutes,
    @inject(MailSending) private readonly sending: MailSending,
    @inject(MailTroubles) private readonly troubles: MailTroubles,
    @inject(MailQueueTurn) private readonly turn: MailQueueTurn,
  ) {}

  /** One pass over everything that is due. A mail server's failure is never this one's. */
  async sendDue(signal: AbortSignal): Promise<void> {
    if ((await this.store.findDue(this.turn.now(), 1)).length === 0) return;
    await this.turn.take(async (ours) => {
      const failed = new Map<"company" | UserId, string>();
      for (const mail of await this.store.findDue(this.turn.now(), mostAtOnce)) {
        if (signal.aborted || ours.aborted) return;
        await this.#try(mail, failed);
      }
    });
  }

  async #try(mail: OutgoingMail, failed: Map<"company" | UserId, string>): Promise<void> {
    const route = await this.#routeFor(mail);
    if (route === undefined) return this.#later(mail, "This computer cannot read the mail server's password.");
    if (route.kind === "none") return this.#later(mail, "No mail server is set up any more.");
    const owner = route.kind === "server" ? route.owner : "company";
    const failure = failed.get(owner);
    if (failure !== undefined) return this.#later(mail, failure);
    const blocks = JSON.parse(mail.blocksJson) as readonly MailBlock[];
    const delivery = await this.sending.send({ ...mail, blocks }, route);
    switch (delivery.kind) {
      case "sent":
        await this.store.remove(mail.id);
        await this.troubles.serverWorks(owner);
        return this.troubles.arrived(mail.recipient);
      case "refused":
        await this.store.remove(mail.id);
        await this.troubles.serverWorks(owner);
        return this.troubles.lost(mail.recipient, `The mail server refused it: ${delivery.reason}.`);
      case "postponed":
        return this.#later(mail, delivery.reason);
      case "server-failed":
        failed.set(owner, delivery.reason);
        await this.troubles.serverFailed(owner, delivery.reason);
        return this.#later(mail, delivery.reason);
    }
  }

  async #later(mail: OutgoingMail, reason: string): Promise<void> {
    const at = nextTry(mail.queuedAt, mail.attempts, this.turn.now());
    if (at !== undefined) return this.store.postpone(mail.id, at);
    await this.store.remove(mail.id);
    await this.troubles.lost(mail.recipient, `It could not be sent for a day: ${reason}`);
  }

  /** Undefined where only other computers can read the server's password. */
  async #routeFor({ userId }: OutgoingMail): Promise<MailRoute | undefined> {
    try {
      return await this.routes.routeFor(userId);
    } catch (failure) {
      if (isAnotherComputersBusiness(failure)) return undefined;
      throw failure;
    }
  }
}
