import type { UnitOfWork } from "../../../src/api/index.js";
import { createPacer, unlimitedPace } from "../../../src/google-sync/google/index.js";
import type { Pacer } from "../../../src/google-sync/google/index.js";
import { KilledError } from "../../support/mortal-connection.js";
import type { MortalConnection } from "../../support/mortal-connection.js";
import type { SyncBench } from "../../support/sync-bench.js";
import type { Stop } from "./steps.js";

/** Something that is done just before the n-th request of a run leaves. */
export interface Disturbance {
  readonly nth: number;
  act(): Promise<void>;
}

/**
 * Stops a run at its n-th request, transaction or statement, as a job that is being shut down does, or a process that
 * is killed (G5); or does something meanwhile.
 */
export class StopSwitch {
  readonly #controller = new AbortController();
  readonly #bench: SyncBench;
  readonly #process: MortalConnection;

  constructor(
    bench: SyncBench,
    process: MortalConnection,
    stop: Stop | undefined,
    disturbance: Disturbance | undefined,
  ) {
    this.#bench = bench;
    this.#process = process;
    if (stop?.at === "request" || disturbance !== undefined) bench.pacer = this.#pacer(stop, disturbance);
    if (stop?.at === "transaction") bench.replaced.unitOfWork = this.#unitOfWork(stop);
    if (stop?.at === "statement") process.dieAfter(stop.nth);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether what the run ended with comes from its being stopped. */
  isWhy(error: unknown): boolean {
    return this.#process.isDead || (this.signal.aborted && error === this.signal.reason);
  }

  remove(): void {
    this.#bench.pacer = undefined;
    this.#process.revive();
    delete this.#bench.replaced.unitOfWork;
  }

  #pacer(stop: Stop | undefined, disturbance: Disturbance | undefined): Pacer {
    const pacer = createPacer(this.#bench.clock, unlimitedPace);
    let requests = 0;
    return {
      acquire: async (account, units, signal, use) => {
        requests += 1;
        const isStop = stop?.at === "request" && stop.nth === requests;
        if (this.#process.isDead) throw new KilledError();
        if (isStop && stop.how === "before") this.#stop();
        if (disturbance?.nth === requests) await disturbance.act();
        const ticket = await pacer.acquire(account, units, signal, use);
        // The request leaves before this comes to pass.
        if (isStop && stop.how === "under way") setTimeout(() => this.#stop(), 1);
        if (isStop && stop.how === "killed") this.#process.dieAfter(0);
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
        if (isIt && stop.how === "before") this.#stop();
        if (isIt && stop.how === "killed") this.#process.dieAfter(0);
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
