import type { ShownEntry } from "./payloads.js";

/** A line of `GET /api/schedule-conflicts`: two bookings that overlap. */
export interface ShownConflict {
  readonly id: number;
  readonly userId: number;
  /** The room or other resource that is booked twice; empty where the user is. */
  readonly resource: string;
  /** The earlier one first. */
  readonly sides: readonly [ShownEntry, ShownEntry];
  /** Ids of entries that came from elsewhere and may be deleted. */
  readonly deletable: readonly string[];
  /** What plugins offer. */
  readonly actions: readonly {
    readonly id: string;
    readonly label: string;
    readonly confirm?: string;
    readonly contribution: string;
  }[];
}
