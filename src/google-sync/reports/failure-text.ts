import { messageOf } from "../../base/coded-error.js";
import { GoogleError } from "../google/index.js";

/** What went wrong, and what the reader can do about it: a report never says the one without the other. */
export function failureText(error: unknown): string {
  const hint = error instanceof GoogleError ? error.hint : undefined;
  return `${messageOf(error).replace(/[.:\s]+$/, "")}. ${hint ?? "Nothing is lost; the next run tries again."}`;
}
