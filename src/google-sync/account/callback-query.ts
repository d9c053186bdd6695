import { ConsentFailedError } from "./errors.js";

/** What Google's redirect carries. */
export type CallbackQuery = Readonly<Record<string, string | undefined>>;

/**
 * Where Google sends the browser when this computer has no address of its own: nothing
 * answers there, and the person pastes the address the browser ended on (A1).
 */
export const addressToPasteFrom = "http://127.0.0.1:1/google-sync/connected";

/** Reads the address the person pasted. @throws ConsentFailedError when it is not one of Google's redirects */
export function queryOfPastedAddress(text: string): CallbackQuery {
  const address = text.trim();
  if (!URL.canParse(address)) throw new ConsentFailedError("this is not the address of a page");
  const query = Object.fromEntries(new URL(address).searchParams);
  if (query["state"] === undefined) {
    throw new ConsentFailedError("this is not the address Google ended on; it contains no answer");
  }
  return query;
}
