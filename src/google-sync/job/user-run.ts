import type { User } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";

/** One user to be synced. */
export interface UserRun {
  readonly user: User;
  readonly jobRunId: string;
  /** The computer's zone; a stream may keep another (C22). */
  readonly zone: ZoneName;
  readonly isPreview: boolean;
  readonly signal: AbortSignal;
}
