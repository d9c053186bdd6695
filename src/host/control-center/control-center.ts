import { Clock, ThisComputer } from "../../api/index.js";
import type { Product } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { ComputerStore } from "../studio-data/index.js";
import type { Computer } from "../studio-data/index.js";
import { InvalidJobSettingsError, UnknownJobError, UnknownJobRunError } from "./errors.js";
import { JobStore } from "./job-store.js";
import type { JobRun, JobRunLine, JobSettings } from "./job-store.js";
import { nextDue } from "./schedule.js";

const softwareVersion = "1.0.0";
/** A computer that has not reported in for so long is off. */
const offlineAfter = 60_000;

/** A line of Control Center (J1). */
export interface JobLine {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly settings: JobSettings;
  readonly nextRunAt: Date | undefined;
  readonly lastRun: JobRunLine | undefined;
  readonly isComputerOffline: boolean;
  /** Products in which it is run for the studio and not shown in Control Center (P6). */
  readonly managedIn: readonly Product[];
}

/** A computer and whether it is on. */
export interface ComputerLine extends Computer {
  readonly isOnline: boolean;
}

/** What people see and change under Utilities > Control Center. */
@injectable()
export class ControlCenter {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobStore) private readonly jobs: JobStore,
    @inject(ComputerStore) private readonly computers: ComputerStore,
    @inject(ThisComputer) private readonly thisComputer: ThisComputer,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  async listJobs(): Promise<readonly JobLine[]> {
    const computers = await this.listComputers();
    const lines: JobLine[] = [];
    for (const { declaration } of this.contributions.jobs.list()) {
      const { id, title, description = "", managedIn = [] } = declaration;
      const settings = await this.jobs.readSettings(id);
      const [lastRun] = await this.jobs.listRuns({ jobId: id, limit: 1 });
      const computer = computers.find(({ name }) => name === settings.computerName);
      lines.push({
        id,
        title,
        description,
        managedIn,
        settings,
        nextRunAt: await this.#nextRunAt(id, settings),
        lastRun,
        isComputerOffline: settings.computerName !== undefined && computer?.isOnline !== true,
      });
    }
    return lines;
  }

  /** Computers that have reported in. */
  async listComputers(): Promise<readonly ComputerLine[]> {
    const onSince = new Date(this.clock.now().getTime() - offlineAfter);
    return (await this.computers.list()).map((one) => ({ ...one, isOnline: one.heartbeatAt >= onSince }));
  }

  /** @throws UnknownJobError @throws InvalidJobSettingsError */
  async changeSettings(jobId: string, settings: JobSettings): Promise<void> {
    this.requireJob(jobId);
    const { minutes } = settings.schedule;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60) {
      throw new InvalidJobSettingsError("A job runs every 1 to 1440 minutes");
    }
    if (settings.computerName !== undefined && (await this.computers.findByName(settings.computerName)) === undefined) {
      throw new InvalidJobSettingsError(`No computer "${settings.computerName}" has reported in`);
    }
    if (settings.isEnabled && settings.computerName === undefined) {
      throw new InvalidJobSettingsError("Choose the computer that is to run the job");
    }
    await this.jobs.writeSettings(jobId, settings);
  }

  listRuns(filter: { readonly jobId?: string; readonly limit: number }): Promise<readonly JobRunLine[]> {
    return this.jobs.listRuns(filter);
  }

  /** @throws UnknownJobRunError */
  async getRun(runId: string): Promise<JobRun> {
    const run = await this.jobs.findRun(runId);
    if (run === undefined) throw new UnknownJobRunError(runId);
    return run;
  }

  /** The id of a job by its id or by its name on the command line: `plugin.job` or `plugin-job`. @throws UnknownJobError */
  requireJob(name: string): string {
    const ids = this.contributions.jobs.list().map(({ declaration }) => declaration.id);
    const id = ids.find((one) => one === name || commandLineName(one) === name);
    if (id === undefined) throw new UnknownJobError(name, ids.map(commandLineName));
    return id;
  }

  /** This computer, by the name it reports in with. */
  get computerName(): string {
    return this.thisComputer.name;
  }

  /** Says that this computer is on (J4). */
  reportIn(): Promise<void> {
    const { name, zone } = this.thisComputer;
    return this.computers.heartbeat({ name, zone, version: softwareVersion });
  }

  async #nextRunAt(jobId: string, settings: JobSettings): Promise<Date | undefined> {
    if (!settings.isEnabled) return undefined;
    return nextDue(settings.schedule, await this.jobs.lastPlanned(jobId), this.clock.now());
  }
}

function commandLineName(jobId: string): string {
  return jobId.replaceAll(".", "-");
}
