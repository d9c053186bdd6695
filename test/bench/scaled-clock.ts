import { setTimeout } from "node:timers/promises";

import type { Clock } from "../../src/api/index.js";

/** The computer's clock, so many times faster; alike in all processes that name the same beginning. */
export class ScaledClock implements Clock {
  /** @param factor 1 is real time */
  constructor(
    private readonly factor: number,
    private readonly beginning: number,
  ) {}

  now(): Date {
    return new Date(this.beginning + (Date.now() - this.beginning) * this.factor);
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await setTimeout(milliseconds / this.factor, undefined, signal === undefined ? {} : { signal });
  }
}
