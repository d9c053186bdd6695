import { Clock } from "../../api/index.js";
import type { PreferenceValues, Product, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { Contributions } from "../contributions/index.js";
import { fieldsOf, withDefaults } from "../preferences/index.js";
import { checkerOf } from "../schema-check/index.js";
import type { JsonSchema } from "../schema-check/index.js";
import { JobRequestStore } from "../studio-data/index.js";
import type { JobRequestRow, JobRunFilter, JobRunGroup } from "../studio-data/index.js";
import { Computers } from "./computers.js";
import type { ComputerLine } from "./computers.js";
import { ComputerOfflineError, InvalidJobSettingsError, UnknownJobError, UnknownJobRunError } from "./errors.js";
import { JobStore } from "./job-store.js";
import type { JobRun, JobRunLine, JobSettings, KeptJobSettings } from "./job-store.js";
import { requireSchedule } from "./schedule-settings.js";
import { dueOf } from "./schedule.js";
import type { Due } from "./schedule.js";

/** How often the product runs a job it manages for the studio (P6). */
const managedSchedule = { kind: "every", minutes: 15 } as const;

/** A line of Control Center (J1). */
export interface JobLine {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly settings: JobSettings;
  /** The JSON Schema of `settings.own`. */
  readonly settingsSchema: JsonSchema;
  /** Of the job's times. */
  readonly zone: ZoneName;
  /** Undefined while the job is off. */
  readonly nextRunAt: Date | undefined;
  /** Since when a run is due that has not begun; undefined when none is. */
  readonly dueSince: Date | undefined;
  readonly lastRun: JobRunLine | undefined;
  readonly isComputerOffline: boolean;
  /** Products in which it is run for the studio and not shown in Control Center (P6). */
  readonly managedIn: readonly Product[];
}

/** A job run with its job's title; its id where no enabled plugin has the job any more. */
export interface TitledRun extends JobRunLine {
  readonly jobTitle: string;
}

/** A run that is due on this computer. */
export interface DueJob {
  readonly jobId: string;
  readonly plannedFor: Date;
  /** Whether the product runs it for the studio (P6). */
  readonly isManaged: boolean;
}

/** What people see and change under Utilities > Control Center. */
@injectable()
export class ControlCenter {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobStore) private readonly jobs: JobStore,
    @inject(JobRequestStore) private readonly requests: JobRequestStore,
    @inject(Computers) private readonly computers: Computers,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  async listJobs(): Promise<readonly JobLine[]> {
    const computers = await this.listComputers();
    const lines: JobLine[] = [];
    for (const { declaration } of this.contributions.jobs.list()) {
      const { id, title, description = "", managedIn = [], settingsSchema } = declaration;
      const { savedAt: _, ...settings } = await this.jobs.readSettings(id);
      const [lastRun] = await this.jobs.listRuns({ jobId: id, limit: 1 });
      const computer = computers.find((one) => isSameName(one.name, settings.computerName));
      const due = await this.#dueOf(id);
      lines.push({
        id,
        title,
        description,
        managedIn,
        settings: { ...settings, own: withDefaults(settingsSchema, settings.own ?? {}, undefined) },
        settingsSchema,
        zone: await this.computers.zoneOf(id),
        nextRunAt: due?.now ?? due?.next,
        dueSince: due?.now,
        lastRun,
        isComputerOffline: settings.computerName !== undefined && computer?.isOnline !== true,
      });
    }
    return lines;
  }

  /** Those shown on screen: not what the product manages (P6). */
  async listShownJobs(): Promise<readonly JobLine[]> {
    return (await this.listJobs()).filter(({ managedIn }) => !this.#isManaged(managedIn));
  }

  /** Runs that are due and this computer's: of jobs it was chosen for, and of jobs the product manages (P6). */
  async dueHere(): Promise<readonly DueJob[]> {
    const due: DueJob[] = [];
    for (const { declaration } of this.contributions.jobs.list()) {
      const { id, managedIn = [] } = declaration;
      const settings = await this.jobs.readSettings(id);
      const isManaged = this.#isManaged(managedIn);
      if (!isManaged && !isSameName(settings.computerName, this.computerName)) continue;
      const plannedFor = (await this.#dueOf(id))?.now;
      if (plannedFor !== undefined) due.push({ jobId: id, plannedFor, isManaged });
    }
    return due;
  }

  /** Computers that have reported in. */
  listComputers(): Promise<readonly ComputerLine[]> {
    return this.computers.list();
  }

  /** @throws UnknownJobError @throws InvalidJobSettingsError */
  async changeSettings(jobId: string, settings: JobSettings): Promise<void> {
    this.requireJob(jobId);
    const own = settings.own ?? (await this.jobs.readSettings(jobId)).own ?? {};
    this.#requireOwn(jobId, own);
    requireSchedule(settings.schedule);
    const { when, address } = settings.notification;
    if (when !== "Never" && !/^[^\s@]+@[^\s@]+$/.test(address)) {
      throw new InvalidJobSettingsError("Enter the email address notifications are sent to");
    }
    if (settings.computerName !== undefined && !(await this.computers.isKnown(settings.computerName))) {
      throw new InvalidJobSettingsError(`No computer "${settings.computerName}" has reported in`);
    }
    if (settings.isEnabled && settings.computerName === undefined) {
      throw new InvalidJobSettingsError("Choose the computer that is to run the job");
    }
    await this.jobs.writeSettings(jobId, { ...settings, own, savedAt: this.clock.now() });
  }

  /** @throws InvalidJobSettingsError naming each setting the plugin's schema does not accept */
  #requireOwn(jobId: string, own: PreferenceValues): void {
    const { settingsSchema } = this.contributions.jobs.get(jobId).declaration;
    const problems = checkerOf(settingsSchema)(withDefaults(settingsSchema, own, undefined));
    const [problem] = problems;
    if (problem === undefined) return;
    const name = problem.path.replace(/^\//, "");
    const title = fieldsOf(settingsSchema).get(name)?.title ?? name;
    throw new InvalidJobSettingsError(`"${title}" ${problem.message}`);
  }

  /**
   * Has a job run by its computer, when that is another one (J4): it picks this up within seconds.
   * @returns the computer's name; undefined when the job is to be run here
   * @throws ComputerOfflineError
   */
  async requestRun(jobId: string, userId: UserId | undefined): Promise<string | undefined> {
    const { computerName } = await this.jobs.readSettings(jobId);
    if (computerName === undefined || isSameName(computerName, this.computerName)) return undefined;
    const computer = (await this.listComputers()).find(({ name }) => isSameName(name, computerName));
    if (computer?.isOnline !== true) throw new ComputerOfflineError(computerName);
    await this.requests.add(jobId, userId);
    return computerName;
  }

  /** Asks again for a run that could not begin because its job was running elsewhere. */
  askAgain(jobId: string, userId: UserId | undefined): Promise<void> {
    return this.requests.add(jobId, userId);
  }

  /**
   * Runs somebody asked this computer for; nobody else gets them any more.
   * @param running jobs that run here: what is asked of them waits
   */
  async takeRequests(running: readonly string[] = []): Promise<readonly JobRequestRow[]> {
    const mine: string[] = [];
    for (const { declaration } of this.contributions.jobs.list()) {
      const { computerName } = await this.jobs.readSettings(declaration.id);
      if (running.includes(declaration.id)) continue;
      if (isSameName(computerName, this.computerName)) mine.push(declaration.id);
    }
    return this.requests.take(mine);
  }

  /** Ends a run that is going on, wherever it is; whoever does the work hears of it within seconds. @throws UnknownJobRunError */
  async abortRun(runId: string): Promise<void> {
    if (!(await this.jobs.requestAbort(runId)) && (await this.jobs.findRun(runId)) === undefined) {
      throw new UnknownJobRunError(runId);
    }
  }

  async listRuns(filter: JobRunFilter): Promise<readonly TitledRun[]> {
    return (await this.jobs.listRuns(filter)).map((run) => ({ ...run, jobTitle: this.#titleOf(run.jobId) }));
  }

  async groupRuns(filter: JobRunFilter): Promise<readonly (JobRunGroup & { readonly jobTitle: string })[]> {
    return (await this.jobs.groupRuns(filter)).map((group) => ({ ...group, jobTitle: this.#titleOf(group.jobId) }));
  }

  /** @throws UnknownJobRunError */
  async getRun(runId: string): Promise<JobRun & TitledRun> {
    const run = await this.jobs.findRun(runId);
    if (run === undefined) throw new UnknownJobRunError(runId);
    return { ...run, jobTitle: this.#titleOf(run.jobId) };
  }

  /** The id of a job by its id or by its name on the command line: `plugin.job` or `plugin-job`. @throws UnknownJobError */
  requireJob(name: string): string {
    const ids = this.contributions.jobs.list().map(({ declaration }) => declaration.id);
    const id = ids.find((one) => one === name || commandLineName(one) === name);
    if (id === undefined) throw new UnknownJobError(name, ids.map(commandLineName));
    return id;
  }

  /** Like `requireJob`, for screens: a job the product manages is none there (P6). @throws UnknownJobError */
  requireShownJob(name: string): string {
    const id = this.requireJob(name);
    const { managedIn = [] } = this.contributions.jobs.get(id).declaration;
    if (this.#isManaged(managedIn)) throw new UnknownJobError(name, []);
    return id;
  }

  /** This computer, by the name it reports in with. */
  get computerName(): string {
    return this.computers.thisName;
  }

  /** Says that this computer is on (J4). */
  reportIn(): Promise<void> {
    return this.computers.reportIn();
  }

  #titleOf(jobId: string): string {
    return (
      this.contributions.jobs.list().find(({ declaration }) => declaration.id === jobId)?.declaration.title ?? jobId
    );
  }

  #isManaged(managedIn: readonly Product[]): boolean {
    return managedIn.includes(this.computers.product);
  }

  /** Undefined while the job is off. */
  async #dueOf(jobId: string): Promise<Due | undefined> {
    const { managedIn = [] } = this.contributions.jobs.get(jobId).declaration;
    const isManaged = this.#isManaged(managedIn);
    const settings = await this.jobs.readSettings(jobId);
    if (!isManaged && !settings.isEnabled) return undefined;
    const schedule = isManaged ? managedSchedule : settings.schedule;
    const since = sinceOf(settings, await this.jobs.lastPlanned(jobId));
    return dueOf(schedule, await this.computers.zoneOf(jobId), since, this.clock.now());
  }
}

/** Moments of the schedule up to this one are over. */
function sinceOf({ savedAt }: KeptJobSettings, lastPlanned: Date | undefined): Date {
  return lastPlanned === undefined || lastPlanned < savedAt ? savedAt : lastPlanned;
}

/** Names of computers compare without case. */
function isSameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

function commandLineName(jobId: string): string {
  return jobId.replaceAll(".", "-");
}
