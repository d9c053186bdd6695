import type { Answer } from "../http/call.js";
import { googleError } from "../http/google-errors.js";
import type { OperationCall } from "../http/operation.js";
import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";

/** What answers a method of the People API. */
export type Handler = (call: OperationCall) => Answer;

/** A 200 as the People API prints it. */
export function json(value: unknown): Answer {
  return { status: 200, json: value, indent: 2 };
}

/** The body as an object; none is an empty one. @throws GoogleError 400 */
export function bodyOf({ json: body }: OperationCall): JsonObject {
  if (body === undefined) return {};
  if (!isObject(body)) throw googleError("peopleInvalidArgument");
  return body;
}
