import { Secrets } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { ControlCenter, softwareVersion } from "../control-center/index.js";
import { HostIdentity } from "../studio/index.js";

/** How this process is, for whoever watches over it. No names of people, nothing secret. */
export interface HealthReport {
  readonly isHealthy: boolean;
  readonly computer: string;
  readonly product: string;
  readonly version: string;
  /** `ok`, or why not. */
  readonly database: string;
  readonly studioKey: string;
  readonly jobs: readonly {
    readonly id: string;
    /** Enabled in its settings, or run by the product (P6). */
    readonly isEnabled: boolean;
    readonly isComputerOffline: boolean;
    readonly isRunning: boolean;
    readonly lastOutcome: string | undefined;
    readonly nextRunAt: Date | undefined;
  }[];
}

/** Looks after the database, the studio key and the jobs. */
@injectable()
export class Health {
  constructor(
    @inject(ControlCenter) private readonly controlCenter: ControlCenter,
    @inject(Secrets) private readonly secrets: Secrets,
    @inject(HostIdentity) private readonly identity: HostIdentity,
  ) {}

  async report(): Promise<HealthReport> {
    const { product, computer } = this.identity;
    const studioKey = this.#studioKey();
    const { database, jobs } = await this.#jobs();
    const isHealthy = studioKey === "ok" && database === "ok";
    return { isHealthy, computer: computer.name, product, version: softwareVersion, database, studioKey, jobs };
  }

  #studioKey(): string {
    try {
      this.secrets.protect("", "health");
      return "ok";
    } catch (failure) {
      return messageOf(failure);
    }
  }

  async #jobs(): Promise<Pick<HealthReport, "database" | "jobs">> {
    try {
      const jobs = (await this.controlCenter.listJobs()).map((job) => ({
        id: job.id,
        isEnabled: job.settings.isEnabled || job.managedIn.includes(this.identity.product),
        isComputerOffline: job.isComputerOffline,
        isRunning: job.lastRun !== undefined && job.lastRun.endedAt === undefined,
        lastOutcome: job.lastRun?.outcome,
        nextRunAt: job.nextRunAt,
      }));
      return { database: "ok", jobs };
    } catch {
      // The reason may name the server and its user; the log has it.
      return { database: "cannot be read", jobs: [] };
    }
  }
}
