import type { Fields } from "../engine/index.js";
import type { ItemName } from "../reports/index.js";

/** One appointment, session or person a question is about, as both sides have it now (G8). */
export interface HeldItem {
  /** What an answer names it by. */
  readonly id: number;
  readonly about: "schedule" | "people";
  readonly name: ItemName;
  /** Undefined where it is not there any more. */
  readonly studio: Fields | undefined;
  readonly google: Fields | undefined;
  /** There, but out of what is synced: the client group, our label in Google (K3). */
  readonly isOutOf?: { readonly studio?: true; readonly google?: true };
}
