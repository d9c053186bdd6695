import type { Clock } from "../../api/services/clock.js";
import type { Logger } from "../../api/services/logger.js";
import { GoogleError } from "./errors.js";
import type { RetryBudget } from "./retry-budget.js";

const longestWaitMilliseconds = 64_000;

/** Repeats of one request; together they wait about a minute. A run's patience with all of them is its budget. */
const mostRepeats = 6;

/** Where nothing answers at all, somebody is waiting for the one clear line that says so. */
const mostRepeatsUnreachable = 3;

/**
 * The wait before repeat number `attempt` (from 0): doubling from a second up to about a
 * minute, up to a second of jitter, and never less than Google asked for.
 * Source: developers.google.com/workspace/calendar/api/guides/quota (truncated exponential backoff).
 */
export function backoffMilliseconds(
  attempt: number,
  random: () => number,
  retryAfterMilliseconds: number | undefined,
): number {
  const growing = Math.min(2 ** attempt * 1000 + random() * 1000, longestWaitMilliseconds);
  return Math.max(growing, retryAfterMilliseconds ?? 0);
}

/** Repeats what may succeed later, within the run's budget. */
export class Retrier {
  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly budget: RetryBudget,
    private readonly signal: AbortSignal,
    private readonly random: () => number,
  ) {}

  /**
   * @param repeats says of an error whether the work may be repeated after it
   * @throws the last GoogleError when it cannot be repeated or the budget is used up
   */
  async run<T>(work: () => Promise<T>, repeats: (error: GoogleError) => boolean = mayRepeat): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof GoogleError) || !repeats(error)) throw error;
        if (!(await this.waitBeforeRepeating(error, attempt))) throw error;
      }
    }
  }

  /** Waits as long as the error asks for; false when it is not to be repeated. */
  async waitBeforeRepeating(error: GoogleError, attempt: number): Promise<boolean> {
    if (!mayRepeat(error)) return false;
    if (attempt >= (isUnreachable(error) ? mostRepeatsUnreachable : mostRepeats)) return false;
    const wait = backoffMilliseconds(attempt, this.random, error.retryAfterMilliseconds);
    const fields = { code: error.code, reason: error.reason, attempt: attempt + 1, waitMilliseconds: Math.round(wait) };
    if (!this.budget.take(wait)) {
      this.logger.warn("Google did not answer in time; the rest continues at the next run", fields);
      return false;
    }
    this.logger.info("Repeating a request to Google after a wait", fields);
    await this.clock.sleep(wait, this.signal);
    return true;
  }
}

/** Google said that it did nothing, or was never reached. Of anything else nobody knows. */
export function wasNotCarriedOut(error: GoogleError): boolean {
  return isUnreachable(error) || (error.verdict.kind === "retry-later" && error.verdict.because === "rate");
}

/** A repeat is harmless: inserts carry chosen ids, changes carry etags, and deletions may find nothing. */
function mayRepeat(error: GoogleError): boolean {
  return error.verdict.kind === "retry-later" || error.verdict.kind === "malformed-answer";
}

function isUnreachable({ verdict, reason }: GoogleError): boolean {
  const isNetwork = verdict.kind === "retry-later" && verdict.because === "network";
  return isNetwork && ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"].includes(reason ?? "");
}
