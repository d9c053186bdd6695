import { randomUUID } from "node:crypto";

import { Clock, Logger, ThisComputer } from "../../api/index.js";
import type { JobCall, JobResult, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { JobNews } from "./job-news.js";
import { JobStore } from "./job-store.js";

/** What a run begins with. */
export interface JobStart {
  readonly jobId: string;
  readonly isPreview: boolean;
  readonly plannedFor: Date | undefined;
  readonly requestedBy: UserId | undefined;
}

/** Writes down job runs as this computer's, and says so to whoever is watching. */
@injectable()
export class JobLog {
  constructor(
    @inject(JobStore) private readonly store: JobStore,
    @inject(JobNews) private readonly news: JobNews,
    @inject(ThisComputer) private readonly thisComputer: ThisComputer,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** The id of the run that starts now. */
  async started(start: JobStart): Promise<string> {
    const id = randomUUID();
    await this.store.startRun({
      ...start,
      id,
      computerName: this.thisComputer.name,
      startedAt: this.clock.now(),
    });
    this.logger.info("A job run starts", { jobId: start.jobId, jobRunId: id, isPreview: start.isPreview });
    this.news.hasStarted();
    return id;
  }

  /** Writes the end of a run, unless whoever took the job over has done so. */
  async finished(jobId: string, { jobRunId, isPreview, signal }: JobCall, result: JobResult): Promise<void> {
    const endedAt = this.clock.now();
    const wasOurs = await this.store.finishRun(jobRunId, endedAt, result);
    const { outcome } = result;
    this.logger.info("A job run has ended", { jobId, jobRunId, outcome, users: result.users.length, wasOurs });
    const isNews = wasOurs && !isPreview && !signal.aborted;
    const computerName = this.thisComputer.name;
    await this.news.hasEnded(isNews ? { jobId, jobRunId, computerName, endedAt, result } : undefined);
  }

  /** Ends runs whose process is gone. Only for whoever holds the job's claim: then nobody can be at work on them. */
  async closeAbandoned(jobId: string): Promise<void> {
    for (const { id, computerName } of await this.store.listRuns({ jobId, outcome: "running" })) {
      const summary = `Broken off: the Control Center on ${computerName} ended while it ran. The next run goes on from there.`;
      const details = { failure: "abandoned" };
      await this.store.finishRun(id, this.clock.now(), { outcome: "failed", summary, users: [], details });
      this.logger.warn("A job run was broken off", { jobId, jobRunId: id, computerName });
    }
  }

  /** Whether a run was planned for this moment, or a later one. */
  async wasRunFor(jobId: string, moment: Date): Promise<boolean> {
    const last = await this.store.lastPlanned(jobId);
    return last !== undefined && last >= moment;
  }
}
