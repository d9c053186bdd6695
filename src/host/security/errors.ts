import type { ClearanceArea, ClearanceLevel } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";

/** Initials and password do not go together; which of them is wrong is not said. */
export class WrongCredentialsError extends CodedError {
  readonly code = "wrong-credentials";
  constructor() {
    super("The user name or the password is wrong", {
      hint: "Whoever may change users can set a new password under Maintenance > General (Studio) > Users.",
    });
  }
}

/** Too many failed sign-ins. */
export class TooManyAttemptsError extends CodedError {
  readonly code = "too-many-attempts";
  constructor(minutes: number) {
    super("There were too many failed sign-ins", {
      hint: `Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    });
  }
}

/** The browser has no session, or it is over. */
export class NotSignedInError extends CodedError {
  readonly code = "not-signed-in";
  constructor() {
    super("Nobody is signed in here", { hint: "Sign in again." });
  }
}

/** The signed-in user lacks a clearance. */
export class ClearanceMissingError extends CodedError {
  readonly code = "clearance-missing";
  constructor(area: ClearanceArea, level: ClearanceLevel) {
    super(`This needs the clearance "${area}" (${level})`, { hint: "Ask an administrator of the studio." });
  }
}

/** A change was asked for without the proof that a page of ours asks (X2). */
export class CsrfProofMissingError extends CodedError {
  readonly code = "csrf-proof-missing";
  constructor() {
    super("The change did not come from a page of this software", { hint: "Reload the page and try again." });
  }
}
