import { setImmediate } from "node:timers/promises";

import type { Clock } from "../../src/api/index.js";

interface Sleeper {
  readonly wakesAt: number;
  wake(): void;
}

/** A clock that stands still until a test advances it. */
export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start = "2026-03-02T15:00:00.000Z") {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason instanceof Error ? signal.reason : new Error("Aborted"));
      };
      const sleeper: Sleeper = {
        wakesAt: this.#now + milliseconds,
        wake: () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        },
      };
      if (signal?.aborted === true) {
        stop();
        return;
      }
      signal?.addEventListener("abort", stop, { once: true });
      this.#sleepers.add(sleeper);
    });
  }

  /** How many sleeps are going on. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Lets time pass, waking every sleeper at its moment and letting what it starts go on before the next. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await setImmediate();
    for (let next = this.#nextUntil(until); next !== undefined; next = this.#nextUntil(until)) {
      this.#now = next.wakesAt;
      this.#sleepers.delete(next);
      next.wake();
      await setImmediate();
    }
    this.#now = until;
  }

  #nextUntil(until: number): Sleeper | undefined {
    const due = [...this.#sleepers].filter(({ wakesAt }) => wakesAt <= until);
    return due.toSorted((a, b) => a.wakesAt - b.wakesAt)[0];
  }
}
