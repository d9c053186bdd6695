import { CodedError } from "../../base/coded-error.js";
import type { AccountState } from "./google-account.js";

/** The studio has no OAuth client yet, so nobody can connect. */
export class GoogleClientNotSetUpError extends CodedError {
  readonly code = "google-client-not-set-up";
  constructor() {
    super("The studio's Google client id and client secret are not set up", {
      hint: "Enter them in Company (Studio) Preferences > Google.",
    });
  }
}

/** The browser came back with a `state` nobody here is waiting for, or for another user (A1). */
export class UnknownConsentError extends CodedError {
  readonly code = "google-consent-unknown";
  constructor() {
    super("Google's answer does not belong to a connection begun here", {
      hint: 'Open the Google tab and use "Authenticate My Google Account" again.',
    });
  }
}

/** Too much time passed between beginning and finishing. */
export class ExpiredConsentError extends CodedError {
  readonly code = "google-consent-expired";
  constructor() {
    super("Connecting took too long and was given up", {
      hint: 'Open the Google tab and use "Authenticate My Google Account" again.',
    });
  }
}

/** The person said no on Google's page. */
export class ConsentDeniedError extends CodedError {
  readonly code = "google-consent-denied";
  constructor() {
    super("The Google account was not connected, because access was declined on Google's page", {
      hint: 'Use "Authenticate My Google Account" again and allow access to the calendar.',
    });
  }
}

/** The administrator of the person's Workspace does not allow the app (A9). */
export class WorkspaceBlockedError extends CodedError {
  readonly code = "google-workspace-blocked";
  constructor(cause?: unknown) {
    super("The administrator of this Google Workspace account does not allow this app", {
      cause,
      hint: "Ask the Workspace administrator to trust the studio's app in the Google Admin console, or use a Gmail account.",
    });
  }
}

/** Google does not send the browser back to this address. */
export class RedirectNotAllowedError extends CodedError {
  readonly code = "google-redirect-not-allowed";
  constructor(redirectUri: string, cause?: unknown) {
    super(`The studio's Google client does not allow the address ${redirectUri}`, {
      cause,
      hint: "Use a client of the type Desktop app, or add this address to the authorized redirect addresses of the Web client.",
    });
  }
}

/** Google does not know the studio's client id, or its secret is wrong. */
export class ClientNotAcceptedError extends CodedError {
  readonly code = "google-client-not-accepted";
  constructor(cause?: unknown) {
    super("Google does not accept the studio's client id and client secret", {
      cause,
      hint: "Check them in Company (Studio) Preferences > Google.",
    });
  }
}

/** Google's answer was no consent, for another reason. */
export class ConsentFailedError extends CodedError {
  readonly code = "google-consent-failed";
  constructor(reason: string, cause?: unknown) {
    super(`The Google account could not be connected: ${reason}`, {
      cause,
      hint: 'Use "Authenticate My Google Account" again.',
    });
  }
}

/** The user has another Google account connected (A8). */
export class OtherAccountConnectedError extends CodedError {
  readonly code = "google-other-account-connected";
  constructor(email: string, connectedEmail: string) {
    super(`The connected account is ${connectedEmail}, not ${email}`, {
      hint: 'Choose the same account on Google\'s page, or use "Remove My Google Account" first.',
    });
  }
}

/** Another user of the studio has this Google account (A3). */
export class AccountTakenError extends CodedError {
  readonly code = "google-account-taken";
  constructor(email: string, otherUser: string) {
    super(`The Google account ${email} is already connected for ${otherUser}`, {
      hint: "Two users never share one Google account. Use an account of your own.",
    });
  }
}

/** Another user of the studio syncs with this calendar (A3). */
export class CalendarTakenError extends CodedError {
  readonly code = "google-calendar-taken";
  constructor(calendarName: string, otherUser: string) {
    super(`The calendar "${calendarName}" is already used by ${otherUser}`, {
      hint: "Two users never share one calendar. Choose another one.",
    });
  }
}

/** The account does not offer this calendar for writing (A2). */
export class CalendarNotOfferedError extends CodedError {
  readonly code = "google-calendar-not-offered";
  constructor() {
    super("This calendar does not exist in the connected account, or may not be changed there", {
      hint: "Choose one of the calendars offered.",
    });
  }
}

/** The user has no Google account that could be used. */
export class AccountNotConnectedError extends CodedError {
  readonly code = "google-account-not-connected";
  constructor(readonly state: Exclude<AccountState, "connected"> | "none" | "not-confirmed") {
    super(`No Google account is connected (${state})`, {
      hint: 'Open the Google tab and use "Authenticate My Google Account".',
    });
  }
}
