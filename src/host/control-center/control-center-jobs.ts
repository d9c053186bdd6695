import { Studio } from "../../api/index.js";
import type { JobState, Jobs } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter } from "./control-center.js";
import { UnknownJobError } from "./errors.js";

/** What Control Center shows of a job, for plugins. */
@injectable()
export class ControlCenterJobs implements Jobs {
  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  async stateOf(jobId: string): Promise<JobState> {
    const jobs = await this.controlCenter.listJobs();
    const line = jobs.find(({ id }) => id === jobId);
    if (line === undefined) {
      throw new UnknownJobError(
        jobId,
        jobs.map(({ id }) => id),
      );
    }
    const { product } = await this.studio.facts();
    const { settings, managedIn, nextRunAt, isComputerOffline } = line;
    return {
      isManaged: managedIn.includes(product),
      isEnabled: settings.isEnabled,
      computerName: settings.computerName,
      isComputerOn: settings.computerName !== undefined && !isComputerOffline,
      nextRunAt,
    };
  }
}
