import { Clock } from "../../api/index.js";
import type { JobResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { Prometheus } from "../metrics/index.js";
import { JobStore } from "./job-store.js";

/** The numbers of job runs: how many ended how in this process, and how long ago one last succeeded anywhere. */
@injectable()
export class JobMetrics {
  constructor(
    @inject(Prometheus) private readonly prometheus: Prometheus,
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobStore) private readonly jobs: JobStore,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  count(job: string, { outcome, users }: JobResult): void {
    const metrics = this.prometheus.of("host");
    const runs = { name: "job_runs_total", help: "Job runs this process has ended.", labels: ["job", "outcome"] };
    metrics.counter(runs).add({ job, outcome });
    const lines = { name: "job_users_total", help: "Users in job runs of this process.", labels: ["job", "outcome"] };
    for (const user of users) metrics.counter(lines).add({ job, outcome: user.outcome });
  }

  /** Begins to answer with how far each job is behind. */
  start(): void {
    const lag = {
      name: "job_last_success_age_seconds",
      help: "How long ago a job last ended without failing, at any computer.",
      labels: ["job"],
    };
    this.prometheus.of("host").gauge(lag, async () => {
      const readings: { labels: { job: string }; value: number }[] = [];
      for (const { declaration } of this.contributions.jobs.list()) {
        const last = await this.jobs.lastSuccess(declaration.id);
        if (last === undefined) continue;
        const value = Math.max(0, (this.clock.now().getTime() - last.getTime()) / 1000);
        readings.push({ labels: { job: declaration.id }, value });
      }
      return readings;
    });
  }
}
