import { CodedError } from "../../base/coded-error.js";
import type { SchemaProblem } from "../schema-check/index.js";

/** A command was given what it does not take. */
export class InvalidInputError extends CodedError {
  readonly code = "invalid-input";
  constructor(title: string, problems: readonly SchemaProblem[]) {
    const said = problems.map(({ path, message }) => `${path.slice(1)} ${message}`.trim()).join("; ");
    super(`"${title}" cannot be run with this: ${said}`);
  }
}
