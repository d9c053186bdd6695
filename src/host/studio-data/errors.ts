import { CodedError, messageOf } from "../../base/coded-error.js";

/** The text after `--database` names no database a studio can run on. */
export class DatabaseUrlError extends CodedError {
  readonly code = "database-url";
  constructor(problem: string) {
    super(`The database address cannot be used: ${problem}`, {
      hint: "Write sqlite:PATH or mssql://user:password@host:1433/database.",
    });
  }
}

/** The database did not answer, or did not let us in. Never names the password. */
export class DatabaseUnreachableError extends CodedError {
  readonly code = "database-unreachable";
  constructor(where: string, cause: unknown) {
    super(`The studio database ${where} cannot be opened: ${messageOf(cause)}`, {
      cause,
      hint: "Check that the server is running, and the address, user name and password.",
    });
  }
}

/** The folder of the embedded database cannot hold one. */
export class DataFolderError extends CodedError {
  readonly code = "data-folder";
  constructor(folder: string, cause: unknown) {
    super(`The data folder ${folder} cannot be used: ${messageOf(cause)}`, {
      cause,
      hint: "Name a folder of your own that can be written to, with --data or SPECTRA_DATA.",
    });
  }
}

/** The database was made by a newer version of the software. */
export class UnknownMigrationError extends CodedError {
  readonly code = "unknown-migration";
  constructor(scope: string, names: readonly string[]) {
    super(`The tables of ${scope} come from a newer version (${names.join(", ")})`, {
      hint: "Install the newer version on this computer.",
    });
  }
}

/** A plugin's migration that reaches outside the plugin's own tables, or is named twice. */
export class PluginMigrationError extends CodedError {
  readonly code = "plugin-migration";
}

/** `UnitOfWork.run` within `UnitOfWork.run`: the inner work must take the outer transaction. */
export class NestedTransactionError extends CodedError {
  readonly code = "nested-transaction";
  constructor() {
    super("A unit of work was started inside another one; hand the transaction down instead");
  }
}

/** A write that was not given the transaction it happens in; it would wait for its own caller. */
export class WriteOutsideTransactionError extends CodedError {
  readonly code = "write-outside-transaction";
  constructor() {
    super("A write inside a unit of work did not use its transaction");
  }
}

/** A transaction that was not made by this studio's `UnitOfWork`, or is over. */
export class ForeignTransactionError extends CodedError {
  readonly code = "foreign-transaction";
  constructor() {
    super("This transaction does not belong to the studio's database or is over");
  }
}

/** A value in the database that this version cannot read. */
export class UnreadableValueError extends CodedError {
  readonly code = "unreadable-value";
  constructor(what: string, value: unknown) {
    super(`The database holds ${String(value)} where ${what} was expected`);
  }
}

/** A record changed between opening and saving it; both values can be shown (G9). */
export class StaleRecordError extends CodedError {
  readonly code = "stale-record";
  constructor(
    readonly kind: string,
    readonly id: number,
  ) {
    super(`The ${kind} ${id} has changed since it was opened`, { hint: "Look at the new values and save again." });
  }
}

/** A record that is not there (any more). */
export class RecordNotFoundError extends CodedError {
  readonly code = "record-not-found";
  constructor(
    readonly kind: string,
    readonly id: number | string,
  ) {
    super(`There is no ${kind} ${id}`);
  }
}

/** Initials that another user already has. */
export class InitialsTakenError extends CodedError {
  readonly code = "initials-taken";
  constructor(initials: string, cause: unknown) {
    super(`Another user already has the initials ${initials}`, { cause });
  }
}

/** A name that another client group already has, whatever its case. */
export class ClientGroupNameTakenError extends CodedError {
  readonly code = "client-group-name-taken";
  constructor(name: string, cause?: unknown) {
    super(`Another client group is already called "${name}"`, { cause, hint: "Choose another name." });
  }
}

/** A name that another security group already has, whatever its case. */
export class SecurityGroupNameTakenError extends CodedError {
  readonly code = "security-group-name-taken";
  constructor(name: string, cause?: unknown) {
    super(`Another security group is already called "${name}"`, { cause, hint: "Choose another name." });
  }
}

/** A claim that could not be renewed, or that somebody else has taken (G6). The work under it must stop. */
export class ClaimLostError extends CodedError {
  readonly code = "claim-lost";
  constructor(cause?: unknown) {
    super("This computer lost its claim on the work; another one may be doing it", { cause });
  }
}
