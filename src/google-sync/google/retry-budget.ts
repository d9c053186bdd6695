/** How much repeating one run may do, all its requests together (G4). What is left over continues at the next run. */
export interface RetryBudget {
  /** Takes one repeat after that wait from the budget; false when it is used up. */
  take(waitMilliseconds: number): boolean;
}

/** Enough for a Google that is ill for some minutes, and too little to hang a job run. */
const defaultRetryBudget = { repeats: 60, waitingMilliseconds: 10 * 60_000 } as const;

export function createRetryBudget(
  limits: { readonly repeats: number; readonly waitingMilliseconds: number } = defaultRetryBudget,
): RetryBudget {
  let { repeats, waitingMilliseconds } = limits;
  return {
    take(waitMilliseconds) {
      if (repeats < 1 || waitMilliseconds > waitingMilliseconds) return false;
      repeats -= 1;
      waitingMilliseconds -= waitMilliseconds;
      return true;
    },
  };
}
