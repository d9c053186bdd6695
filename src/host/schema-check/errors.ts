import { CodedError } from "../../base/coded-error.js";

/** A JSON Schema that is not one. */
export class UnusableSchemaError extends CodedError {
  readonly code = "unusable-schema";
  constructor(reason: string, cause: unknown) {
    super(`The JSON Schema cannot be used: ${reason}`, { cause });
  }
}
