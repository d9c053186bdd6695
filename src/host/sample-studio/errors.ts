import { CodedError } from "../../base/coded-error.js";

/** A sample of a size that cannot be made. */
export class SampleSizeError extends CodedError {
  readonly code = "sample-size";
  constructor(what: "clients" | "entries", asked: number) {
    super(`A sample studio with ${asked} ${what} cannot be made`, {
      hint: "Ask for 1 to 100000 clients and 0 to 100000 entries, in whole numbers.",
    });
  }
}
