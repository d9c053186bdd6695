/** Tries after which an item is parked until it changes (G3). */
const triesBeforeParking = 5;

/** Minutes until an item is tried again after its first tries, and after all others (G3). */
const retryMinutes = [5, 15, 60];
const laterMinutes = 240;

/** What is remembered of an item that failed. */
export interface NextTry {
  readonly attempts: number;
  /** Left alone until it changes, or somebody says "Try again". */
  readonly isParked: boolean;
  readonly retryAt: Date;
}

/** When an item that has just failed is tried again: later every time, and parked after five tries (G3). */
export function nextTry(triesSoFar: number, now: Date): NextTry {
  const attempts = triesSoFar + 1;
  const minutes = retryMinutes[triesSoFar] ?? laterMinutes;
  return {
    attempts,
    isParked: attempts >= triesBeforeParking,
    retryAt: new Date(now.getTime() + minutes * 60_000),
  };
}
