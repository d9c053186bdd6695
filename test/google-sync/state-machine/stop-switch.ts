import type { UnitOfWork } from "../../../src/api/index.js";
import { createPacer, unlimitedPace } from "../../../src/google-sync/google/index.js";
import type { Pacer } from "../../../src/google-sync/google/index.js";
import type { SyncBench } from "../../support/sync-bench.js";
import type { Stop } from "./steps.js";

/** Stops a run at its n-th request or transaction, as a job that is being shut down does. */
export class StopSwitch {
  readonly #controller = new AbortController();
  readonly #bench: SyncBench;
  #count = 0;

  constructor(bench: SyncBench, stop: Stop | undefined) {
    this.#bench = bench;
    if (stop?.at === "request") bench.pacer = this.#pacer(stop);
    if (stop?.at === "transaction") bench.replaced.unitOfWork = this.#unitOfWork(stop);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  remove(): void {
    this.#bench.pacer = undefined;
    delete this.#bench.replaced.unitOfWork;
  }

  #pacer(stop: Stop): Pacer {
    const pacer = createPacer(this.#bench.clock, unlimitedPace);
    return {
      acquire: async (account, units, signal) => {
        const isIt = this.#isIt(stop);
        if (isIt && !stop.isUnderWay) this.#stop();
        const ticket = await pacer.acquire(account, units, signal);
        // The request leaves before this comes to pass.
        if (isIt && stop.isUnderWay) setTimeout(() => this.#stop(), 1);
        return ticket;
      },
    };
  }

  #unitOfWork(stop: Stop): UnitOfWork {
    const { unitOfWork } = this.#bench.studio;
    return {
      run: async (work) => {
        const isIt = this.#isIt(stop);
        if (isIt && !stop.isUnderWay) this.#stop();
        const result = await unitOfWork.run(work);
        if (isIt) this.#stop();
        return result;
      },
    };
  }

  #isIt({ nth }: Stop): boolean {
    this.#count += 1;
    return this.#count === nth;
  }

  #stop(): void {
    this.#controller.abort(new Error("The computer is shutting down"));
  }
}
