import type { AddressInfo } from "node:net";

import { simpleParser } from "mailparser";
import type { ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

import { selfSigned } from "./self-signed.js";

/** The one certificate of this process's mail servers; trusted by whoever is given it. */
export const mailCertificate = selfSigned();

/** How a mail server behaves. */
export interface MailServerOptions {
  readonly security?: "None" | "STARTTLS" | "TLS";
  /** Asked of whoever sends. */
  readonly password?: string;
  /** A free one when left out. */
  readonly port?: number;
}

/** A real SMTP server on loopback; what it took, parsed. */
export class MailServer {
  readonly mails: ParsedMail[] = [];
  /** Every message as it came over the wire. */
  readonly wires: string[] = [];
  /** Recipients it does not want, by what it answers. */
  readonly refusals = new Map<string, { readonly code: number; readonly text: string }>();
  readonly #server: SMTPServer;
  #isSilent = false;
  port = 0;

  private constructor({ security = "None", password }: MailServerOptions) {
    this.#server = new SMTPServer({
      secure: security === "TLS",
      ...mailCertificate,
      disabledCommands: [...(security === "STARTTLS" ? [] : ["STARTTLS"]), ...(password === undefined ? ["AUTH"] : [])],
      allowInsecureAuth: true,
      authOptional: password === undefined,
      closeTimeout: 20,
      onConnect: (_session, done) => {
        if (!this.#isSilent) done();
      },
      onAuth: (auth, _session, done) => {
        if (auth.password === password) done(null, { user: auth.username });
        else done(Object.assign(new Error("5.7.8 Authentication failed"), { responseCode: 535 }));
      },
      onRcptTo: ({ address }, _session, done) => {
        const refusal = this.refusals.get(address);
        if (refusal === undefined) done();
        else done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
      },
      onData: (stream, _session, done) => {
        const pieces: Buffer[] = [];
        stream.on("data", (piece: Buffer) => pieces.push(piece));
        stream.on("end", () => {
          const wire = Buffer.concat(pieces);
          this.wires.push(wire.toString("utf8"));
          simpleParser(wire, (problem: unknown, mail) => {
            this.mails.push(mail);
            done(problem instanceof Error ? problem : null);
          });
        });
      },
    });
    // A client that leaves in the middle is the test's business, not the server's.
    this.#server.on("error", () => undefined);
  }

  static async open(options: MailServerOptions = {}): Promise<MailServer> {
    const made = new MailServer(options);
    await new Promise<void>((resolve) => {
      made.#server.listen(options.port ?? 0, "127.0.0.1", resolve);
    });
    // A server listening on TCP has an address with a port.
    made.port = (made.#server.server.address() as AddressInfo).port;
    return made;
  }

  /** From now on it takes connections and says nothing. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  /** The only mail so far. */
  only(): ParsedMail {
    const [mail, ...more] = this.mails;
    if (mail === undefined || more.length > 0) throw new Error(`Not exactly one mail, but ${this.mails.length}`);
    return mail;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
