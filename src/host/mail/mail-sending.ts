import type { MailBlock } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { OutgoingMail } from "../studio-data/index.js";
import type { Delivery } from "./delivery.js";
import { Letters } from "./letters.js";
import type { MailRoute } from "./mail-routes.js";
import { OutboxFolder } from "./outbox-folder.js";
import { SmtpTransport } from "./smtp-transport.js";

/** A mail as it is about to be sent. */
export type SendableMail = Pick<OutgoingMail, "guid" | "recipient" | "subject"> & {
  readonly blocks: readonly MailBlock[];
};

/** Sends one mail once, on the way that is set up. */
@injectable()
export class MailSending {
  constructor(
    @inject(Letters) private readonly letters: Letters,
    @inject(SmtpTransport) private readonly smtp: SmtpTransport,
    @inject(OutboxFolder) private readonly outbox: OutboxFolder,
  ) {}

  async send(
    { guid, recipient, subject, blocks }: SendableMail,
    route: Exclude<MailRoute, { kind: "none" }>,
  ): Promise<Delivery> {
    const letter = await this.letters.write({ to: recipient, subject, blocks }, route.from, guid);
    return route.kind === "outbox" ? this.outbox.put(letter) : this.smtp.deliver(letter, route.server);
  }
}
