import type { UnitOfWork } from "../../../src/api/index.js";
import { createPacer, unlimitedPace } from "../../../src/google-sync/google/index.js";
import type { Pacer } from "../../../src/google-sync/google/index.js";
import type { SyncBench } from "../../support/sync-bench.js";
import type { Stop } from "./steps.js";

/** Something that is done just before the n-th request of a run leaves. */
export interface Disturbance {
  readonly nth: number;
  act(): Promise<void>;
}

/** Stops a run at its n-th request or transaction, as a job that is being shut down does, or does something meanwhile. */
export class StopSwitch {
  readonly #controller = new AbortController();
  readonly #bench: SyncBench;

  constructor(bench: SyncBench, stop: Stop | undefined, disturbance: Disturbance | undefined) {
    this.#bench = bench;
    if (stop?.at === "request" || disturbance !== undefined) bench.pacer = this.#pacer(stop, disturbance);
    if (stop?.at === "transaction") bench.replaced.unitOfWork = this.#unitOfWork(stop);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  remove(): void {
    this.#bench.pacer = undefined;
    delete this.#bench.replaced.unitOfWork;
  }

  #pacer(stop: Stop | undefined, disturbance: Disturbance | undefined): Pacer {
    const pacer = createPacer(this.#bench.clock, unlimitedPace);
    let requests = 0;
    return {
      acquire: async (account, units, signal, use) => {
        requests += 1;
        const isStop = stop?.at === "request" && stop.nth === requests;
        if (isStop && !stop.isUnderWay) this.#stop();
        if (disturbance?.nth === requests) await disturbance.act();
        const ticket = await pacer.acquire(account, units, signal, use);
        // The request leaves before this comes to pass.
        if (isStop && stop.isUnderWay) setTimeout(() => this.#stop(), 1);
        return ticket;
      },
    };
  }

  #unitOfWork(stop: Stop): UnitOfWork {
    const { unitOfWork } = this.#bench.studio;
    let transactions = 0;
    return {
      run: async (work) => {
        transactions += 1;
        const isIt = transactions === stop.nth;
        if (isIt && !stop.isUnderWay) this.#stop();
        const result = await unitOfWork.run(work);
        if (isIt) this.#stop();
        return result;
      },
    };
  }

  #stop(): void {
    this.#controller.abort(new Error("The computer is shutting down"));
  }
}
