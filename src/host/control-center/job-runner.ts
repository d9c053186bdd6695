import { Claims, Studio } from "../../api/index.js";
import type { Claim, JobCall, JobResult, UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { JobAlreadyRunningError } from "./errors.js";
import { JobMail } from "../mail/index.js";
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

/** A job that has started. */
export interface StartedJob {
  readonly jobRunId: string;
  readonly finished: Promise<JobResult>;
}

/** Runs jobs, one run of a job at a time in the whole studio (G6), and keeps what came of it (J5). */
@injectable()
export class JobRunner {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobLog) private readonly log: JobLog,
    @inject(Claims) private readonly claims: Claims,
    @inject(Studio) private readonly studio: Studio,
    @inject(JobMail) private readonly jobMail: JobMail,
  ) {}

  /**
   * Starts a job. `finished` tells how it ended; a job that fails is a result, not a rejection.
   * @throws JobAlreadyRunningError
   * @throws UnknownContributionError
   */
  async start(jobId: string, request: JobRequest): Promise<StartedJob> {
    const { title } = this.contributions.jobs.get(jobId).declaration;
    const claimed = await this.claims.claim(`job/${jobId}`, title);
    if ("held" in claimed) throw new JobAlreadyRunningError(title, claimed.held.heldBy);
    const { claim } = claimed;
    try {
      const { userId, isPreview = false, plannedFor } = request;
      const zone = await this.studio.syncZone(jobId);
      const jobRunId = await this.log.started(jobId, isPreview, plannedFor);
      const signal = AbortSignal.any([request.signal, claim.signal]);
      const call = { jobRunId, zone, userId, isPreview, signal };
      return { jobRunId, finished: this.#finish({ jobId, title }, call, claim) };
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

  async #finish(
    job: { readonly jobId: string; readonly title: string },
    call: JobCall,
    claim: Claim,
  ): Promise<JobResult> {
    const { jobRunId, isPreview, signal } = call;
    try {
      const result = await this.#resultOf(job.jobId, call);
      const ended = await this.log.finished(jobRunId, result);
      // A run somebody stopped is no trouble of the job's.
      if (!isPreview && !signal.aborted) await this.jobMail.ended({ ...job, ...ended, jobRunId, result });
      return result;
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
