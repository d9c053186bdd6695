import { Logger } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter } from "./control-center.js";
import type { DueJob } from "./control-center.js";
import { JobAlreadyRunningError } from "./errors.js";
import { JobRunner } from "./job-runner.js";
import { ManagedRunner } from "./managed-runner.js";

/** A run the schedule or somebody wants of this computer. */
export type WantedRun =
  | (DueJob & { readonly kind: "due" })
  | { readonly kind: "asked-for"; readonly jobId: string; readonly requestedBy: UserId | undefined };

/** Has wanted runs done, and says in the log why one was not. */
@injectable()
export class WantedRuns {
  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(JobRunner) private readonly runner: JobRunner,
    @inject(ManagedRunner) private readonly managed: ManagedRunner,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Resolves when the run has ended. Never rejects. */
  async run(wanted: WantedRun, signal: AbortSignal): Promise<void> {
    const { jobId } = wanted;
    try {
      await this.#run(wanted, signal);
    } catch (failure) {
      if (!(failure instanceof JobAlreadyRunningError)) {
        this.logger.error("A job could not be run", { jobId, reason: messageOf(failure) });
        return;
      }
      this.logger.debug("A job that is wanted is running already", { jobId });
      // What somebody asked for is not lost: it begins when the job is free.
      if (wanted.kind === "asked-for") await this.controlCenter.askAgain(jobId, wanted.requestedBy);
    }
  }

  async #run(wanted: WantedRun, signal: AbortSignal): Promise<void> {
    const { jobId } = wanted;
    if (wanted.kind === "asked-for") await this.runner.run(jobId, { signal, requestedBy: wanted.requestedBy });
    else if (wanted.isManaged) await this.managed.run({ jobId, plannedFor: wanted.plannedFor, signal });
    else await this.runner.run(jobId, { signal, plannedFor: wanted.plannedFor });
  }
}
