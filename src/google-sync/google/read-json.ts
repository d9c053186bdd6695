import { MalformedAnswerError } from "./errors.js";

/** JSON of Google, before anything is known about it. */
export type Json = Readonly<Record<string, unknown>>;

/** What is kept as a key must fit whole: a cut one would be another event's, or another state's. */
export function keyOf(json: Json, field: string, longest: number): string {
  const key = textOf(json, field);
  if (key.length > longest) throw new MalformedAnswerError(`"${field}" is longer than ${longest} characters`);
  return key;
}

/** A value that should be an object; an empty one when it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** @throws MalformedAnswerError when the field is there and no list */
export function listOf(json: Json, field: string): readonly unknown[] {
  const value = json[field];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new MalformedAnswerError(`"${field}" is not a list`);
  return value;
}

/** @throws MalformedAnswerError when the field is missing, empty or no text */
export function textOf(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== "string" || value === "") throw new MalformedAnswerError(`"${field}" is missing`);
  return value;
}

export function optionalTextOf(json: Json, field: string): string | undefined {
  const value = json[field];
  return typeof value === "string" ? value : undefined;
}

/** Empty when the field is missing or no text. */
export function storableTextOf(json: Json, field: string): string {
  return storable(optionalTextOf(json, field) ?? "");
}

/**
 * A text as every database gives it back: half a surrogate pair would be stored as another
 * character, a NUL might end it, and either would look like an edit made in the studio (C17).
 */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd").replaceAll("\u0000", "");
}

const rfc3339 = /^(?!0000)\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * RFC 3339 of the years 1 to 9999, which is all a database can hold, with an offset: without one
 * the instant would depend on this computer's zone (C20).
 */
export function instantOf(text: string, field: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !rfc3339.test(text)) {
    throw new MalformedAnswerError(`"${field}" is not an instant`);
  }
  return instant;
}

/** @throws MalformedAnswerError unless the text is a JSON object */
export function jsonObject(text: string, what: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedAnswerError(`${what} is not JSON`); // the parser's message would quote people's data
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedAnswerError(`${what} is not an object`);
  }
  return { ...value };
}
