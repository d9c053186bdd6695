import { randomUUID } from "node:crypto";

import { Clock, ThisComputer } from "../../api/index.js";
import type { JobResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { JobStore } from "./job-store.js";

/** Writes down job runs as this computer's, and says so to whoever is watching. */
@injectable()
export class JobLog {
  constructor(
    @inject(JobStore) private readonly store: JobStore,
    @inject(ThisComputer) private readonly thisComputer: ThisComputer,
    @inject(Clock) private readonly clock: Clock,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** The id of the run that starts now. */
  async started(jobId: string, isPreview: boolean, plannedFor: Date | undefined): Promise<string> {
    const id = randomUUID();
    const computerName = this.thisComputer.name;
    await this.store.startRun({ id, jobId, computerName, isPreview, plannedFor, startedAt: this.clock.now() });
    this.liveEvents.publish({ kind: "jobs-changed" });
    return id;
  }

  /** @returns where and when it ended */
  async finished(runId: string, result: JobResult): Promise<{ readonly computerName: string; readonly endedAt: Date }> {
    const endedAt = this.clock.now();
    await this.store.finishRun(runId, endedAt, result);
    this.liveEvents.publish({ kind: "jobs-changed" });
    this.liveEvents.publish({ kind: "calendar-changed" });
    return { computerName: this.thisComputer.name, endedAt };
  }
}
