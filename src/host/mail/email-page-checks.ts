import type { PageMessage } from "../../api/index.js";
import type { EmailCompanySettings } from "../../api/schemas/email-company-settings.generated.js";
import { isWebAddress } from "./letterhead.js";
import { isMailAddress } from "./mail-address.js";

type ServerSettings = Pick<EmailCompanySettings, "server" | "security" | "userName" | "password" | "fromAddress">;
type Field = keyof EmailCompanySettings;

const refusal = (field: Field, text: string): PageMessage => ({ severity: "error", field, text });

/** What "OK" refuses about a mail server, beside its control. */
export function serverProblems(typed: ServerSettings): readonly PageMessage[] {
  const { server, fromAddress } = typed;
  const from = fromAddress.trim();
  return [
    ...(server !== "" && !/^[A-Za-z0-9.:_-]+$/.test(server)
      ? [refusal("server", "This is not the name of a server, such as smtp.example.com.")]
      : []),
    ...(server !== "" && from === "" ? [refusal("fromAddress", "Enter the address emails are sent from.")] : []),
    ...(from !== "" && !isMailAddress(from) ? [refusal("fromAddress", "This is not an email address.")] : []),
  ];
}

/** The same for the address links lead to. */
export function workbenchProblems({ workbenchAddress }: EmailCompanySettings): readonly PageMessage[] {
  if (workbenchAddress === "" || isWebAddress(workbenchAddress)) return [];
  return [refusal("workbenchAddress", "This is not a web address, such as https://studio.example.com.")];
}

/** What may be saved but should be known. */
export function serverWarnings({ server, security, userName }: ServerSettings): readonly PageMessage[] {
  if (server === "" || security !== "None") return [];
  const what = userName === "" ? "Emails travel" : "The password and the emails travel";
  return [{ severity: "warning", field: "security", text: `${what} unencrypted to the mail server.` }];
}
