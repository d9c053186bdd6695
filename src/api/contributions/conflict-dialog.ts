import { serviceToken } from "../../base/service-token.js";
import type { ClearanceArea, ClearanceLevel } from "../services/clearances.js";
import type { ScheduleEntry } from "../services/schedule.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";

/** Two entries of one user that overlap. */
export interface OverlappingEntries {
  readonly userId: UserId;
  readonly sides: readonly [ScheduleEntry, ScheduleEntry];
}

/** A button of "Resolve Schedule Conflicts" that only a plugin can carry out. */
export interface ConflictAction {
  readonly id: string;
  /** What it does, in the user's words. */
  readonly label: string;
  readonly confirm?: string;
  /** What it takes to be offered it, and to carry it out (X1). */
  readonly clearance?: { readonly area: ClearanceArea; readonly level: Exclude<ClearanceLevel, "none"> };
}

/** Adds actions to the dialog "Resolve Schedule Conflicts" (S3). */
export interface ConflictDialog {
  /** What the plugin offers for these two; empty for nothing. */
  actionsFor(conflict: OverlappingEntries): Promise<readonly ConflictAction[]>;
  /** Carries one out; says what happened, in one sentence. @throws CodedError when it cannot be done */
  act(actionId: string, conflict: OverlappingEntries): Promise<string>;
}

/** Contribution point `conflictDialogs`. */
export const ConflictDialog: ContributionKind<ConflictDialog> = {
  point: "conflictDialogs",
  token: serviceToken<ConflictDialog>("conflict-dialog"),
};
