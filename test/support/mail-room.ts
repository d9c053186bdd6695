import type { ParsedMail } from "mailparser";

import type { Mailer } from "../../src/api/index.js";
import { openTestStudio } from "../host/support/test-studio.js";
import type { TestStudio } from "../host/support/test-studio.js";
import { MailServer } from "./mail-server.js";

/** The host's real mail room with a real mail server behind it: what is handed over is read as it arrives. */
export class MailRoom {
  readonly #studio: TestStudio;
  readonly #server: MailServer;
  #read = 0;

  private constructor(studio: TestStudio, server: MailServer) {
    this.#studio = studio;
    this.#server = server;
  }

  static async open(): Promise<MailRoom> {
    const studio = await openTestStudio();
    const server = await MailServer.open();
    await studio.host.services.preferencePages.save({ kind: "company" }, "spectra.email", {
      server: "127.0.0.1",
      port: server.port,
      security: "None",
      fromAddress: "studio@example.test",
      workbenchAddress: "https://studio.example.test",
    });
    return new MailRoom(studio, server);
  }

  /** The studio behind it is not the scenario's, so it knows none of its users. */
  get mailer(): Mailer {
    const { mailer } = this.#studio.host;
    return {
      send: ({ forUser: _stranger, ...mail }, transaction) => mailer.send(mail, transaction),
      isSetUp: () => mailer.isSetUp(),
    };
  }

  /** What arrived since the last look, as somebody reads it. */
  async look(): Promise<readonly ParsedMail[]> {
    await this.#studio.host.mailPost.flush();
    const fresh = this.#server.mails.slice(this.#read);
    this.#read = this.#server.mails.length;
    return fresh;
  }

  /** The plain text of the only mail since the last look, after its subject. */
  async only(): Promise<string> {
    const [mail, ...more] = await this.look();
    if (mail === undefined || more.length > 0)
      throw new Error(`Not exactly one mail, but ${more.length + (mail ? 1 : 0)}`);
    return `${mail.subject ?? ""}\n${mail.text ?? ""}`;
  }

  async close(): Promise<void> {
    await this.#studio.close();
    await this.#server.close();
  }
}
