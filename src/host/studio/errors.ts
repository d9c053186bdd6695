import { CodedError } from "../../base/coded-error.js";

/** The database holds no studio yet. */
export class StudioMissingError extends CodedError {
  readonly code = "studio-missing";
  constructor() {
    super("There is no studio in this database yet", { hint: 'Make one with "spectra studio create".' });
  }
}

/** The database already holds a studio. */
export class StudioExistsError extends CodedError {
  readonly code = "studio-exists";
  constructor(name: string) {
    super(`There already is a studio "${name}" in this database`, {
      hint: "Choose another folder with --data or another database with --database.",
    });
  }
}
