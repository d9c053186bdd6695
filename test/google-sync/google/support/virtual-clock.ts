import type { Clock } from "../../../../src/api/services/clock.js";

/**
 * A clock without waiting: whenever nothing else is left to do, time jumps to the next
 * sleeper. Every wait is recorded.
 */
export class VirtualClock implements Clock {
  readonly waits: number[] = [];
  #now: number;
  #isAdvancing = false;
  readonly #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.waits.push(milliseconds);
      const sleeper = { until: this.#now + milliseconds, wake };
      const giveUp = (): void => {
        this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
        reject(signal?.reason as Error);
      };
      function wake(): void {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      }
      signal?.addEventListener("abort", giveUp, { once: true });
      this.#sleepers.push(sleeper);
      if (!this.#isAdvancing) this.#advanceSoon();
    });
  }

  #advanceSoon(): void {
    this.#isAdvancing = true;
    setImmediate(() => {
      this.#sleepers.sort((a, b) => a.until - b.until);
      const next = this.#sleepers.shift();
      if (next !== undefined) {
        this.#now = Math.max(this.#now, next.until);
        next.wake();
      }
      if (this.#sleepers.length > 0) this.#advanceSoon();
      else this.#isAdvancing = false;
    });
  }
}
