import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import type { PersonFieldName } from "./person-fields.js";

/** A stored value with everything Google derives from it. */
export function withDerived(name: PersonFieldName, value: JsonObject): JsonObject {
  switch (name) {
    case "names":
      return withDisplayNames(value);
    case "addresses":
      return withFormattedAddress(value);
    case "phoneNumbers":
      return withCanonicalForm(value);
    case "genders":
      return { ...value, formattedValue: capitalized(textOf(value["value"]) ?? "") };
    case "imClients":
      return { ...withType(value), ...formatted("formattedProtocol", value["protocol"]) };
    case "memberships":
      return withGroupId(value);
    case "nicknames":
    case "locations":
      return value;
    default:
      return withType(value);
  }
}

function withType(value: JsonObject): JsonObject {
  const { type, ...rest } = value;
  return type === undefined ? value : { ...rest, type, ...formatted("formattedType", type) };
}

function formatted(key: string, type: unknown): JsonObject {
  const text = textOf(type);
  return text === undefined ? {} : { [key]: knownTypes.has(text) ? wordsOf(text) : text };
}

/** Types Google translates; any other is the person's own and stays as it is. */
const knownTypes = new Set(
  (
    "home work other mobile homeFax workFax otherFax pager workMobile workPager main googleVoice school anniversary " +
    "spouse child mother father parent brother sister friend relative domesticPartner manager assistant referredBy " +
    "partner homePage blog profile appInstallPage reservations account customer loginId network organization " +
    "freeBusy availability aim msn yahoo skype qq googleTalk icq jabber netMeeting"
  ).split(" "),
);

/** `homeFax` as `Home Fax`. */
function wordsOf(type: string): string {
  return capitalized(type.replaceAll(/(?=[A-Z])/g, " "));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function joined(parts: readonly unknown[], separator: string): string {
  return parts.filter((part): part is string => typeof part === "string" && part !== "").join(separator);
}

function withDisplayNames(name: JsonObject): JsonObject {
  const { honorificPrefix, givenName, middleName, familyName, honorificSuffix } = name;
  const displayName = joined([honorificPrefix, givenName, middleName, familyName, honorificSuffix], " ");
  if (displayName === "") return name;
  const first = joined([honorificPrefix, givenName, middleName], " ");
  const displayNameLastFirst = joined([familyName, first, honorificSuffix], ", ");
  return { ...name, displayName, displayNameLastFirst, unstructuredName: displayName };
}

/** Splits a name given as one text: the last word is the family name, the first the given name. */
export function splitName(unstructured: string): JsonObject {
  const [last, first] = unstructured.split(",").map((part) => part.trim());
  if (last && first) return { ...splitGiven(first.split(/\s+/)), familyName: last };
  const words = unstructured.trim().split(/\s+/);
  if (words.length === 1) return { givenName: words[0] };
  return { ...splitGiven(words.slice(0, -1)), familyName: words.at(-1) };
}

function splitGiven(words: readonly string[]): JsonObject {
  const [givenName, ...middle] = words;
  return { givenName, ...(middle.length > 0 && { middleName: middle.join(" ") }) };
}

function withFormattedAddress(address: JsonObject): JsonObject {
  const { streetAddress, extendedAddress, poBox, city, region, postalCode, country } = address;
  const countryCode = textOf(address["countryCode"]) ?? /^[A-Z]{2}$/.exec(textOf(country) ?? "")?.[0];
  const built = joined([streetAddress, extendedAddress, poBox, city, region, postalCode, country], "\n");
  // One text alone stays; beside the parts it may be an older one a client sent back.
  const formattedValue = built === "" ? (textOf(address["formattedValue"]) ?? "") : built;
  return withType({
    ...address,
    ...(formattedValue !== "" && { formattedValue }),
    ...(countryCode !== undefined && { countryCode }),
  });
}

/** Only a number with its country's prefix has a sure E.164 form; for others Google guesses the country. */
function withCanonicalForm(phone: JsonObject): JsonObject {
  const canonicalForm = (textOf(phone["value"]) ?? "").replaceAll(/[\s()./-]/g, "");
  return withType({ ...phone, ...(/^\+[1-9]\d{7,14}$/.test(canonicalForm) && { canonicalForm }) });
}

function withGroupId(membership: JsonObject): JsonObject {
  const { contactGroupMembership: group } = membership;
  const contactGroupResourceName = isObject(group) ? textOf(group["contactGroupResourceName"]) : undefined;
  const contactGroupId = contactGroupResourceName?.replace("contactGroups/", "");
  return { contactGroupMembership: { contactGroupId, contactGroupResourceName } };
}
