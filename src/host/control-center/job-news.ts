import { Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { JobMessenger } from "./job-messenger.js";
import type { ToldRun } from "./job-messenger.js";
import { JobMetrics } from "./job-metrics.js";

/** Tells of job runs: whoever is watching, the administrators, the metrics. Telling never fails a run. */
@injectable()
export class JobNews {
  constructor(
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
    @inject(JobMessenger) private readonly messenger: JobMessenger,
    @inject(JobMetrics) private readonly metrics: JobMetrics,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  hasStarted(): void {
    this.liveEvents.publish({ kind: "jobs-changed" });
  }

  /** @param run undefined where nobody is to be told: of a preview, of a run somebody stopped or took over */
  async hasEnded(run: ToldRun | undefined): Promise<void> {
    this.liveEvents.publish({ kind: "jobs-changed" });
    this.liveEvents.publish({ kind: "calendar-changed" });
    this.liveEvents.publish({ kind: "clients-changed" });
    if (run === undefined) return;
    const { jobId, jobRunId, result } = run;
    this.metrics.count(jobId, result);
    try {
      await this.messenger.tellOfRun(run);
    } catch (failure) {
      this.logger.error("Nobody could be told of a job run", { jobId, jobRunId, reason: messageOf(failure) });
    }
  }
}
