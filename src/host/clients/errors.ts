import { CodedError } from "../../base/coded-error.js";

/** What was typed makes no client, or no client group. */
export class ImpossibleClientError extends CodedError {
  readonly code = "impossible-client";
  /** @param problems each beside the control it is about */
  constructor(readonly problems: readonly { readonly field: string; readonly message: string }[]) {
    super(problems.map(({ message }) => message).join(" "));
  }
}
