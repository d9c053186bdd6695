import { commonTexts } from "../texts/en/common-texts.js";

/** A request the host refused, or did not answer, in words for whoever asked. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    message: string,
    /** What the person can do about it. */
    readonly hint?: string,
  ) {
    super(message);
  }

  /** Whether the session is over and the person must sign in again. */
  get isSignedOut(): boolean {
    return this.code === "not-signed-in";
  }
}

/** The host did not answer at all. */
export function unreachable(): ApiError {
  return new ApiError(0, "unreachable", commonTexts.unreachable.message, commonTexts.unreachable.hint);
}

/** What happened and what can be done about it, as one text. */
export function sentences({ message, hint }: ApiError): string {
  return [message, hint].filter(Boolean).join(". ");
}

/** Any failure as one an alert can show. */
export function toApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  const reason = failure instanceof Error ? failure.message : String(failure);
  return new ApiError(0, "workbench-error", commonTexts.broken.message(reason), commonTexts.broken.hint);
}
