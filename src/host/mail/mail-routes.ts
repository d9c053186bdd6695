import { Studio } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import type { EmailUserSettings } from "../../api/schemas/email-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { StudioMemory } from "../studio/index.js";
import type { Letter } from "./delivery.js";
import { EmailSettings } from "./email-settings.js";
import type { SmtpServer } from "./smtp-server.js";

/** The way a mail takes. */
export type MailRoute =
  | {
      readonly kind: "server";
      /** Whose server: the company's, or this user's own. */
      readonly owner: "company" | UserId;
      readonly server: SmtpServer;
      readonly from: Letter["from"];
    }
  /** A sample studio without a mail server: into the outbox folder, nothing leaves this computer. */
  | { readonly kind: "outbox"; readonly from: Letter["from"] }
  | { readonly kind: "none" };

/** Which way mails take: the user's own server, the company's, or the outbox of a sample studio. */
@injectable()
export class MailRoutes {
  constructor(
    @inject(EmailSettings) private readonly settings: EmailSettings,
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /** @throws StudioKeyMissingError where a password is stored that this computer cannot read */
  async routeFor(userId: UserId | undefined): Promise<MailRoute> {
    const own = userId === undefined ? undefined : await this.settings.ofUser(userId);
    if (userId !== undefined && own?.usesOwnServer === true && own.server !== "") {
      return { kind: "server", owner: userId, server: serverOf(own), from: await this.#from(own) };
    }
    const company = await this.settings.ofCompany();
    const from = await this.#from(company);
    if (company.server !== "") return { kind: "server", owner: "company", server: serverOf(company), from };
    const { isSample } = await this.memory.read("sample");
    return isSample === true ? { kind: "outbox", from } : { kind: "none" };
  }

  async #from({ fromAddress, fromName }: Pick<EmailUserSettings, "fromAddress" | "fromName">): Promise<Letter["from"]> {
    return {
      name: fromName === "" ? (await this.studio.facts()).name : fromName,
      address: fromAddress === "" ? "studio@localhost" : fromAddress,
    };
  }
}

type ServerSettings = Pick<EmailUserSettings, "server" | "port" | "security" | "userName" | "password">;

function serverOf({ server, port, security, userName, password }: ServerSettings): SmtpServer {
  return { host: server, port, security, userName, password };
}
