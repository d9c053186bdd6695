const minuteMilliseconds = 60_000;
/** What Google turned out to permit is believed for this long, then tried anew. */
const learnedForMilliseconds = 10 * minuteMilliseconds;
/** Stays a little under the rate at which Google refused. */
const learnedShare = 0.97;

/** Units spent together. Until the answer is there nobody knows when Google counts them. */
export interface Spending {
  readonly units: number;
  readonly grantedAt: number;
  settledAt: number | undefined;
}

/** Units per minute of one quota: where to begin, and the most to grow to. */
export interface RateLimits {
  readonly start: number;
  readonly ceiling: number;
}

/**
 * One quota of Google: never more units within any sixty seconds than the present limit. The
 * limit grows additively with time up to the ceiling and halves whenever Google refuses.
 * Counting a sliding minute from the answer keeps within sliding windows, fixed windows and
 * token buckets alike, whatever the server uses.
 */
export class RateWindow {
  readonly #spendings = new Set<Spending>();
  #limit: number;
  #limitSetAt: number;
  #halvedAt = Number.NEGATIVE_INFINITY;
  #learned: { readonly limit: number; readonly until: number } | undefined;

  constructor(
    private readonly limits: RateLimits,
    now: number,
  ) {
    this.#limit = Math.min(limits.start, limits.ceiling);
    this.#limitSetAt = now;
  }

  /** Units per minute affordable at present. */
  limit(now: number): number {
    const grown = this.#limit + (now - this.#limitSetAt) * this.#growthPerMillisecond;
    return Math.min(grown, this.#ceiling(now));
  }

  /** Milliseconds until the units are affordable; 0 is now, Infinity means not before something is settled. */
  waitFor(units: number, now: number): number {
    this.#forgetBefore(now - minuteMilliseconds);
    const spent = this.#spent();
    const missing = spent + units - this.limit(now);
    // More than a whole minute's worth is let through when nothing else was spent.
    if (missing <= 0 || spent === 0) return 0;
    const growing =
      spent + units <= this.#ceiling(now) ? missing / this.#growthPerMillisecond : Number.POSITIVE_INFINITY;
    return Math.max(1, Math.ceil(Math.min(growing, this.#untilFreed(missing, now))));
  }

  spend(units: number, now: number): Spending {
    const spending = { units, grantedAt: now, settledAt: undefined };
    this.#spendings.add(spending);
    return spending;
  }

  /** Google refused some of the units for their rate: halve, once for all that was under way together. */
  refuse(spending: Spending, refusedUnits: number, now: number): void {
    if (spending.grantedAt < this.#halvedAt) return;
    const present = this.limit(now);
    const permitted = this.#spent() - refusedUnits;
    // Refused well below the limit, it was something else than this quota: slow down, learn nothing.
    if (permitted >= present / 2) {
      this.#learned = { limit: permitted * learnedShare, until: now + learnedForMilliseconds };
    }
    this.#limit = Math.max(present / 2, this.limits.ceiling / 60);
    this.#limitSetAt = now;
    this.#halvedAt = now;
  }

  /** From the start rate of Google's guide to twice as much takes a minute. */
  get #growthPerMillisecond(): number {
    return this.limits.ceiling / 2 / minuteMilliseconds;
  }

  #ceiling(now: number): number {
    return this.#learned !== undefined && now < this.#learned.until ? this.#learned.limit : this.limits.ceiling;
  }

  #spent(): number {
    let sum = 0;
    for (const { units } of this.#spendings) sum += units;
    return sum;
  }

  #untilFreed(missing: number, now: number): number {
    let freed = 0;
    let last = Number.POSITIVE_INFINITY;
    const settled = [...this.#spendings].sort((a, b) => (a.settledAt ?? Infinity) - (b.settledAt ?? Infinity));
    for (const { units, settledAt } of settled) {
      if (settledAt === undefined) return Number.POSITIVE_INFINITY;
      freed += units;
      last = settledAt + minuteMilliseconds - now;
      if (freed >= missing) return last;
    }
    return last;
  }

  #forgetBefore(instant: number): void {
    for (const spending of this.#spendings) {
      if (spending.settledAt !== undefined && spending.settledAt <= instant) this.#spendings.delete(spending);
    }
  }
}
