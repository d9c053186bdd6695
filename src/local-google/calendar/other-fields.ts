import { googleError, invalid } from "../http/google-errors.js";
import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";

type Others = Record<string, unknown>;

/** Writable flags with the value Google leaves out of its answers. */
const flags: Readonly<Record<string, boolean>> = {
  guestsCanInviteOthers: true,
  guestsCanModify: false,
  guestsCanSeeOtherGuests: true,
  anyoneCanAddSelf: false,
  endTimeUnspecified: false,
};

const words: Readonly<Record<string, { readonly allowed: readonly string[]; readonly omitted: string }>> = {
  transparency: { allowed: ["opaque", "transparent"], omitted: "opaque" },
  visibility: { allowed: ["default", "public", "private", "confidential"], omitted: "default" },
};

const texts = ["summary", "description", "location", "eventLabelId"];
const objects = [
  "source",
  "gadget",
  "conferenceData",
  "birthdayProperties",
  "focusTimeProperties",
  "outOfOfficeProperties",
  "workingLocationProperties",
];

const longestKey = 44;
const longestValue = 1024;
const mostProperties = 300;
const mostPropertyBytes = 32 * 1024;

/**
 * Reads the writable fields Google keeps as they are. Defaults and empty texts are
 * dropped, extended properties are cut as documented.
 * @throws GoogleError 400
 */
export function readOtherFields(body: JsonObject): Others {
  const others: Others = {};
  for (const name of texts) keepText(others, name, body[name]);
  for (const [name, omitted] of Object.entries(flags)) keepFlag(others, name, body[name], omitted);
  for (const [name, { allowed, omitted }] of Object.entries(words))
    keepWord(others, name, body[name], allowed, omitted);
  for (const name of objects) if (isObject(body[name])) others[name] = body[name];
  keepColor(others, body["colorId"]);
  const extended = readExtendedProperties(body["extendedProperties"]);
  if (extended) others["extendedProperties"] = extended;
  keepAttachments(others, body["attachments"]);
  return others;
}

function keepText(others: Others, name: string, value: unknown): void {
  if (value === undefined || value === null || value === "") return;
  if (typeof value !== "string") throw googleError("parseError");
  others[name] = value;
}

function keepFlag(others: Others, name: string, value: unknown, omitted: boolean): void {
  if (value === undefined || value === null || value === omitted) return;
  if (typeof value !== "boolean") throw googleError("parseError");
  others[name] = value;
}

function keepWord(others: Others, name: string, value: unknown, allowed: readonly string[], omitted: string): void {
  if (value === undefined || value === null || value === omitted || value === "") return;
  if (typeof value !== "string" || !allowed.includes(value)) throw invalid(`Invalid value for: ${name}`);
  others[name] = value;
}

function keepColor(others: Others, value: unknown): void {
  if (value === undefined || value === null || value === "") return;
  if (typeof value !== "string" || !/^(?:[1-9]|1[01])$/.test(value)) throw invalid("Invalid value for: colorId");
  others["colorId"] = value;
}

function keepAttachments(others: Others, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) throw googleError("parseError");
  if (value.length > 25) throw invalid("Too many attachments.");
  if (value.length > 0) others["attachments"] = value;
}

function readExtendedProperties(value: unknown): Others | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw googleError("parseError");
  const own = readProperties(value["private"]);
  const shared = readProperties(value["shared"]);
  const all = [...Object.entries(own), ...Object.entries(shared)];
  const bytes = all.reduce((sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0);
  if (all.length > mostProperties || bytes > mostPropertyBytes) throw invalid("Extended properties are too large.");
  if (all.length === 0) return undefined;
  return {
    ...(Object.keys(own).length > 0 && { private: own }),
    ...(Object.keys(shared).length > 0 && { shared }),
  };
}

/** A key too long is dropped and a value too long is cut, without a word, as documented. */
function readProperties(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw googleError("parseError");
  const kept: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (text === null || key.length > longestKey) continue;
    if (typeof text !== "string") throw googleError("parseError");
    kept[key] = text.slice(0, longestValue);
  }
  return kept;
}
