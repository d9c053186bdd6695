import { inject, injectable, serviceToken } from "../../base/service-token.js";
import { JobRunner } from "./job-runner.js";

/** A run of a job the product manages for the studio (P6). */
export interface ManagedRun {
  readonly jobId: string;
  /** When the schedule wanted it: of several processes that hand over the same run, one has it done. */
  readonly plannedFor: Date;
  /** Ends the run, when it is done in this process. */
  readonly signal: AbortSignal;
}

/** Has the runs of managed jobs done. Where many studios are hosted, workers can take them from a queue instead. */
export interface ManagedRunner {
  /** Resolves when the run has ended or is somebody else's. @throws JobAlreadyRunningError */
  run(run: ManagedRun): Promise<void>;
}
export const ManagedRunner = serviceToken<ManagedRunner>("managed-runner");

/** Does managed runs in this process. */
@injectable()
export class InProcessManagedRunner implements ManagedRunner {
  constructor(@inject(JobRunner) private readonly runner: JobRunner) {}

  async run({ jobId, plannedFor, signal }: ManagedRun): Promise<void> {
    await this.runner.run(jobId, { plannedFor, signal });
  }
}
