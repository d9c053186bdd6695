import { parsePhoneNumberFromString } from "libphonenumber-js/min";

import { tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";

/**
 * A number by which it is compared: E.164 where it can be told, else its digits (K5). What is no
 * number at all ("ask Tim") stays as it is.
 */
export function canonicalNumber(written: string, { country }: Pick<ContactCanon, "country">): string {
  const text = tidy(written);
  const parsed = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country });
  if (parsed?.isPossible() === true) {
    return parsed.ext === undefined ? parsed.number : `${parsed.number};ext=${parsed.ext}`;
  }
  // A star or a hash is dialled too; digits of any script are digits.
  const digits = text.normalize("NFKC").replaceAll(/[^\d*#]/g, "");
  return digits === "" ? text : digits;
}

/** The digits by which a number may be written down elsewhere: as it stands, with its country's prefix, and without. */
export function digitForms(written: string, { country }: Pick<ContactCanon, "country">): readonly string[] {
  const parsed = parsePhoneNumberFromString(tidy(written), country === undefined ? {} : { defaultCountry: country });
  const forms = [written, parsed?.number ?? "", parsed?.nationalNumber ?? ""].map((text) => text.replaceAll(/\D/g, ""));
  return [...new Set(forms)].filter((form) => form !== "");
}
