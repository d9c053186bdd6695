import { Users } from "../../api/index.js";
import type {
  PageActionResult,
  PageMessage,
  PageState,
  PreferenceOwner,
  PreferenceValues,
  UserId,
} from "../../api/index.js";
import type { EmailCompanySettings } from "../../api/schemas/email-company-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { hostSchema } from "../preferences/index.js";
import type { HostPage } from "../preferences/index.js";
import { serverProblems, serverWarnings, workbenchProblems } from "./email-page-checks.js";
import { EmailSettings, companyEmailPage } from "./email-settings.js";
import { MailRoutes } from "./mail-routes.js";
import { MailWaiting } from "./mail-waiting.js";
import { TestMail } from "./test-mail.js";

/** The Email page of Company (Studio) Preferences: the studio's mail server. */
@injectable()
export class CompanyEmailPage implements HostPage {
  readonly declaration = {
    id: companyEmailPage,
    title: "Email",
    owner: "company",
    schema: hostSchema("email-company-settings"),
  } as const;

  constructor(
    @inject(EmailSettings) private readonly settings: EmailSettings,
    @inject(MailRoutes) private readonly routes: MailRoutes,
    @inject(MailWaiting) private readonly waiting: MailWaiting,
    @inject(TestMail) private readonly testMail: TestMail,
    @inject(Users) private readonly users: Users,
  ) {}

  async state(_owner: PreferenceOwner, viewer: UserId): Promise<PageState> {
    const { kind } = await this.routes.routeFor(undefined);
    const address = (await this.users.findById(viewer))?.email;
    const waiting = await this.waiting.count();
    return {
      messages: [...stateMessages(kind), ...serverWarnings(await this.settings.ofCompany())],
      choices: {},
      actions: [
        {
          id: "send-test",
          label: "Send Test Email",
          group: "Sender",
          isEnabled: kind !== "none" && address !== undefined,
          note: address === undefined ? "Your user has no email address to send it to." : `to ${address}`,
          needsSavedValues: true,
        },
      ],
      facts: waiting === 0 ? [] : [{ label: "Emails waiting to be sent", value: String(waiting) }],
    };
  }

  validate(_owner: PreferenceOwner, values: PreferenceValues): Promise<readonly PageMessage[]> {
    const typed = settingsOf(values);
    return Promise.resolve([...serverProblems(typed), ...workbenchProblems(typed)]);
  }

  async saved(): Promise<void> {
    await this.waiting.hurry();
  }

  async act(actionId: string, _owner: PreferenceOwner, viewer: UserId): Promise<PageActionResult> {
    if (actionId !== "send-test") return { kind: "refused", message: `There is no action "${actionId}".` };
    const address = (await this.users.findById(viewer))?.email ?? "";
    const { isSent, text } = await this.testMail.send(address, undefined);
    return { kind: isSent ? "done" : "refused", message: text };
  }
}

function stateMessages(kind: "server" | "outbox" | "none"): readonly PageMessage[] {
  switch (kind) {
    case "server":
      return [];
    case "outbox":
      return [
        {
          severity: "information",
          text: "This is a sample studio without a mail server: its emails go to Utilities > Outbox and nothing leaves this computer.",
        },
      ];
    case "none":
      return [{ severity: "warning", text: "Emailing is not set up. Enter a mail server to have emails sent." }];
  }
}

/** The host has checked the values against the page's schema, from which the type is generated. */
function settingsOf(values: PreferenceValues): EmailCompanySettings {
  return values as unknown as EmailCompanySettings;
}
