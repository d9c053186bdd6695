import { CodedError } from "../../base/coded-error.js";

/** A record changed between reading and writing; read it again and decide anew (G9). */
export class StaleEntryError extends CodedError {
  readonly code = "stale-entry";
  constructor(
    readonly entryId: string,
    what: "entry" | "client" = "entry",
  ) {
    super(`The ${what} ${entryId} has changed since it was read`);
  }
}

/** This computer has no studio key, so stored Google permissions cannot be read (A6). */
export class StudioKeyMissingError extends CodedError {
  readonly code = "studio-key-missing";
  constructor() {
    super("This computer does not have the studio key", {
      hint: 'Run "spectra key export" on a computer that has it and "spectra key import FILE" here.',
    });
  }
}

/** A stored secret that was made with another studio key, or belongs to another owner. */
export class UnreadableSecretError extends CodedError {
  readonly code = "unreadable-secret";
  constructor(owner: string, cause?: unknown) {
    super(`The stored secret of ${owner} cannot be read with this studio key`, {
      cause,
      hint: 'Import the right studio key with "spectra key import FILE", or connect the account again.',
    });
  }
}

/** Values a preference page does not accept. */
export class InvalidPreferencesError extends CodedError {
  readonly code = "invalid-preferences";
  constructor(readonly problems: readonly { readonly field: string; readonly message: string }[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join("; "));
  }
}
