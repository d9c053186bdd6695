import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";
import type { ViewAction } from "./view.js";

/** A record of the studio. */
export interface RecordReference {
  readonly kind: "appointment" | "session" | "client";
  readonly id: number;
}

/** What is said about a record for one user. */
export interface RecordStatusLine {
  readonly userId: UserId;
  readonly text: string;
  /** Buttons beside the line. */
  readonly actions?: readonly ViewAction[];
}

/** A line on records of the studio, such as "Google Sync status" (R4). */
export interface RecordStatus {
  /** One line per user the record concerns; empty when there is nothing to say. */
  statusOf(record: RecordReference, viewer: UserId | undefined): Promise<readonly RecordStatusLine[]>;
}

/** Contribution point `recordStatus`. */
export const RecordStatus: ContributionKind<RecordStatus> = {
  point: "recordStatus",
  token: serviceToken<RecordStatus>("record-status"),
};
