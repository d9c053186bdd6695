import { Notifications } from "../../api/index.js";
import type { JobResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { JobMail } from "../mail/index.js";
import { whatToTell } from "./job-notices.js";
import type { Telling } from "./job-notices.js";
import { JobTroubles } from "./job-troubles.js";

/** A job run somebody may have to hear of. */
export interface ToldRun {
  readonly jobId: string;
  readonly jobRunId: string;
  readonly computerName: string;
  readonly endedAt: Date;
  readonly result: JobResult;
}

/** Tells people of jobs that fail and of computers that are off: by mail as chosen (J3), and under the administrators' bell. */
@injectable()
export class JobMessenger {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(JobTroubles) private readonly troubles: JobTroubles,
    @inject(Notifications) private readonly notifications: Notifications,
    @inject(JobMail) private readonly jobMail: JobMail,
  ) {}

  async tellOfRun(run: ToldRun): Promise<void> {
    const title = this.#titleOf(run.jobId);
    await this.jobMail.ended({ ...run, title });
    const subject = `job-failed/${run.jobId}`;
    const isFailed = run.result.outcome === "failed";
    const { telling, trouble } = whatToTell(isFailed, await this.troubles.find(subject), run.endedAt);
    await this.troubles.keep(subject, trouble);
    await this.#ring(telling, subject, `${title} could not run`, run.result.summary);
  }

  /** @param isOffline whether the job's computer is off past the job's next run (J4) */
  async tellOfComputer(jobId: string, computerName: string, isOffline: boolean, now: Date): Promise<void> {
    const subject = `job-computer-offline/${jobId}`;
    const seen = whatToTell(isOffline, await this.troubles.find(subject), now);
    if (seen.telling === "nothing") return;
    await this.troubles.alone(subject, () => this.#tellOfComputer(jobId, computerName, isOffline, now));
  }

  /** Of several computers that watch, one does this; it looks again, as another may have been faster. */
  async #tellOfComputer(jobId: string, computerName: string, isOffline: boolean, endedAt: Date): Promise<void> {
    const title = this.#titleOf(jobId);
    const subject = `job-computer-offline/${jobId}`;
    const { telling, trouble } = whatToTell(isOffline, await this.troubles.find(subject), endedAt);
    await this.troubles.keep(subject, trouble);
    const summary = `The computer ${computerName}, which runs "${title}", has been off past its next run. Switch it on, or choose another computer under Modify Job Settings. The missed run is made up once.`;
    await this.#ring(telling, subject, `${computerName} is offline`, summary);
    if (telling !== "began" && telling !== "lasts") return;
    const result = { outcome: "failed", summary } as const;
    await this.jobMail.ended({ jobId, title, jobRunId: undefined, computerName, endedAt, result });
  }

  async #ring(telling: Telling, subject: string, title: string, text: string): Promise<void> {
    if (telling === "nothing") return;
    if (telling === "over") return this.notifications.withdraw(subject);
    const audience = { kind: "administrators" } as const;
    await this.notifications.notify({ audience, severity: "error", title, text, subject });
  }

  #titleOf(jobId: string): string {
    return this.contributions.jobs.get(jobId).declaration.title;
  }
}
