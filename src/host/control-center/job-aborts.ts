import { Clock, Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { JobStore } from "./job-store.js";

/** How soon a run hears that somebody wants it to end. */
const lookEvery = 2000;

/** A run that listens for its end. */
export interface AbortWatch {
  /** Aborted when somebody, at any computer, asks for the run's end. */
  readonly signal: AbortSignal;
  /** Ends the listening. Safe to call twice. */
  stop(): Promise<void>;
}

/** Hears, through the database, that somebody wants a run to end. */
@injectable()
export class JobAborts {
  constructor(
    @inject(JobStore) private readonly store: JobStore,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  watch(jobRunId: string): AbortWatch {
    const asked = new AbortController();
    const stopping = new AbortController();
    const loop = this.#look(jobRunId, asked, stopping.signal);
    return {
      signal: asked.signal,
      async stop() {
        stopping.abort(new Error("The run has ended"));
        await loop;
      },
    };
  }

  async #look(jobRunId: string, asked: AbortController, stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted && !asked.signal.aborted) {
      try {
        await this.clock.sleep(lookEvery, stopping);
        if (await this.store.isAbortRequested(jobRunId)) asked.abort(new Error("Somebody ended the run"));
      } catch (failure) {
        if (stopping.aborted) return;
        this.logger.warn("Could not look whether a run is to end", { jobRunId, reason: messageOf(failure) });
      }
    }
  }
}
