import { createHash } from "node:crypto";

import { SeedError } from "../../errors.js";
import type { JsonObject } from "../../json.js";
import { splitValue, unescapeValue } from "./card-lines.js";
import type { CardLine } from "./card-lines.js";
import { typeOf } from "./value-types.js";

/** The lines of one card, and how to make the API's values of them. */
export class CardPerson {
  constructor(private readonly lines: readonly CardLine[]) {}

  /** A person as in the API. */
  toPerson(): JsonObject {
    return Object.fromEntries(Object.entries(this.#fields()).filter(([, values]) => values.length > 0));
  }

  /** Groups of the card, without the one every contact is in. */
  labels(): string[] {
    const names = this.#named("CATEGORIES").flatMap(({ value }) => splitValue(value, ","));
    const own = names.filter((name) => name !== "" && !/^my ?contacts$/i.test(name));
    return [...new Set(own.map((name) => (/^starred$/i.test(name) ? "starred" : name)))];
  }

  /** The address of the picture; one within the card gets an address of its own. @throws SeedError */
  photoUrl(): string | undefined {
    const [photo] = this.#named("PHOTO");
    if (!photo) return undefined;
    if (/^https?:/i.test(photo.value)) return photo.value;
    const content = photo.value.replace(/^data:[^,]*,/, "").replaceAll(/\s/g, "");
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content)) throw new SeedError(photo.place, "the picture is broken");
    const id = createHash("sha256").update(content).digest("hex").slice(0, 16);
    return `https://lh3.googleusercontent.com/contacts/${id}=s100`;
  }

  #fields(): { readonly [field: string]: readonly JsonObject[] } {
    const notes = this.#named("NOTE").map(({ value }) => unescapeValue(value));
    return {
      names: this.#names(),
      nicknames: this.#named("NICKNAME").flatMap(({ value }) =>
        splitValue(value, ",").map((name) => ({ value: name })),
      ),
      emailAddresses: this.#typed("EMAIL", "value"),
      phoneNumbers: this.#typed("TEL", "value").map((phone) => ({ ...phone, value: phoneOf(String(phone["value"])) })),
      addresses: this.#preferredFirst("ADR").map((line) => ({ ...addressOf(line), ...this.#type(line) })),
      organizations: this.#organizations(),
      urls: this.#typed("URL", "value"),
      relations: [...this.#typed("X-ABRELATEDNAMES", "person"), ...this.#typed("RELATED", "person")],
      events: [
        ...this.#named("X-ABDATE").map((line) => ({ ...dateOf(line.value), ...this.#type(line) })),
        ...this.#named("ANNIVERSARY").map(({ value }) => ({ ...dateOf(value), type: "anniversary" })),
      ].filter((event) => "date" in event),
      birthdays: this.#named("BDAY")
        .slice(0, 1)
        .map(({ value }) => dateOf(value)),
      biographies: notes.length > 0 ? [{ value: notes.join("\n"), contentType: "TEXT_PLAIN" }] : [],
      genders: this.#named("GENDER")
        .slice(0, 1)
        .flatMap(({ value }) => genderOf(value)),
      imClients: this.#named("X-ICQ").map(({ value }) => ({ username: unescapeValue(value), protocol: "icq" })),
    };
  }

  #names(): JsonObject[] {
    const [line] = this.#named("N");
    const [familyName, givenName, middleName, honorificPrefix, honorificSuffix] = parts(line?.value ?? "");
    const phonetic = {
      ...this.#text("X-PHONETIC-FIRST-NAME", "phoneticGivenName"),
      ...this.#text("X-PHONETIC-LAST-NAME", "phoneticFamilyName"),
    };
    const structured = [familyName, givenName, middleName, honorificPrefix, honorificSuffix];
    if (structured.some((part) => part)) {
      return [{ familyName, givenName, middleName, honorificPrefix, honorificSuffix, ...phonetic }];
    }
    const whole = this.#text("FN", "unstructuredName");
    return "unstructuredName" in whole ? [{ ...whole, ...phonetic }] : [];
  }

  #organizations(): JsonObject[] {
    const companies = this.#named("ORG").map((line) => {
      const [name, ...departments] = splitValue(line.value, ";");
      const department = departments.filter((part) => part !== "").join(", ");
      return { name, ...(department !== "" && { department }), ...this.#type(line) };
    });
    const title = this.#text("TITLE", "title");
    const [first, ...others] = companies;
    return first || "title" in title ? [{ ...first, ...title }, ...others] : [];
  }

  #typed(name: string, key: string): JsonObject[] {
    return this.#preferredFirst(name).map((line) => ({ [key]: unescapeValue(line.value), ...this.#type(line) }));
  }

  #text(name: string, key: string): JsonObject {
    const value = unescapeValue(this.#named(name)[0]?.value ?? "");
    return value === "" ? {} : { [key]: value };
  }

  #type(line: CardLine): { readonly type?: string } {
    const label = this.lines.find(
      ({ name, group }) => name === "X-ABLABEL" && group !== undefined && group === line.group,
    );
    return typeOf(line, label && unescapeValue(label.value));
  }

  #named(wanted: string): CardLine[] {
    return this.lines.filter(({ name, value }) => name === wanted && value.trim() !== "");
  }

  #preferredFirst(name: string): CardLine[] {
    const rank = ({ types }: CardLine): number => (types.includes("pref") ? 0 : 1);
    return this.#named(name).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** Parts between semicolons; a list within one becomes words. */
function parts(value: string): string[] {
  const lists = value.replaceAll(/\\[\s\S]|,/g, (sign) => (sign === "," ? " " : sign));
  return splitValue(lists, ";");
}

function addressOf({ value }: CardLine): JsonObject {
  const [poBox, extendedAddress, streetAddress, city, region, postalCode, country] = splitValue(value, ";");
  return { poBox, extendedAddress, streetAddress, city, region, postalCode, country };
}

/** `tel:+1-418-656-9254;ext=102` as people write it. */
function phoneOf(value: string): string {
  return value.replace(/^tel:/i, "").replace(/;ext=(\d+)/i, " x$1");
}

/** A date with or without year; what is none stays text. */
function dateOf(value: string): JsonObject {
  const match = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?!\d)/.exec(value.trim());
  if (!match) return { text: unescapeValue(value) };
  const [, year = "", month, day] = match;
  return { date: { ...(year !== "--" && { year: Number(year) }), month: Number(month), day: Number(day) } };
}

function genderOf(value: string): JsonObject[] {
  const known: Readonly<Record<string, string>> = { M: "male", F: "female", O: "other", N: "unspecified" };
  const gender = known[value.slice(0, 1).toUpperCase()];
  return gender === undefined ? [] : [{ value: gender }];
}
