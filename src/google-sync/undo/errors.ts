import { CodedError } from "../../base/coded-error.js";

/** A run that cannot be undone now. */
export class UndoRefusedError extends CodedError {
  readonly code = "undo-refused";
}
