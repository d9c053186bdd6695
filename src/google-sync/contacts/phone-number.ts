import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { CountryCode, PhoneNumber } from "libphonenumber-js/min";

import { remembered } from "../../base/remembered.js";
import { tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";

/** A number in the forms it is compared in. */
interface ReadNumber {
  readonly canonical: string;
  readonly digitForms: readonly string[];
}

/** Each number is read once: a run compares it several times, on both sides. */
const readIn = remembered((country: CountryCode | undefined) => remembered((text: string) => read(text, country)));

/**
 * A number by which it is compared: E.164 where it can be told, else its digits (K5). What is no
 * number at all ("ask Tim") stays as it is.
 */
export function canonicalNumber(written: string, { country }: Pick<ContactCanon, "country">): string {
  return readIn(country)(tidy(written)).canonical;
}

/** The digits by which a number may be written down elsewhere: as it stands, with its country's prefix, and without. */
export function digitForms(written: string, { country }: Pick<ContactCanon, "country">): readonly string[] {
  return readIn(country)(tidy(written)).digitForms;
}

function read(text: string, country: CountryCode | undefined): ReadNumber {
  const parsed = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country });
  const texts = parsed === undefined ? [text] : [text, parsed.number, parsed.nationalNumber];
  const forms = texts.map((form) => form.replaceAll(/\D/g, ""));
  return {
    canonical: parsed?.isPossible() === true ? international(parsed) : digitsOf(text),
    digitForms: [...new Set(forms)].filter((form) => form !== ""),
  };
}

function international({ number, ext }: PhoneNumber): string {
  return ext === undefined ? number : `${number};ext=${ext}`;
}

/** A star or a hash is dialled too; digits of any script are digits. */
function digitsOf(text: string): string {
  const digits = text.normalize("NFKC").replaceAll(/[^\d*#]/g, "");
  return digits === "" ? text : digits;
}
