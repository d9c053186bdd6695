import type { Clock } from "../../api/services/clock.js";
import type { PaceTicket } from "./pace-ticket.js";
import { RateWindow } from "./rate-window.js";
import type { RateLimits } from "./rate-window.js";

/** Units per minute, per account and for the whole project. */
export interface QuotaLimits {
  readonly account: RateLimits;
  readonly project: RateLimits;
}

interface Waiting {
  readonly units: number;
  grant(ticket: PaceTicket): void;
}

/**
 * The quotas of one API of Google, shared among everything this process does. Accounts that wait
 * take turns, so one first import starves nobody.
 */
export class FairPacer {
  readonly #project: RateWindow;
  readonly #accounts = new Map<string, RateWindow>();
  /** Accounts in the order of their turns, each with its requests in order. */
  readonly #queues = new Map<string, Waiting[]>();
  #wake: AbortController | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly limits: QuotaLimits,
  ) {
    this.#project = new RateWindow(limits.project, this.#now());
  }

  /** Resolves when the units are affordable for the account and for the project. */
  acquire(account: string, units: number, signal: AbortSignal): Promise<PaceTicket> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const giveUp = (): void => {
        this.#remove(account, waiting);
        this.#serve();
        // An abort's reason is whatever the aborting side gave.
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        units,
        grant(ticket) {
          signal.removeEventListener("abort", giveUp);
          resolve(ticket);
        },
      };
      signal.addEventListener("abort", giveUp, { once: true });
      this.#queues.set(account, [...(this.#queues.get(account) ?? []), waiting]);
      this.#serve();
    });
  }

  /** Grants whatever is affordable, turn by turn, and wakes up for the rest. */
  #serve(): void {
    for (;;) {
      const next = this.#next();
      if (next.kind === "wait") return this.#wakeUpIn(next.milliseconds);
      this.#remove(next.account, next.waiting);
      // The account's other requests go to the end of the round.
      const others = this.#queues.get(next.account);
      if (others !== undefined) {
        this.#queues.delete(next.account);
        this.#queues.set(next.account, others);
      }
      next.waiting.grant(this.#spend(next.account, next.waiting.units));
    }
  }

  #next():
    | { readonly kind: "grant"; readonly account: string; readonly waiting: Waiting }
    | { readonly kind: "wait"; readonly milliseconds: number } {
    const now = this.#now();
    let milliseconds = Number.POSITIVE_INFINITY;
    for (const [account, [waiting]] of this.#queues) {
      if (waiting === undefined) continue;
      const ownWait = this.#windowOf(account).waitFor(waiting.units, now);
      if (ownWait > 0) {
        milliseconds = Math.min(milliseconds, ownWait);
        continue;
      }
      const projectWait = this.#project.waitFor(waiting.units, now);
      if (projectWait === 0) return { kind: "grant", account, waiting };
      // It is this account's turn: nobody with a smaller request passes it.
      return { kind: "wait", milliseconds: Math.min(milliseconds, projectWait) };
    }
    return { kind: "wait", milliseconds };
  }

  #spend(account: string, units: number): PaceTicket {
    const now = this.#now();
    const own = this.#windowOf(account);
    const spendings = { user: own.spend(units, now), project: this.#project.spend(units, now) };
    return {
      refused: (scope, refusedUnits) => {
        const window = scope === "user" ? own : this.#project;
        window.refuse(spendings[scope], refusedUnits, this.#now());
      },
      settle: () => {
        spendings.user.settledAt ??= this.#now();
        spendings.project.settledAt ??= this.#now();
        this.#serve();
      },
    };
  }

  #wakeUpIn(milliseconds: number): void {
    this.#wake?.abort();
    this.#wake = undefined;
    if (!Number.isFinite(milliseconds)) return;
    const wake = new AbortController();
    this.#wake = wake;
    this.clock.sleep(milliseconds, wake.signal).then(
      () => {
        if (!wake.signal.aborted) this.#serve();
      },
      () => undefined, // woken for another time instead
    );
  }

  #windowOf(account: string): RateWindow {
    const known = this.#accounts.get(account) ?? new RateWindow(this.limits.account, this.#now());
    this.#accounts.set(account, known);
    return known;
  }

  #remove(account: string, waiting: Waiting): void {
    const rest = (this.#queues.get(account) ?? []).filter((each) => each !== waiting);
    if (rest.length === 0) this.#queues.delete(account);
    else this.#queues.set(account, rest);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
