import type { UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** Something a user was mailed about. */
export interface MailedProblem {
  /** What tells it from others, stable from run to run. */
  readonly problem: string;
  /** What was said of it; without private titles (C8). */
  readonly text: string;
  readonly mailedAt: Date;
}

/** What users were mailed about last (J6). */
export interface MailStateStore {
  of(userId: UserId): Promise<readonly MailedProblem[]>;
  /** Replaces what is known of these problems, and forgets the others named. */
  update(userId: UserId, mailed: readonly MailedProblem[], forgotten: readonly string[]): Promise<void>;
}
export const MailStateStore = serviceToken<MailStateStore>("mail-state-store");
