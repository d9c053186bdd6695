import { ApiError } from "../api/api-error.js";
import { differingNames, putUpon } from "./put-upon.js";

/** What a record holds, and the version that says so. */
export interface Kept<T> {
  readonly values: T;
  readonly version: string;
}

/** How saving a record ended. */
export type SaveOutcome<T> =
  /** @param theirs what somebody else had changed meanwhile, which stayed */
  | { readonly kind: "saved"; readonly kept: Kept<T>; readonly theirs: readonly (keyof T & string)[] }
  /** Both changed the same (G9). Nothing is saved yet: `mine` is what was changed here put upon what is saved now. */
  | {
      readonly kind: "changed";
      readonly now: Kept<T>;
      readonly mine: T;
      readonly replaced: readonly (keyof T & string)[];
    };

/** Where a record is kept. */
export interface RecordPlace<T> {
  /** @returns the version it has then @throws ApiError "stale-record" when it has another version than this one */
  readonly send: (values: T, version: string) => Promise<string>;
  /** As it is now. */
  readonly read: () => Promise<Kept<T>>;
}

/** Saves what was typed; where somebody else has saved something else meanwhile, both are kept (G9). */
export async function saveUpon<T extends object>(
  opened: Kept<T>,
  typed: T,
  { send, read }: RecordPlace<T>,
): Promise<SaveOutcome<T>> {
  try {
    return { kind: "saved", kept: { values: typed, version: await send(typed, opened.version) }, theirs: [] };
  } catch (failure) {
    if (!(failure instanceof ApiError && failure.code === "stale-record")) throw failure;
  }
  const now = await read();
  const { values, replaced } = putUpon(opened.values, typed, now.values);
  if (replaced.length > 0) return { kind: "changed", now, mine: values, replaced };
  const theirs = differingNames(opened.values, now.values);
  return { kind: "saved", kept: { values, version: await send(values, now.version) }, theirs };
}
