import { Clock, Studio } from "../../api/index.js";
import type { Mail } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StudioMemory } from "../studio/index.js";
import type { Letter } from "./delivery.js";
import { EmailSettings } from "./email-settings.js";
import { isWebAddress } from "./letterhead.js";
import type { Letterhead } from "./letterhead.js";
import { oneLine } from "./one-line.js";
import { renderHtml } from "./render-html.js";
import { renderText } from "./render-text.js";

/** Writes mails as letters: one model, read as plain text and as HTML. */
@injectable()
export class Letters {
  constructor(
    @inject(Studio) private readonly studio: Studio,
    @inject(EmailSettings) private readonly settings: EmailSettings,
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param guid identifies the mail; the same at every try */
  async write(
    { to, subject, blocks }: Pick<Mail, "to" | "subject" | "blocks">,
    from: Letter["from"],
    guid: string,
  ): Promise<Letter> {
    const letterhead = await this.#letterhead();
    const line = oneLine(subject);
    return {
      messageId: `<${guid}@${from.address.split("@")[1] ?? "localhost"}>`,
      from: { name: oneLine(from.name), address: from.address },
      to,
      subject: line,
      text: renderText(blocks, letterhead),
      html: renderHtml(line, blocks, letterhead),
      date: this.clock.now(),
    };
  }

  async #letterhead(): Promise<Letterhead> {
    const { name, product, locale } = await this.studio.facts();
    return { studioName: name, product, locale, workbenchAddress: await this.#workbenchAddress() };
  }

  /** What the Email page says, or where the workbench was served last. */
  async #workbenchAddress(): Promise<string | undefined> {
    const { workbenchAddress } = await this.settings.ofCompany();
    const { address } = await this.memory.read("workbench");
    const known = [workbenchAddress, address].find((text) => typeof text === "string" && isWebAddress(text));
    return typeof known === "string" ? known.replace(/\/+$/, "") : undefined;
  }
}
