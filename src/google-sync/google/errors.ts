import { CodedError } from "../../base/coded-error.js";
import type { Failure, ItemError } from "./failure.js";
import type { Verdict } from "./verdict.js";

/** Google did not do what it was asked. What that means is the `verdict`. */
export class GoogleError extends CodedError {
  readonly code: string;
  /** Google's own word for the reason, for logs. */
  readonly reason: string | undefined;
  /** How long Google asks to wait before a repeat. */
  readonly retryAfterMilliseconds: number | undefined;
  /** What Google said about single contacts of a batch that failed as a whole. */
  readonly itemErrors: ReadonlyMap<string, ItemError>;

  constructor(
    readonly verdict: Verdict,
    message: string,
    options: { readonly cause?: unknown; readonly failure?: Failure } = {},
  ) {
    const hint = hintFor(verdict);
    super(message, { cause: options.cause, ...(hint === undefined ? {} : { hint }) });
    this.code = `google-${verdict.kind}`;
    this.reason = options.failure?.reason;
    this.retryAfterMilliseconds = options.failure?.retryAfterMilliseconds;
    this.itemErrors = options.failure?.itemErrors ?? new Map();
  }

  /** Translates a refusal; its message names the reason and never a token. */
  static of(failure: Failure, verdict: Verdict): GoogleError {
    const reason = [failure.status === 0 ? undefined : failure.status, failure.reason, failure.message]
      .filter((part) => part !== undefined && part !== "")
      .join(" ");
    const message = `Google did not carry out "${failure.operation}": ${reason}`;
    return verdict.kind === "needs-reconnecting"
      ? new NeedsReconnectingError(message, { failure })
      : new GoogleError(verdict, message, { failure });
  }
}

/** The person's permission was withdrawn or has expired (A7): no request succeeds until they connect again. */
export class NeedsReconnectingError extends GoogleError {
  constructor(message: string, options: { readonly failure?: Failure } = {}) {
    super({ kind: "needs-reconnecting" }, message, options);
  }
}

/** The tokens turned out to belong to another Google account (A8); nothing was done with them. */
export class WrongAccountError extends GoogleError {
  constructor() {
    super({ kind: "wrong-account" }, "The stored Google permission belongs to another Google account");
  }
}

/** An answer that cannot be trusted. It is never read as "there is nothing" (C14). */
export class MalformedAnswerError extends GoogleError {
  constructor(what: string, options: { readonly cause?: unknown } = {}) {
    super({ kind: "malformed-answer" }, `Google's answer cannot be read: ${what}`, options);
  }
}

function hintFor(verdict: Verdict): string | undefined {
  switch (verdict.kind) {
    case "needs-reconnecting":
    case "wrong-account":
      return 'Open the Google tab and use "Authenticate My Google Account" again.';
    case "scope-missing":
    case "contacts-not-permitted":
      return "Connect the account again and leave the permission ticked on Google's page.";
    case "workspace-blocked":
      return "Ask the administrator of the Google Workspace to allow this app, or use a Gmail account.";
    case "client-refused":
      return "Check the client id and client secret in Company (Studio) Preferences > Google.";
    case "api-not-enabled":
      return `Enable the API in the studio's Google Cloud project${verdict.activationUrl === undefined ? "." : `: ${verdict.activationUrl}`}`;
    case "calendar-not-available":
      return "Choose another Google calendar on the Google tab, or restore write access to this one.";
    case "address-book-full":
      return "Google holds no more contacts for this account; deleted ones count for thirty days.";
    case "writes-suspended":
      return "Google has suspended writing for this account for some hours; the next runs continue.";
    case "retry-later":
    case "malformed-answer":
      return "Nothing is lost; the next run goes on where this one ended.";
    default:
      return undefined;
  }
}
