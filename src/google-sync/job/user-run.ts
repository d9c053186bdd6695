import type { User } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";
import type { SeenGroup } from "./confirmation.js";

/** One user to be synced. */
export interface UserRun {
  readonly user: User;
  readonly jobRunId: string;
  /** The computer's zone; a stream may keep another (C22). */
  readonly zone: ZoneName;
  readonly isPreview: boolean;
  /** An earlier preview's groups that somebody confirmed; only with `isPreview` (G1). */
  readonly confirm?: readonly SeenGroup[] | undefined;
  readonly signal: AbortSignal;
}
