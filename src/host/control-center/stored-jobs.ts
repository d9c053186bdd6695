import type { JobResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { JobRunStore, JobSettingsStore } from "../studio-data/index.js";
import { initialJobSettings } from "./job-store.js";
import type { JobRun, JobRunLine, JobRunStart, JobSettings, JobStore } from "./job-store.js";
import type { JobSchedule } from "./schedule.js";

/** Jobs' settings and runs in the studio's database. */
@injectable()
export class StoredJobs implements JobStore {
  constructor(
    @inject(JobSettingsStore) private readonly settings: JobSettingsStore,
    @inject(JobRunStore) private readonly runs: JobRunStore,
  ) {}

  async readSettings(jobId: string): Promise<JobSettings> {
    const stored = await this.settings.find(jobId);
    if (stored === undefined) return initialJobSettings;
    const { isEnabled, computerName, schedule } = stored;
    return { isEnabled, computerName, schedule: toSchedule(schedule) };
  }

  async writeSettings(jobId: string, settings: JobSettings): Promise<void> {
    const { notification = {}, general = {} } = (await this.settings.find(jobId)) ?? {};
    await this.settings.save(jobId, { ...settings, schedule: { ...settings.schedule }, notification, general });
  }

  startRun(start: JobRunStart): Promise<void> {
    return this.runs.start(start);
  }

  finishRun(runId: string, endedAt: Date, result: JobResult): Promise<void> {
    return this.runs.finish(runId, endedAt, result);
  }

  listRuns(filter: { readonly jobId?: string; readonly limit: number }): Promise<readonly JobRunLine[]> {
    return this.runs.list(filter);
  }

  async findRun(runId: string): Promise<JobRun | undefined> {
    const run = await this.runs.find(runId);
    if (run === undefined) return undefined;
    return { ...run, users: await this.runs.findUserResults(runId), details: await this.runs.findDetails(runId) };
  }

  async lastPlanned(jobId: string): Promise<Date | undefined> {
    const runs = await this.runs.list({ jobId, limit: 200 });
    return runs.find(({ plannedFor }) => plannedFor !== undefined)?.plannedFor;
  }
}

function toSchedule({ minutes }: Readonly<Record<string, unknown>>): JobSchedule {
  return typeof minutes === "number" ? { kind: "every", minutes } : initialJobSettings.schedule;
}
