import { GoogleError } from "../http/google-errors.js";
import { unknownNames } from "../http/people-errors.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import { splitName } from "./derived-values.js";
import { ignoredPersonKeys, personFieldNames, personFields, updatableFields } from "./person-fields.js";
import type { PersonFieldName } from "./person-fields.js";
import { invalidArgument } from "./person-masks.js";
import type { ContactFields } from "./stored-contact.js";

/** What a person in a request says. */
export interface ReadPerson {
  /** Everything but memberships, only what a client may set. */
  readonly fields: ContactFields;
  /** Resource names of groups; undefined when the person names none. */
  readonly groupNames: readonly string[] | undefined;
}

/**
 * Reads a person from a request body.
 * @param mask the fields to read; others are only checked for unknown names
 * @param at what messages call the place: `person`
 * @throws GoogleError 400
 */
export function readPerson(
  body: JsonObject,
  mask: readonly PersonFieldName[] = updatableFields,
  at = "person",
): ReadPerson {
  refuseUnknown(body, [...personFieldNames, ...ignoredPersonKeys], at);
  const fields: { [Name in PersonFieldName]?: readonly JsonObject[] } = {};
  let groupNames: string[] | undefined;
  for (const name of updatableFields) {
    const values = readValues(name, body[name], at);
    if (!mask.includes(name)) continue;
    if (name === "memberships") groupNames = values.flatMap(readMembership);
    else if (values.length > 0) fields[name] = values;
  }
  return { fields, groupNames };
}

function readValues(name: PersonFieldName, values: unknown, at: string): JsonObject[] {
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw invalidArgument(`Invalid value at '${at}.${name}': a list was expected.`);
  const { writable, output, isSingleton } = personFields[name];
  const read = values.flatMap((value: unknown, index) => {
    if (!isObject(value)) throw invalidArgument(`Invalid value at '${at}.${name}[${index}]': an object was expected.`);
    refuseUnknown(value, ["metadata", ...writable, ...output], `${at}.${name}[${index}]`);
    const kept = normalized(name, pick(value, writable, `${at}.${name}[${index}]`));
    return Object.keys(kept).some((key) => key !== "type" && key !== "contentType") ? [kept] : [];
  });
  if (isSingleton && read.length > 1) {
    throw invalidArgument(`Only one value of the singleton field ${name} is allowed for a contact source.`);
  }
  return read;
}

/** The keys a client may set, without empty ones. */
function pick(value: JsonObject, keys: readonly string[], at: string): JsonObject {
  const picked: Record<string, unknown> = {};
  for (const key of keys) {
    const given = value[key];
    if (given === undefined || given === null || given === "") continue;
    const isRight = objectKeys.has(key)
      ? isObject(given)
      : otherKeys.has(key)
        ? typeof given !== "string"
        : typeof given === "string";
    if (!isRight) throw invalidArgument(`Invalid value at '${at}.${key}'.`);
    picked[key] = given;
  }
  return picked;
}

/** The few keys that are not text. */
const objectKeys = new Set(["date", "startDate", "endDate", "contactGroupMembership"]);
const otherKeys = new Set(["current", "fullTimeEquivalentMillipercent"]);

function normalized(name: PersonFieldName, value: JsonObject): JsonObject {
  switch (name) {
    case "names":
      return normalizedName(value);
    case "biographies":
      return { ...value, contentType: value["contentType"] ?? "TEXT_PLAIN" };
    case "birthdays":
    case "events":
      return checkDate(value);
    default:
      return value;
  }
}

/** Structured names win; a name in one text alone is split. */
function normalizedName({ unstructuredName, ...name }: JsonObject): JsonObject {
  const parts = ["givenName", "familyName", "middleName", "honorificPrefix", "honorificSuffix"];
  if (parts.some((part) => name[part] !== undefined)) return name;
  const text = textOf(unstructuredName)?.trim() ?? "";
  return text === "" ? name : { ...name, ...splitName(text) };
}

function checkDate(value: JsonObject): JsonObject {
  const { date } = value;
  if (!isObject(date)) return value;
  const { year = 0, month = 0, day = 0 } = date;
  const isIn = (part: unknown, most: number): boolean =>
    typeof part === "number" && Number.isInteger(part) && part >= 0 && part <= most;
  if (!isIn(year, 9999) || !isIn(month, 12) || !isIn(day, 31)) throw invalidArgument("Invalid date.");
  return value;
}

function readMembership({ contactGroupMembership: group }: JsonObject): string[] {
  const name = isObject(group) ? textOf(group["contactGroupResourceName"]) : undefined;
  return name === undefined ? [] : [name];
}

/** @throws GoogleError 400 naming what the message does not have */
export function refuseUnknown(body: JsonObject, known: readonly string[], at: string): void {
  const unknown = Object.keys(body).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  const place = at === "" ? "" : ` at '${at}'`;
  throw new GoogleError(unknownNames(unknown.map((key) => `Unknown name "${key}"${place}: Cannot find field.`)));
}
