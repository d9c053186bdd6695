import type { Clock } from "../clock.js";

/**
 * Gives out the microseconds every change is stamped with: the clock's time, but
 * always later than the stamp before, so that two changes never share an etag.
 */
export class ChangeStamps {
  #last: number;

  constructor(
    private readonly clock: Clock,
    last = 0,
  ) {
    this.#last = last;
  }

  /** Microseconds since 1970; below 2^52, so twice of it is still exact. */
  next(): number {
    this.#last = Math.max(this.clock.now().getTime() * 1000, this.#last + 1);
    return this.#last;
  }

  get last(): number {
    return this.#last;
  }
}
