import { randomUUID } from "node:crypto";

import { Studio } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { deliveryText } from "./delivery.js";
import { isMailAddress } from "./mail-address.js";
import { MailRoutes } from "./mail-routes.js";
import { MailSending } from "./mail-sending.js";
import { MailTroubles } from "./mail-troubles.js";
import { notSetUp } from "./queued-mailer.js";

/** How "Send Test Email" ended. */
export interface TestMailResult {
  readonly isSent: boolean;
  /** One sentence for the person who pressed the button. */
  readonly text: string;
}

/** "Send Test Email": one mail, sent while the person waits, with the answer in words. */
@injectable()
export class TestMail {
  constructor(
    @inject(MailRoutes) private readonly routes: MailRoutes,
    @inject(MailSending) private readonly sending: MailSending,
    @inject(MailTroubles) private readonly troubles: MailTroubles,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /** @param forUser whose way it takes; the company's when undefined */
  async send(recipient: string, forUser: UserId | undefined): Promise<TestMailResult> {
    if (!isMailAddress(recipient)) return { isSent: false, text: "There is no email address to send it to." };
    const route = await this.routes.routeFor(forUser);
    if (route.kind === "none") return { isSent: false, text: notSetUp };
    const { name, product } = await this.studio.facts();
    const mail = {
      guid: randomUUID(),
      recipient,
      subject: `Test email from ${product}`,
      blocks: [
        { kind: "paragraph", tone: "good", text: "Emailing works." },
        { kind: "paragraph", text: `Somebody at ${name} pressed "Send Test Email". There is nothing to do.` },
        { kind: "link", link: { label: `Open ${product}`, target: { kind: "workbench", path: "/" } } },
      ],
    } as const;
    const delivery = await this.sending.send(mail, route);
    if (delivery.kind !== "server-failed" && route.kind === "server") await this.troubles.serverWorks(route.owner);
    const isSent = delivery.kind === "sent";
    const text = deliveryText(delivery, recipient);
    return isSent && route.kind === "outbox"
      ? { isSent, text: `${text} It lies in Utilities > Outbox; nothing left this computer.` }
      : { isSent, text };
  }
}
