import { CodedError } from "../../base/coded-error.js";

/** An answer that cannot be taken. */
export class AnswerRefusedError extends CodedError {
  readonly code = "answer-refused";
}
