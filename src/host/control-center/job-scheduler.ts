import { Clock, Logger, ThisComputer } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter } from "./control-center.js";
import { JobAlreadyRunningError } from "./errors.js";
import { JobRunner } from "./job-runner.js";

/** How often a computer reports in and looks for what is due. */
const lookEvery = 10_000;

/** Runs the jobs this computer was chosen for, when they are due (J4). */
@injectable()
export class JobScheduler {
  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(JobRunner) private readonly runner: JobRunner,
    @inject(ThisComputer) private readonly thisComputer: ThisComputer,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Goes on until the signal aborts; a run going on then is aborted and waited for. Never rejects. */
  async serve(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.look(signal);
        await this.clock.sleep(lookEvery, signal);
      } catch (failure) {
        if (signal.aborted) return;
        this.logger.error("The Control Center could not look for jobs", { reason: messageOf(failure) });
        await this.#pause(signal);
      }
    }
  }

  /** Reports in and runs what is due now. */
  async look(signal: AbortSignal): Promise<void> {
    await this.controlCenter.reportIn();
    for (const job of await this.controlCenter.listJobs()) {
      const { settings, nextRunAt } = job;
      if (settings.computerName !== this.thisComputer.name || nextRunAt === undefined) continue;
      if (nextRunAt > this.clock.now() || signal.aborted) continue;
      await this.#run(job.id, nextRunAt, signal);
    }
  }

  async #run(jobId: string, plannedFor: Date, signal: AbortSignal): Promise<void> {
    try {
      await this.runner.run(jobId, { plannedFor, signal });
    } catch (failure) {
      if (!(failure instanceof JobAlreadyRunningError)) throw failure;
      this.logger.info("A job that is due is already running", { jobId });
    }
  }

  async #pause(signal: AbortSignal): Promise<void> {
    try {
      await this.clock.sleep(lookEvery, signal);
    } catch (failure) {
      if (!signal.aborted) throw failure;
    }
  }
}
