import { CodedError } from "../base/coded-error.js";

/** Somebody asked for an account the local Google does not have. */
export class UnknownAccountError extends CodedError {
  readonly code = "local-google-unknown-account";
  constructor(email: string) {
    super(`The local Google has no account ${email}.`, { hint: "Add it to the seed or with accounts.add()." });
  }
}

/** Somebody asked for a calendar that is not in the account's list. */
export class UnknownCalendarError extends CodedError {
  readonly code = "local-google-unknown-calendar";
  constructor(email: string, calendarId: string) {
    super(`The account ${email} of the local Google has no calendar ${calendarId}.`);
  }
}

/** Somebody asked for a contact or a label the account does not have. */
export class UnknownContactError extends CodedError {
  readonly code = "local-google-unknown-contact";
  /** @param what `contact people/c1`, `label Customers` */
  constructor(what: string) {
    super(`The local Google has no ${what} in this account.`);
  }
}

/** An account or calendar of this name is there already. */
export class AlreadyThereError extends CodedError {
  readonly code = "local-google-already-there";
  constructor(what: string, name: string) {
    super(`The local Google already has the ${what} ${name}.`);
  }
}

/** Something else listens on the port already. */
export class PortTakenError extends CodedError {
  readonly code = "local-google-port-taken";
  constructor(port: number, options: { readonly cause: unknown }) {
    super(`The local Google cannot listen on port ${port}: something else does.`, {
      ...options,
      hint: "Choose another port, or 0 for any free one.",
    });
  }
}

/** A seed, a calendar file or a state file that cannot be used. Nothing of it has been taken over. */
export class SeedError extends CodedError {
  readonly code = "local-google-seed";
  /** @param place file with line, or file with the JSON pointer of the value */
  constructor(
    readonly place: string,
    problem: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${place}: ${problem}`, { ...options, hint: "Correct the file and start again." });
  }
}

/** Another process keeps its content in the file, and the two would overwrite each other's. */
export class StateInUseError extends CodedError {
  readonly code = "local-google-state-in-use";
  constructor(file: string, processId: number) {
    super(`Another local Google (process ${processId}) keeps its content in ${file}.`, {
      hint: "Use its address, or another file.",
    });
  }
}
