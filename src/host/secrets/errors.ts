import { CodedError } from "../../base/coded-error.js";

/** A text or file that should be a studio key, and is not. */
export class InvalidStudioKeyError extends CodedError {
  readonly code = "invalid-studio-key";
  constructor(where: string, cause?: unknown) {
    super(`${where} does not hold a studio key`, { cause, hint: 'A studio key is made by "spectra key export".' });
  }
}

/** This computer already has another studio key. */
export class OtherStudioKeyError extends CodedError {
  readonly code = "other-studio-key";
  constructor(path: string) {
    super(`This computer already has another studio key in ${path}`, {
      hint: "Move that file away first, if nothing is protected with it any more.",
    });
  }
}
