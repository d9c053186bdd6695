import { messageOf } from "../../base/coded-error.js";
import type { Delivery } from "./delivery.js";
import { oneLine } from "./one-line.js";
import type { SmtpServer } from "./smtp-server.js";

/** What nodemailer knows of a failure: its code, and what the server answered to which command. */
interface SmtpFailure {
  readonly code: string | undefined;
  readonly command: string | undefined;
  readonly responseCode: number | undefined;
  readonly response: string;
}

/** Says a failure of nodemailer in a person's words, and whether it concerns the server or one mail. */
export function deliveryOf(thrown: unknown, server: SmtpServer): Delivery {
  const { code, command, responseCode, response } = failureOf(thrown);
  const place = `${server.host}, port ${server.port}`;
  const failed = (reason: string): Delivery => ({ kind: "server-failed", reason });
  if (code === "EAUTH" || responseCode === 535 || responseCode === 530) {
    return failed(`${place} did not accept the user name and password (${response}).`);
  }
  if (command === "MAIL FROM") return failed(`${place} did not accept the sender's address (${response}).`);
  if (responseCode !== undefined && (command === "RCPT TO" || command === "DATA")) {
    return { kind: responseCode >= 500 ? "refused" : "postponed", reason: response };
  }
  switch (code) {
    case "EDNS":
      return failed(`There is no mail server called ${server.host}.`);
    case "ETIMEDOUT":
      return failed(`${place} did not answer in time.`);
    case "ETLS":
      return failed(`${place} offers no secure connection as it is asked for (${server.security}): ${response}`);
    case "ESOCKET":
    case "ECONNECTION":
      return failed(`${place} cannot be reached, or its certificate is not trusted: ${response}`);
    default:
      return failed(`${place} did not take the email: ${response}`);
  }
}

function failureOf(thrown: unknown): SmtpFailure {
  const known = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Readonly<Record<string, unknown>>;
  const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  return {
    code: textOf(known["code"]),
    command: textOf(known["command"]),
    responseCode: typeof known["responseCode"] === "number" ? known["responseCode"] : undefined,
    // What a server answers is somebody else's text: one line of it.
    response: oneLine(textOf(known["response"]) ?? messageOf(thrown), 300),
  };
}
