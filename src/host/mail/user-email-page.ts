import { Users } from "../../api/index.js";
import type {
  PageActionResult,
  PageMessage,
  PageState,
  PreferenceOwner,
  PreferenceValues,
  UserId,
} from "../../api/index.js";
import type { EmailUserSettings } from "../../api/schemas/email-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { hostSchema } from "../preferences/index.js";
import type { HostPage } from "../preferences/index.js";
import { serverProblems, serverWarnings } from "./email-page-checks.js";
import { EmailSettings, userEmailPage } from "./email-settings.js";
import { MailRoutes } from "./mail-routes.js";
import { MailWaiting } from "./mail-waiting.js";
import { TestMail } from "./test-mail.js";

/** The Email page of User Preferences and Users: a mail server of the user's own over the company's. */
@injectable()
export class UserEmailPage implements HostPage {
  readonly declaration = {
    id: userEmailPage,
    title: "Email",
    owner: "user",
    schema: hostSchema("email-user-settings"),
  } as const;

  constructor(
    @inject(EmailSettings) private readonly settings: EmailSettings,
    @inject(MailRoutes) private readonly routes: MailRoutes,
    @inject(MailWaiting) private readonly waiting: MailWaiting,
    @inject(TestMail) private readonly testMail: TestMail,
    @inject(Users) private readonly users: Users,
  ) {}

  async state(owner: PreferenceOwner): Promise<PageState> {
    const userId = userOf(owner);
    const { kind } = await this.routes.routeFor(userId);
    const settings = await this.settings.ofUser(userId);
    const address = (await this.users.findById(userId))?.email;
    return {
      messages: settings.usesOwnServer ? serverWarnings(settings) : [],
      choices: {},
      actions: [
        {
          id: "send-test",
          label: "Send Test Email",
          group: "Sender",
          isEnabled: kind !== "none" && address !== undefined,
          note: address === undefined ? "This user has no email address to send it to." : `to ${address}`,
          needsSavedValues: true,
        },
      ],
      facts: [{ label: "Emails go through", value: routeText(kind, settings.usesOwnServer && settings.server !== "") }],
    };
  }

  validate(_owner: PreferenceOwner, values: PreferenceValues): Promise<readonly PageMessage[]> {
    const typed = settingsOf(values);
    if (!typed.usesOwnServer) return Promise.resolve([]);
    const problems = serverProblems(typed);
    if (typed.server !== "") return Promise.resolve(problems);
    return Promise.resolve([{ severity: "error", field: "server", text: "Enter the mail server." }, ...problems]);
  }

  async saved(): Promise<void> {
    await this.waiting.hurry();
  }

  async act(actionId: string, owner: PreferenceOwner): Promise<PageActionResult> {
    if (actionId !== "send-test") return { kind: "refused", message: `There is no action "${actionId}".` };
    const userId = userOf(owner);
    const address = (await this.users.findById(userId))?.email ?? "";
    const { isSent, text } = await this.testMail.send(address, userId);
    return { kind: isSent ? "done" : "refused", message: text };
  }
}

function routeText(kind: "server" | "outbox" | "none", isOwn: boolean): string {
  if (kind === "none") return "Nothing: no mail server is set up";
  if (kind === "outbox") return "The outbox of the sample studio";
  return isOwn ? "This user's own mail server" : "The studio's mail server";
}

/** The page is declared for users; the host keeps to that. */
function userOf(owner: PreferenceOwner): UserId {
  if (owner.kind === "company") throw new TypeError("This Email page belongs to a user");
  return owner.userId;
}

/** The host has checked the values against the page's schema, from which the type is generated. */
function settingsOf(values: PreferenceValues): EmailUserSettings {
  return values as unknown as EmailUserSettings;
}
