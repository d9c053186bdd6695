import { toDisposable } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import type { SeededRandom } from "../random.js";
import type { Answer } from "./call.js";
import { googleErrors } from "./google-errors.js";
import type { GoogleErrorName } from "./google-errors.js";

/** Which calls a rule is about; everything named must fit. */
export interface FaultMatch {
  readonly method?: string;
  readonly path?: RegExp;
  /** `calendar.events.list`, `batch`, `oauth.token`... */
  readonly operation?: string;
  /** The e-mail address of the account. */
  readonly account?: string;
  /** Only the n-th fitting call (from 1), counted from when the rule was added. */
  readonly nth?: number;
  /** Only calls inside batches, or only calls outside. */
  readonly where?: "in-batch" | "outside-batch";
}

export type Fault =
  /** An error answer from the catalogue, by name, or one of the test's own. */
  | { readonly kind: "error"; readonly error: GoogleErrorName | Answer; readonly retryAfterSeconds?: number }
  /** The connection is cut without an answer. */
  | { readonly kind: "reset" }
  /** The true answer, so many milliseconds late. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** The answer's length is announced truly, but the connection is cut in the middle of the body. */
  | { readonly kind: "truncate" };

export interface FaultRule {
  readonly match?: FaultMatch;
  readonly fault: Fault;
  /** Whether the call takes effect first (a lost answer) or not at all. Default: `before`, not at all. */
  readonly when?: "before" | "after";
  /** How often it happens; without it, always. */
  readonly times?: number;
  /** From 0 to 1, by the seeded random; without it, always. */
  readonly probability?: number;
}

/** Makes chosen calls fail in a chosen way. */
export interface FaultInjection {
  /** Adds a rule; the first fitting rule decides. Dispose what comes back to take it away. */
  add(rule: FaultRule): Disposable;
  clear(): void;
  /** How many faults have happened. */
  readonly happened: number;
}

/** What rules look at. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly account: string | undefined;
  readonly isInBatch: boolean;
}

interface ActiveRule {
  readonly rule: FaultRule;
  seen: number;
  left: number;
}

/** The rules a server has, in the order they were added. */
export class FaultRules implements FaultInjection {
  #rules: ActiveRule[] = [];
  #happened = 0;

  constructor(private readonly random: SeededRandom) {}

  get happened(): number {
    return this.#happened;
  }

  add(rule: FaultRule): Disposable {
    const active: ActiveRule = { rule, seen: 0, left: rule.times ?? Number.POSITIVE_INFINITY };
    this.#rules.push(active);
    return toDisposable(() => {
      this.#rules = this.#rules.filter((other) => other !== active);
    });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that happens to this call, if any. */
  decide(subject: FaultSubject): FaultRule | undefined {
    for (const active of this.#rules) {
      if (!fits(active.rule.match ?? {}, subject)) continue;
      active.seen += 1;
      if (active.rule.match?.nth !== undefined && active.seen !== active.rule.match.nth) continue;
      if (active.left <= 0) continue;
      if (active.rule.probability !== undefined && this.random.next() >= active.rule.probability) continue;
      active.left -= 1;
      this.#happened += 1;
      return active.rule;
    }
    return undefined;
  }
}

function fits(match: FaultMatch, subject: FaultSubject): boolean {
  if (match.method !== undefined && match.method !== subject.method) return false;
  if (match.path !== undefined && !match.path.test(subject.path)) return false;
  if (match.operation !== undefined && match.operation !== subject.operation) return false;
  if (match.account !== undefined && match.account !== subject.account) return false;
  return match.where === undefined || (match.where === "in-batch") === subject.isInBatch;
}

/** The answer of a fault of kind `error`. */
export function faultAnswer(fault: Extract<Fault, { kind: "error" }>): Answer {
  const answer: Answer = typeof fault.error === "string" ? googleErrors[fault.error] : fault.error;
  if (fault.retryAfterSeconds === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, "Retry-After": String(fault.retryAfterSeconds) } };
}
