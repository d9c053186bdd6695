import type { PostalAddress } from "../../api/index.js";
import { cutTo } from "../calendar/index.js";
import type { PersonValue } from "../google/index.js";
import { joinParts, tidy } from "./canonical-text.js";
import type { ContactCanon } from "./contact-canon.js";
import { textIn, withTexts } from "./person-value.js";

/** The two addresses of a client (K4). */
export type AddressKind = "main" | "mailing";

/** What the mailing address is called in Google, which has no type of its own for it. */
const mailingType = "Mailing";

export const emptyAddress: PostalAddress = { street: "", city: "", region: "", postalCode: "", country: "" };

/**
 * Where a contact holds it. Mailing is the address of the custom type "Mailing"; main is the one
 * of type home, or else the first that is not the mailing one.
 * @returns -1 when the contact holds none
 */
export function addressIndex(addresses: readonly PersonValue[], kind: AddressKind): number {
  const isMailing = (value: PersonValue) => textIn(value, "type").toLowerCase() === mailingType.toLowerCase();
  const isHome = (value: PersonValue) => textIn(value, "type") === "home";
  const isMain = addresses.some(isHome) ? isHome : (value: PersonValue) => !isMailing(value);
  return addresses.findIndex({ main: isMain, mailing: isMailing }[kind]);
}

/** Google's address in the studio's parts, cut to the studio's columns (C11). Lines without a part of their own are the street. */
export function addressOf(value: PersonValue | undefined, { limits }: Pick<ContactCanon, "limits">): PostalAddress {
  if (value === undefined) return emptyAddress;
  const cut = (text: string, part: keyof PostalAddress) => cutTo(text, limits[part]);
  return {
    street: cut(streetOf(value), "street"),
    city: cut(textIn(value, "city"), "city"),
    region: cut(textIn(value, "region"), "region"),
    postalCode: cut(textIn(value, "postalCode"), "postalCode"),
    country: cut(textIn(value, "country") || textIn(value, "countryCode"), "country"),
  };
}

/** One field: where somebody lives is not merged from two places. */
export function addressText({ street, city, region, postalCode, country }: PostalAddress): string {
  return joinParts([street, city, region, postalCode, country].map(tidy));
}

/** Google's address saying what the studio's says; parts that say the same already stay as they are. */
export function withAddress(
  value: PersonValue | undefined,
  address: PostalAddress,
  kind: AddressKind,
  canon: Pick<ContactCanon, "limits">,
): PersonValue {
  const before = addressOf(value, canon);
  const isNewStreet = tidy(address.street) !== before.street;
  const isNewCountry = tidy(address.country) !== before.country;
  return withTexts(
    value ?? { type: kind === "main" ? "home" : mailingType },
    {
      city: tidy(address.city),
      region: tidy(address.region),
      postalCode: tidy(address.postalCode),
      ...(isNewStreet ? { streetAddress: tidy(address.street), extendedAddress: "", poBox: "" } : {}),
      ...(isNewCountry ? { country: tidy(address.country), countryCode: "" } : {}),
    },
    ["formattedValue", "formattedType"],
  );
}

function streetOf(value: PersonValue): string {
  const parts = ["streetAddress", "extendedAddress", "poBox", "city", "region", "postalCode", "country"];
  const isOnlyText = parts.every((part) => textIn(value, part) === "");
  if (isOnlyText) return textIn(value, "formattedValue");
  return ["streetAddress", "extendedAddress", "poBox"]
    .map((part) => textIn(value, part))
    .filter((line) => line !== "")
    .join("\n");
}
