const minutes = 60_000;
/** Pauses between tries; the last one repeats. */
const pauses = [1, 2, 5, 10, 20, 30, 60].map((some) => some * minutes);
const givenUpAfter = 24 * 60 * minutes;

/** When a mail that was tried so often is tried again; undefined when a day has passed. */
export function nextTry(queuedAt: Date, attemptsBefore: number, now: Date): Date | undefined {
  if (now.getTime() - queuedAt.getTime() >= givenUpAfter) return undefined;
  const pause = pauses[Math.min(attemptsBefore, pauses.length - 1)] ?? givenUpAfter;
  return new Date(now.getTime() + pause);
}
