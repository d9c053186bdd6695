import { Claims, Studio } from "../../api/index.js";
import type { JobCall, JobResult, UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { JobAlreadyRunningError } from "./errors.js";
import { JobLog } from "./job-log.js";

/** What is asked of one job run. */
export interface JobRequest {
  /** Only this user, when given. */
  readonly userId?: UserId;
  readonly isPreview?: boolean;
  /** When the schedule wanted it; undefined for "Run Now". */
  readonly plannedFor?: Date;
  readonly signal: AbortSignal;
}

/** A finished run. */
export interface FinishedJobRun {
  readonly runId: string;
  readonly result: JobResult;
}

/** Runs jobs, one run of a job at a time in the whole studio (G6), and keeps what came of it (J5). */
@injectable()
export class JobRunner {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobLog) private readonly log: JobLog,
    @inject(Claims) private readonly claims: Claims,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /**
   * Runs a job to its end. A job that fails is a result, not a rejection.
   * @throws JobAlreadyRunningError
   * @throws UnknownContributionError
   */
  async run(jobId: string, request: JobRequest): Promise<FinishedJobRun> {
    const { title } = this.contributions.jobs.get(jobId).declaration;
    const claimed = await this.claims.claim(`job/${jobId}`, title);
    if ("held" in claimed) throw new JobAlreadyRunningError(title, claimed.held.heldBy);
    const { claim } = claimed;
    try {
      const signal = AbortSignal.any([request.signal, claim.signal]);
      const zone = await this.studio.syncZone(jobId);
      const { userId, isPreview = false } = request;
      const jobRunId = await this.log.started(jobId, isPreview, request.plannedFor);
      const result = await this.#resultOf(jobId, { jobRunId, zone, userId, isPreview, signal });
      await this.log.finished(jobRunId, result);
      return { runId: jobRunId, result };
    } finally {
      await claim.release();
    }
  }

  async #resultOf(jobId: string, call: JobCall): Promise<JobResult> {
    try {
      return await this.contributions.jobs.use(jobId, (job, signal) => job.run({ ...call, signal }), call.signal);
    } catch (failure) {
      const summary = call.signal.aborted ? "Stopped before its end" : messageOf(failure);
      return { outcome: "failed", summary, users: [], details: { failure: messageOf(failure) } };
    }
  }
}
