import type { UserId } from "../../api/index.js";
import { shownEntry } from "../calendar/index.js";
import type { ShownEntry } from "../calendar/index.js";
import type { ConflictVerdict } from "../scheduling/index.js";

/** How booking something ended. */
export type BookingAnswer =
  | { readonly kind: "saved"; readonly id: number }
  /**
   * Somebody, or a room or another resource (`resourceId` of the entry), is booked already;
   * when it is allowed, ask and book with `anyway`.
   */
  | { readonly kind: "taken"; readonly entries: readonly ShownEntry[]; readonly mayBookAnyway: boolean };

/** The answer that keeps a booking from being made; undefined when nothing is in its way. */
export function refusalOf(verdict: ConflictVerdict, anyway: boolean, viewer: UserId): BookingAnswer | undefined {
  if (verdict.kind === "clear" || (anyway && verdict.mayBookAnyway)) return undefined;
  const { taken, mayBookAnyway } = verdict;
  const entries = taken.map(({ entry, resourceId }) => ({
    ...shownEntry(entry, viewer),
    ...(resourceId === undefined ? {} : { resourceId }),
  }));
  return { kind: "taken", entries, mayBookAnyway };
}
