import { GoogleError } from "../http/google-errors.js";
import { peopleError } from "../http/people-errors.js";
import { personFieldNames } from "./person-fields.js";
import type { PersonFieldName } from "./person-fields.js";

const documentation = "https://developers.google.com/people/api/rest/v1/people";

/** A 400 with its own message. */
export function invalidArgument(message: string): GoogleError {
  return new GoogleError(peopleError(400, "INVALID_ARGUMENT", message));
}

/**
 * Reads a mask: names separated by commas, each known and allowed; paths below a field
 * (`names.givenName`) count as the field.
 * @param label what messages call it: `personFields`
 * @throws GoogleError 400
 */
export function readMask(
  text: string,
  label: string,
  allowed: readonly PersonFieldName[] = personFieldNames,
): PersonFieldName[] {
  const wanted = text
    .split(",")
    .map((path) => path.trim())
    .filter((path) => path !== "");
  const mask = new Set<PersonFieldName>();
  for (const path of wanted) {
    const known = allowed.find((name) => name === path || path.startsWith(`${name}.`));
    if (!known) {
      throw invalidArgument(`Invalid ${label} mask path: "${path}". Valid paths are documented at ${documentation}.`);
    }
    mask.add(known);
  }
  return [...mask];
}

/** A mask that must not be missing or empty. @throws GoogleError 400 */
export function readRequiredMask(
  text: string | undefined,
  label: string,
  allowed?: readonly PersonFieldName[],
): PersonFieldName[] {
  const mask = readMask(text ?? "", label, allowed);
  if (mask.length > 0) return mask;
  throw invalidArgument(
    `${label} mask is required. Please specify one or more valid paths. Valid paths are documented at ${documentation}.`,
  );
}

/** The mask of a reading request: `personFields`, or the older `requestMask.includeField`. @throws GoogleError 400 */
export function readPersonFields(query: URLSearchParams): PersonFieldName[] {
  const older = query.get("requestMask.includeField")?.replaceAll(/(?<=^|,)\s*person\./g, "");
  return readRequiredMask(query.get("personFields") ?? older, "personFields");
}

const sourceTypes = ["PROFILE", "CONTACT", "DOMAIN_CONTACT", "OTHER_CONTACT"].map((kind) => `READ_SOURCE_TYPE_${kind}`);

/** Whether contact data is wanted: without `sources` it is. @throws GoogleError 400 for an unknown source */
export function wantsContacts(sources: readonly string[]): boolean {
  const unknown = sources.find((source) => !sourceTypes.includes(source));
  if (unknown !== undefined) throw invalidArgument(`Invalid value at 'sources' (TYPE_ENUM), "${unknown}"`);
  return sources.length === 0 || sources.includes("READ_SOURCE_TYPE_CONTACT");
}
