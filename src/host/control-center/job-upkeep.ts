import { Clock } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter } from "./control-center.js";
import { GeneralSettingsStore } from "./general-settings.js";
import { JobMessenger } from "./job-messenger.js";
import { JobStore } from "./job-store.js";

const reportEvery = 10_000;
const forgetEvery = 60 * 60_000;
/** So much later than its moment a run may begin before its computer counts as off. */
const patience = 90_000;

/** What a computer does besides running jobs: report in, watch over the others, and forget old runs. */
@injectable()
export class JobUpkeep {
  #reportedAt = Number.NEGATIVE_INFINITY;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(JobMessenger) private readonly messenger: JobMessenger,
    @inject(GeneralSettingsStore) private readonly general: GeneralSettingsStore,
    @inject(JobStore) private readonly jobs: JobStore,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  /** One turn; does what its time has come for. */
  async turn(): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - this.#reportedAt >= reportEvery) {
      await this.controlCenter.reportIn();
      await this.#watch(now);
      this.#reportedAt = now.getTime();
    }
    if (now.getTime() - this.#forgotAt >= forgetEvery) {
      const { keepDays, keepRuns } = await this.general.read();
      await this.jobs.forgetRuns(new Date(now.getTime() - keepDays * 24 * 60 * 60_000), keepRuns);
      this.#forgotAt = now.getTime();
    }
  }

  /** Tells of computers that are off past the next run of their job (J4). */
  async #watch(now: Date): Promise<void> {
    for (const { id, settings, isComputerOffline, dueSince } of await this.controlCenter.listJobs()) {
      if (!settings.isEnabled || settings.computerName === undefined) continue;
      if (settings.computerName === this.controlCenter.computerName) continue;
      const isLate = dueSince !== undefined && now.getTime() - dueSince.getTime() > patience;
      await this.messenger.tellOfComputer(id, settings.computerName, isComputerOffline && isLate, now);
    }
  }
}
