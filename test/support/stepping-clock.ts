import type { Clock } from "../../src/api/index.js";

/** A clock that never makes anybody wait: a sleep moves it on at once. */
export class SteppingClock implements Clock {
  #now: number;
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: number[] = [];

  constructor(start = "2026-03-02T15:00:00.000Z") {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.sleeps.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  }

  advance(step: { readonly minutes?: number; readonly days?: number; readonly seconds?: number }): void {
    const { minutes = 0, days = 0, seconds = 0 } = step;
    this.#now += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
  }
}
