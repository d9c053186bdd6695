/** A value and how often it comes, compared with the others. */
export type Weighted<T> = readonly [value: T, weight: number];

/** Chance that is the same for the same seed, on every computer. Not for secrets. */
export class SampleRandom {
  #state: number;

  constructor(private readonly seed: string) {
    this.#state = hash(seed);
  }

  /** Chance of its own for one part, so that more of one thing does not change the others. */
  part(name: string): SampleRandom {
    return new SampleRandom(`${this.seed}/${name}`);
  }

  /** At least 0, less than 1. */
  next(): number {
    // mulberry32: 32 bits of state are plenty for a sample.
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in so many of a hundred cases. */
  percent(chance: number): boolean {
    return this.next() * 100 < chance;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    return at(values, this.integer(0, values.length - 1));
  }

  /** @throws RangeError when there is nothing to pick from */
  pickWeighted<T>(values: readonly Weighted<T>[]): T {
    let rest = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    const found = values.find(([, weight]) => (rest -= weight) < 0);
    return (found ?? at(values, values.length - 1))[0];
  }

  /** So many different ones, or all where there are fewer, in their order. */
  some<T>(values: readonly T[], count: number): readonly T[] {
    const keys = values.map((_value, index) => ({ index, key: this.next() }));
    const chosen = new Set(
      keys
        .toSorted((a, b) => a.key - b.key)
        .slice(0, count)
        .map(({ index }) => index),
    );
    return values.filter((_value, index) => chosen.has(index));
  }
}

function at<T>(values: readonly T[], index: number): T {
  const entry = values.at(index);
  if (entry === undefined) throw new RangeError("There is nothing to pick from");
  return entry;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return value;
}
