import type { JobResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { readJobNotification } from "../mail/index.js";
import { JobRunStore, JobSettingsStore } from "../studio-data/index.js";
import type { JobRunFilter, JobRunGroup } from "../studio-data/index.js";
import { initialJobSettings } from "./job-store.js";
import type { JobRun, JobRunLine, JobRunStart, JobStore, KeptJobSettings } from "./job-store.js";
import { readSchedule } from "./schedule-settings.js";

/** Jobs' settings and runs in the studio's database. */
@injectable()
export class StoredJobs implements JobStore {
  constructor(
    @inject(JobSettingsStore) private readonly settings: JobSettingsStore,
    @inject(JobRunStore) private readonly runs: JobRunStore,
  ) {}

  async readSettings(jobId: string): Promise<KeptJobSettings> {
    const stored = await this.settings.find(jobId);
    if (stored === undefined) return initialJobSettings;
    const { isEnabled, computerName, schedule, notification, general } = stored;
    const { savedAt, own } = general;
    return {
      isEnabled,
      computerName,
      schedule: readSchedule(schedule) ?? initialJobSettings.schedule,
      notification: readJobNotification(notification),
      own: typeof own === "object" && own !== null ? { ...own } : {},
      savedAt: typeof savedAt === "string" ? new Date(savedAt) : initialJobSettings.savedAt,
    };
  }

  async writeSettings(jobId: string, settings: KeptJobSettings): Promise<void> {
    const { isEnabled, computerName, schedule, notification, own, savedAt } = settings;
    await this.settings.save(jobId, {
      isEnabled,
      computerName,
      schedule: { ...schedule },
      notification: { ...notification },
      general: { savedAt: savedAt.toISOString(), ...(own === undefined ? {} : { own }) },
    });
  }

  startRun(start: JobRunStart): Promise<void> {
    return this.runs.start(start);
  }

  finishRun(runId: string, endedAt: Date, result: JobResult): Promise<boolean> {
    return this.runs.finish(runId, endedAt, result);
  }

  listRuns(filter: JobRunFilter): Promise<readonly JobRunLine[]> {
    return this.runs.list(filter);
  }

  groupRuns(filter: JobRunFilter): Promise<readonly JobRunGroup[]> {
    return this.runs.groupByJob(filter);
  }

  async findRun(runId: string): Promise<JobRun | undefined> {
    const run = await this.runs.find(runId);
    if (run === undefined) return undefined;
    return { ...run, users: await this.runs.findUserResults(runId), details: await this.runs.findDetails(runId) };
  }

  lastPlanned(jobId: string): Promise<Date | undefined> {
    return this.runs.lastPlanned(jobId);
  }

  lastSuccess(jobId: string): Promise<Date | undefined> {
    return this.runs.lastSuccess(jobId);
  }

  requestAbort(runId: string): Promise<boolean> {
    return this.runs.requestAbort(runId);
  }

  isAbortRequested(runId: string): Promise<boolean> {
    return this.runs.isAbortRequested(runId);
  }

  async forgetRuns(before: Date, keepNewest: number): Promise<void> {
    await this.runs.removeBefore(before);
    const surplus = await this.runs.startOfRunAfter(keepNewest);
    // Runs that started in the same millisecond stay together.
    if (surplus !== undefined) await this.runs.removeBefore(new Date(surplus.getTime() + 1));
  }
}
