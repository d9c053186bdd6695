import { CodedError } from "../../base/coded-error.js";

/** A change after which nobody could administer the studio any more. */
export class LastAdministratorError extends CodedError {
  readonly code = "last-administrator";
  constructor() {
    super("Nobody could change users and Company Preferences any more", {
      hint: "Security is on: keep one active user with a password whose security group may modify both.",
    });
  }
}
