import { serviceToken } from "../../base/service-token.js";

/** A mail server as the Email pages describe it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: "None" | "STARTTLS" | "TLS";
  /** Empty where the server asks for none. */
  readonly userName: string;
  readonly password: string;
}

/** What holds for every connection to a mail server. */
export interface SmtpConnecting {
  /** A server that says nothing for so long has failed. */
  readonly patienceMilliseconds: number;
  /** Certificates trusted beside the computer's own, PEM. */
  readonly trusted?: string;
}
export const SmtpConnecting = serviceToken<SmtpConnecting>("smtp-connecting");

export const usualConnecting: SmtpConnecting = { patienceMilliseconds: 15_000 };
