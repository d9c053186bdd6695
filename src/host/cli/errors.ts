import { CodedError } from "../../base/coded-error.js";

/** A word on the command line that cannot be what was meant. */
export class UsageError extends CodedError {
  readonly code = "usage";
}
