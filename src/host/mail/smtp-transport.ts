import { createTransport } from "nodemailer";

import { inject, injectable } from "../../base/service-token.js";
import type { Delivery, Letter } from "./delivery.js";
import { messageFor } from "./message.js";
import { deliveryOf } from "./smtp-failures.js";
import { SmtpConnecting } from "./smtp-server.js";
import type { SmtpServer } from "./smtp-server.js";

/** Hands letters to mail servers over SMTP. */
@injectable()
export class SmtpTransport {
  constructor(@inject(SmtpConnecting) private readonly connecting: SmtpConnecting) {}

  /** One try. Never rejects: a server that fails is an answer too. */
  async deliver(letter: Letter, server: SmtpServer): Promise<Delivery> {
    const { patienceMilliseconds, trusted } = this.connecting;
    const { host, port, security, userName, password } = server;
    const transport = createTransport({
      host,
      port,
      secure: security === "TLS",
      // STARTTLS asked for is STARTTLS or nothing: a server in between cannot talk us into plain text.
      requireTLS: security === "STARTTLS",
      ignoreTLS: security === "None",
      tls: trusted === undefined ? {} : { ca: trusted },
      ...(userName === "" ? {} : { auth: { user: userName, pass: password } }),
      connectionTimeout: patienceMilliseconds,
      greetingTimeout: patienceMilliseconds,
      socketTimeout: patienceMilliseconds,
      dnsTimeout: patienceMilliseconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail(messageFor(letter));
      return { kind: "sent" };
    } catch (failure) {
      return deliveryOf(failure, server);
    } finally {
      transport.close();
    }
  }
}
