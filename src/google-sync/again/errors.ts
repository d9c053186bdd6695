import { CodedError } from "../../base/coded-error.js";

/** What somebody asked for one item cannot be done. */
export class ItemRefusedError extends CodedError {
  readonly code = "item-refused";
}
