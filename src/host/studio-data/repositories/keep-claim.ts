import type { Clock } from "../../../api/index.js";
import { watchSignal } from "../../../base/watched-signal.js";
import { ClaimLostError } from "../errors.js";

/** How long a claim lasts without renewal, and how often it is renewed. */
export interface Lease {
  readonly milliseconds: number;
  readonly renewEvery: number;
}

/** A claim being renewed until it is stopped. */
export interface KeptClaim {
  /** Aborted with a `ClaimLostError` as soon as the claim may be somebody else's. */
  readonly signal: AbortSignal;
  /** Ends the renewals; resolves when none is under way. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Renews a claim over and over. A renewal that says no ends it at once; one that fails or
 * hangs (a lost network) is tried again while the lease surely lasts.
 * @param renew says whether the claim is still ours
 */
export function keepClaim(clock: Clock, lease: Lease, renew: () => Promise<boolean>): KeptClaim {
  const lost = new AbortController();
  const stopping = new AbortController();
  let validUntil = clock.now().getTime() + lease.milliseconds;
  // Woken after the lease is over, nobody waits for the timer to notice.
  watchSignal(lost.signal, () => {
    if (!stopping.signal.aborted && clock.now().getTime() >= validUntil) lost.abort(new ClaimLostError());
  });
  const loop = renewals();
  return {
    signal: lost.signal,
    async stop() {
      stopping.abort(new Error("The claim was given back"));
      await loop;
    },
  };

  async function renewals(): Promise<void> {
    while (await sleeps(lease.renewEvery, stopping.signal)) {
      const begun = clock.now().getTime();
      const outcome = await attempt(validUntil - begun);
      if (outcome === "stopped") return;
      if (outcome === "renewed") validUntil = begun + lease.milliseconds;
      else if (outcome === "lost" || clock.now().getTime() + lease.renewEvery >= validUntil) {
        lost.abort(new ClaimLostError(outcome instanceof Error ? outcome : undefined));
        return;
      }
    }
  }

  /** One renewal; one that takes as long as the lease lasts has lost it. */
  async function attempt(milliseconds: number): Promise<"renewed" | "lost" | "stopped" | Error> {
    const over = new AbortController();
    const timeout = sleeps(milliseconds, AbortSignal.any([stopping.signal, over.signal]));
    try {
      return await Promise.race([
        renew().then((isOurs) => (isOurs ? "renewed" : "lost")),
        timeout.then((isOver) => (isOver ? "lost" : "stopped")),
      ]);
    } catch (failure) {
      return failure instanceof Error ? failure : new Error(String(failure));
    } finally {
      over.abort(new Error("The renewal was answered"));
    }
  }

  /** False when the signal ended the sleep. */
  async function sleeps(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    try {
      await clock.sleep(milliseconds, signal);
      return true;
    } catch (stopped) {
      if (signal.aborted) return false;
      throw stopped;
    }
  }
}
