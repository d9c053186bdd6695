/** What was being asked when Google refused; the same status means different things for each. */
export type Operation =
  | "calendar-list"
  | "list"
  /** A list with a sync token. */
  | "list-changes"
  | "get"
  | "insert"
  | "patch"
  | "delete"
  | "batch"
  | ContactOperation
  | "token"
  | "revoke";

export type ContactOperation =
  | "contacts-list"
  /** A list with a sync token. */
  | "contacts-changes"
  | "contacts-get"
  | "contacts-create"
  | "contacts-update"
  | "contacts-delete"
  | "labels-list"
  | "label-create"
  | "label-rename"
  | "label-members";

/** What Google says about one contact of a request that failed as a whole. */
export interface ItemError {
  /** A number of google.rpc.Code. */
  readonly code: number;
  readonly message: string;
}

const noItems: ReadonlyMap<string, ItemError> = new Map();

/** A refusal of Google as it came, in one form for all of its APIs. */
export interface Failure {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** Google's own word for the reason, or the system's for a failed connection; empty when none came. */
  readonly reason: string;
  readonly message: string;
  readonly operation: Operation;
  /** The parameter or header Google complains about. */
  readonly location: string | undefined;
  /** Where a switched-off API can be switched on. */
  readonly activationUrl: string | undefined;
  /** How long Google asks to wait. */
  readonly retryAfterMilliseconds: number | undefined;
  /** The quota that is used up, such as `CriticalReadsPerMinutePerProjectPerUser`. */
  readonly quotaLimit: string | undefined;
  /** The contacts on whose account a batch of them failed, by resource name, or by index for creates; often empty. */
  readonly itemErrors: ReadonlyMap<string, ItemError>;
}

/**
 * Reads the body of a refusal: Calendar's `{error: {errors: [{reason}]}}`, the front end's and
 * People's `{error: {status, details}}`, and OAuth's `{error, error_description}`.
 */
export function failureOf(
  operation: Operation,
  answer: { readonly status: number; readonly body: string; readonly retryAfter?: string | undefined },
  now: Date,
): Failure {
  const body = jsonOf(answer.body);
  const base = {
    status: answer.status,
    operation,
    retryAfterMilliseconds: retryAfterMilliseconds(answer.retryAfter, now),
    quotaLimit: undefined,
    itemErrors: noItems,
  };
  const error = fieldOf(body, "error");
  if (typeof error === "string") {
    const message = textOf(fieldOf(body, "error_description")) ?? "";
    return { ...base, reason: error, message, location: undefined, activationUrl: undefined };
  }
  const first = itemsOf(fieldOf(error, "errors"))[0];
  const details = itemsOf(fieldOf(error, "details"));
  const detail = details.find((each) => textOf(fieldOf(each, "reason")) !== undefined);
  return {
    ...base,
    reason:
      textOf(fieldOf(detail, "reason")) ?? textOf(fieldOf(first, "reason")) ?? textOf(fieldOf(error, "status")) ?? "",
    message: textOf(fieldOf(error, "message")) ?? "",
    location: textOf(fieldOf(first, "location")),
    activationUrl:
      textOf(fieldOf(fieldOf(detail, "metadata"), "activationUrl")) ?? textOf(fieldOf(first, "extendedHelp")),
    quotaLimit: textOf(fieldOf(fieldOf(detail, "metadata"), "quota_limit")),
    itemErrors: itemErrorsOf(details),
  };
}

/** `BatchCreateContactsErrorDetails` and `BatchUpdateContactsErrorDetails` (google.md 3.5). */
function itemErrorsOf(details: readonly unknown[]): ReadonlyMap<string, ItemError> {
  const errors = details.map((each) => fieldOf(each, "contactErrors")).find((each) => isObject(each));
  if (errors === undefined) return noItems;
  return new Map(
    Object.entries(errors).map(([name, error]) => [
      name,
      { code: Number(fieldOf(error, "code") ?? 2), message: textOf(fieldOf(error, "message")) ?? "" },
    ]),
  );
}

/** The failure of a connection: nobody knows whether the request was carried out. */
export function networkFailure(operation: Operation, reason: string): Failure {
  return failureWith({ operation, status: 0, reason, message: "Google could not be reached" });
}

/** A failure of which only this is known. */
export function failureWith(known: Pick<Failure, "operation" | "status" | "reason" | "message">): Failure {
  return {
    ...known,
    location: undefined,
    activationUrl: undefined,
    retryAfterMilliseconds: undefined,
    quotaLimit: undefined,
    itemErrors: noItems,
  };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110). */
function retryAfterMilliseconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's HTML page; the status alone then decides
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function fieldOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
