import { Claims } from "../../api/index.js";
import type { Claim, JobCall, JobResult, UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { withDefaults } from "../preferences/index.js";
import { withLogFields } from "../system/index.js";
import { JobAlreadyRunningError } from "./errors.js";
import { JobAborts } from "./job-aborts.js";
import { JobLog } from "./job-log.js";
import { JobPreflight } from "./job-preflight.js";
import { JobStore } from "./job-store.js";

/** What is asked of one job run. */
export interface JobRequest {
  /** Only this user, when given. */
  readonly userId?: UserId;
  readonly isPreview?: boolean;
  /** When the schedule wanted it; undefined for "Run Now". */
  readonly plannedFor?: Date;
  /** Who pressed "Run Now". */
  readonly requestedBy?: UserId | undefined;
  readonly signal: AbortSignal;
}

/** A job that has started. */
export interface StartedJob {
  readonly jobRunId: string;
  readonly finished: Promise<JobResult>;
}

const goesOn = "The next run goes on from there.";

/** Runs jobs, one run of a job at a time in the whole studio (G6), and keeps what came of it (J5). */
@injectable()
export class JobRunner {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobStore) private readonly jobs: JobStore,
    @inject(JobLog) private readonly log: JobLog,
    @inject(JobPreflight) private readonly preflight: JobPreflight,
    @inject(JobAborts) private readonly aborts: JobAborts,
    @inject(Claims) private readonly claims: Claims,
  ) {}

  /**
   * Starts a job. `finished` tells how it ended; a job that fails is a result, not a rejection.
   * @throws JobAlreadyRunningError also when another process was faster with the same planned run
   * @throws UnknownContributionError
   */
  async start(jobId: string, request: JobRequest): Promise<StartedJob> {
    const { title, managedIn = [], settingsSchema } = this.contributions.jobs.get(jobId).declaration;
    const claimed = await this.claims.claim(`job/${jobId}`, title);
    if ("held" in claimed) throw new JobAlreadyRunningError(title, claimed.held.heldBy);
    const { claim } = claimed;
    try {
      const { userId, isPreview = false, plannedFor, requestedBy } = request;
      await this.log.closeAbandoned(jobId);
      if (plannedFor !== undefined && (await this.log.wasRunFor(jobId, plannedFor))) {
        throw new JobAlreadyRunningError(title, "another process was faster");
      }
      const problem = await this.preflight.problem(managedIn);
      const zone = await this.preflight.zoneOf(jobId);
      const jobRunId = await this.log.started({ jobId, isPreview, plannedFor, requestedBy });
      const signal = AbortSignal.any([request.signal, claim.signal]);
      const settings = withDefaults(settingsSchema, (await this.jobs.readSettings(jobId)).own ?? {}, undefined);
      const call = { jobRunId, zone, userId, isPreview, signal, settings };
      const finished = withLogFields({ jobRunId }, () => this.#finish(jobId, call, problem, claim));
      return { jobRunId, finished };
    } catch (failure) {
      await claim.release();
      throw failure;
    }
  }

  /** Starts a job and waits for its end. @throws as `start` */
  async run(jobId: string, request: JobRequest): Promise<JobResult> {
    const { finished } = await this.start(jobId, request);
    return finished;
  }

  /** @param problem why it cannot run here: then nothing is read (J2) */
  async #finish(jobId: string, call: JobCall, problem: string | undefined, claim: Claim): Promise<JobResult> {
    const aborts = this.aborts.watch(call.jobRunId);
    const signal = AbortSignal.any([call.signal, aborts.signal]);
    try {
      const result =
        problem === undefined
          ? await this.#resultOf(jobId, { ...call, signal }, aborts.signal)
          : failed(problem, "not-started");
      await this.log.finished(jobId, { ...call, signal }, result);
      return result;
    } finally {
      await aborts.stop();
      await claim.release();
    }
  }

  async #resultOf(jobId: string, call: JobCall, byHand: AbortSignal): Promise<JobResult> {
    try {
      return await this.contributions.jobs.use(jobId, (job, signal) => job.run({ ...call, signal }), call.signal);
    } catch (failure) {
      if (byHand.aborted) return failed(`Ended by hand before it was through. ${goesOn}`, "ended-by-hand");
      if (call.signal.aborted) return failed(`Stopped before its end. ${goesOn}`, messageOf(failure));
      return failed(messageOf(failure), messageOf(failure));
    }
  }
}

function failed(summary: string, reason: string): JobResult {
  return { outcome: "failed", summary, users: [], details: { failure: reason } };
}
