import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { createTransport } from "nodemailer";

import { inject, injectable, serviceToken } from "../../base/service-token.js";
import type { Delivery, Letter } from "./delivery.js";
import { UnknownMailError } from "./errors.js";
import { messageFor } from "./message.js";

/** Where the mails of a sample studio lie. */
export const OutboxPath = serviceToken<string>("outbox-path");

/** A mail of the outbox, as the workbench shows it. */
export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  readonly html: string;
}

/** A mail as the list of the outbox shows it. */
export type OutboxLine = Omit<OutboxMail, "text" | "html">;

const idPattern = /^[0-9a-z-]{1,80}$/;
/** How many the list shows. */
const mostLines = 200;

/**
 * A folder of `.eml` files any mail program opens, so that a sample studio shows its mails without
 * a mail server. Beside each lies what the workbench shows of it.
 */
@injectable()
export class OutboxFolder {
  constructor(@inject(OutboxPath) private readonly folder: string) {}

  async put(letter: Letter): Promise<Delivery> {
    const { to, subject, text, html, date } = letter;
    // The time first, so that names sort; then what makes the mail this one.
    const id = `${date.toISOString().replace(/[^0-9]/g, "")}-${letter.messageId.replace(/[^0-9a-f-]/g, "").slice(0, 36)}`;
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(messageFor(letter));
    const shown: OutboxMail = { id, to, subject, date: date.toISOString(), text, html };
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, `${id}.eml`), message);
    await writeFile(join(this.folder, `${id}.json`), JSON.stringify(shown));
    return { kind: "sent" };
  }

  /** Newest first. */
  async list(): Promise<readonly OutboxLine[]> {
    const names = (await this.#names()).toSorted().toReversed().slice(0, mostLines);
    const mails = await Promise.all(names.map((name) => this.#read(name)));
    return mails.map(({ id, to, subject, date }) => ({ id, to, subject, date }));
  }

  /** @throws UnknownMailError */
  async find(id: string): Promise<OutboxMail> {
    const isThere = idPattern.test(id) && (await this.#names()).includes(`${id}.json`);
    if (!isThere) throw new UnknownMailError();
    return this.#read(`${id}.json`);
  }

  async #names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith(".json"));
    } catch (failure) {
      const isMissing = failure instanceof Error && "code" in failure && failure.code === "ENOENT";
      if (!isMissing) throw failure;
      return [];
    }
  }

  /** The file holds what `put` wrote; hence the cast. */
  async #read(name: string): Promise<OutboxMail> {
    return JSON.parse(await readFile(join(this.folder, name), "utf8")) as OutboxMail;
  }
}
