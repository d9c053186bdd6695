import { CodedError } from "../../base/coded-error.js";

/** A conflict that is not there any more, or somebody else's. */
export class ConflictNotFoundError extends CodedError {
  readonly code = "conflict-not-found";
  constructor() {
    super("This conflict is not there any more", { hint: "Reload the list: it vanishes when the overlap does." });
  }
}

/** Something that cannot be done about a conflict. */
export class ConflictActionError extends CodedError {
  readonly code = "conflict-action-refused";
}
