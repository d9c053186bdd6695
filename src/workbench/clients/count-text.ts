import { clientsTexts } from "../texts/en/clients-texts.js";

/** How many clients, in words. */
export function countText(count: number, locale: string): string {
  return clientsTexts.count(count, locale);
}
