import { CodedError } from "../../base/coded-error.js";

/** There is no mail of this name in the outbox (any more). */
export class UnknownMailError extends CodedError {
  readonly code = "unknown-mail";
  constructor() {
    super("This email is not in the outbox any more");
  }
}
