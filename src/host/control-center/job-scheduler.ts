import { Clock, Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter } from "./control-center.js";
import { JobUpkeep } from "./job-upkeep.js";
import { WantedRuns } from "./wanted-runs.js";
import type { WantedRun } from "./wanted-runs.js";

/** How often a computer looks for what is due or asked for. */
const lookEvery = 2000;

/** Runs the jobs this computer was chosen for, when they are due, and when somebody asks for them (J4). */
@injectable()
export class JobScheduler {
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(WantedRuns) private readonly runs: WantedRuns,
    @inject(JobUpkeep) private readonly upkeep: JobUpkeep,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Goes on until the signal aborts; runs going on then are aborted and waited for. Never rejects. */
  async serve(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#startDue(signal);
      } catch (failure) {
        if (!signal.aborted) {
          this.logger.error("The Control Center could not look for jobs", { reason: messageOf(failure) });
        }
      }
      await this.#pause(signal);
    }
    await Promise.all(this.#running.values());
  }

  /** Reports in, runs what is due or asked for, and waits for its end. */
  async look(signal: AbortSignal): Promise<void> {
    await this.#startDue(signal);
    await Promise.all(this.#running.values());
  }

  async #startDue(signal: AbortSignal): Promise<void> {
    await this.upkeep.turn();
    for (const { jobId, requestedBy } of await this.controlCenter.takeRequests([...this.#running.keys()])) {
      this.#start({ kind: "asked-for", jobId, requestedBy }, signal);
    }
    for (const due of await this.controlCenter.dueHere()) this.#start({ kind: "due", ...due }, signal);
  }

  /** A run beside the looking, so that this computer goes on reporting in; a job that runs is not started again. */
  #start(wanted: WantedRun, signal: AbortSignal): void {
    const { jobId } = wanted;
    if (signal.aborted || this.#running.has(jobId)) return;
    const run = this.runs.run(wanted, signal);
    this.#running.set(
      jobId,
      run.finally(() => this.#running.delete(jobId)),
    );
  }

  async #pause(signal: AbortSignal): Promise<void> {
    try {
      await this.clock.sleep(lookEvery, signal);
    } catch (failure) {
      if (!signal.aborted) throw failure;
    }
  }
}
