import type { When } from "../../api/index.js";
import { addDays, dayOf, startOf } from "../../base/wall-time.js";
import type { Day } from "../../base/wall-time.js";

/** Who or what is taken: a user or a room. */
export type Taken = `user ${number}` | `room ${number}`;

/** Who is where, so that a sample books nobody twice without wanting to. */
export class SampleDiary {
  readonly #booked = new Map<`${Taken} ${Day}`, When[]>();

  isFree(all: readonly Taken[], when: When): boolean {
    return all.every((one) =>
      (this.#booked.get(`${one} ${dayOf(when.start)}`) ?? []).every(
        (other) => other.end <= when.start || other.start >= when.end,
      ),
    );
  }

  /** On each of its days. */
  book(all: readonly Taken[], when: When): void {
    for (let day = dayOf(when.start); startOf(day) < when.end; day = addDays(day, 1)) {
      for (const one of all) {
        const key = `${one} ${day}` as const;
        this.#booked.set(key, [...(this.#booked.get(key) ?? []), when]);
      }
    }
  }
}

/** Tries the times until one suits everybody; the last one is taken in any case. */
export function findTime(diary: SampleDiary, all: readonly Taken[], propose: () => When, tries = 12): When {
  let when = propose();
  for (let attempt = 1; attempt < tries && !diary.isFree(all, when); attempt += 1) when = propose();
  diary.book(all, when);
  return when;
}
