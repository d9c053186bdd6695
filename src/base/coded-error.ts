/**
 * An error somebody can act on: a stable `code` for programs, a message that says
 * what happened and to which item, and a `hint` that says what to do.
 * Every folder declares its own in `errors.ts`.
 */
export abstract class CodedError extends Error {
  /** Stable, kebab-case, never reused for another situation. */
  abstract readonly code: string;
  /** What the reader can do about it, as a full sentence. */
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly cause?: unknown; readonly hint?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.hint = options.hint;
  }
}

/** The message of anything that was thrown, without its stack. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
