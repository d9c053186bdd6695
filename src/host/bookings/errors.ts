import { CodedError } from "../../base/coded-error.js";

/** A private entry of somebody else: when it is may be known, nothing else, and nobody else changes it (C8). */
export class PrivateEntryError extends CodedError {
  readonly code = "private-entry";
  constructor() {
    super("This is a private appointment of somebody else", { hint: "Only its owner changes it." });
  }
}

/** What was typed cannot be booked. */
export class ImpossibleBookingError extends CodedError {
  readonly code = "impossible-booking";
  /** @param field the control the problem stands beside */
  constructor(field: string, problem: string, options: { readonly cause?: unknown } = {}) {
    super(problem, options);
    this.problems = [{ field, message: problem }];
  }
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}
