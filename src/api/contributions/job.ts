import { serviceToken } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import type { PreferenceValues } from "../services/preferences.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";

/** One execution of a job. */
export interface JobCall {
  readonly jobRunId: string;
  /** Wall-clock times are meant in this zone (C20). */
  readonly zone: ZoneName;
  /** Only this user, when given. */
  readonly userId: UserId | undefined;
  /** The job's own settings by the schema of its manifest, defaults for what was never saved (J3). */
  readonly settings: PreferenceValues;
  /** Plan only, write nothing (R3). */
  readonly isPreview: boolean;
  readonly signal: AbortSignal;
}

/** How one user fared in a job run. */
export interface JobUserResult {
  readonly userId: UserId;
  readonly outcome: "done" | "done-with-problems" | "held" | "failed" | "skipped";
  /** One plain sentence. */
  readonly summary: string;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** A contributed view that shows the items of this user's part. */
  readonly items?: { readonly viewId: string; readonly input: Readonly<Record<string, string | number>> };
}

/** How a job run ended. */
export interface JobResult {
  readonly outcome: "done" | "done-with-problems" | "failed";
  readonly summary: string;
  readonly users: readonly JobUserResult[];
  /** One JSON value with everything, for `--json` and the logs. */
  readonly details: unknown;
}

/** A job the Control Center runs on a chosen computer (J1). */
export interface ControlCenterJob {
  run(call: JobCall): Promise<JobResult>;
}

/** Contribution point `jobs`. */
export const ControlCenterJob: ContributionKind<ControlCenterJob> = {
  point: "jobs",
  token: serviceToken<ControlCenterJob>("control-center-job"),
};
