import type { Clock } from "../clock.js";
import type { Answer } from "./call.js";
import { googleErrors } from "./google-errors.js";
import type { ContactQuota } from "./operation.js";

/** Quota units a sliding minute allows. */
export interface RateLimits {
  readonly unitsPerMinutePerUser: number;
  readonly unitsPerMinutePerProject: number;
  /** Of the People API; without it, contacts have no limits. */
  readonly contacts?: ContactLimits;
}

/** What a sliding minute allows one user at the People API. */
export interface ContactLimits {
  readonly criticalReadsPerMinutePerUser: number;
  readonly criticalWritesPerMinutePerUser: number;
  /** First pages of full syncs; the extra quota of connections.list. */
  readonly fullSyncsPerMinutePerUser?: number;
}

const minute = 60_000;

/** Units spent in the last minute, oldest first. */
class Window {
  #spent: { readonly at: number; readonly units: number }[] = [];
  #sum = 0;

  has(now: number, units: number, limit: number): boolean {
    while (this.#spent[0] && this.#spent[0].at <= now - minute) this.#sum -= this.#spent.shift()?.units ?? 0;
    return this.#sum + units <= limit;
  }

  spend(now: number, units: number): void {
    this.#spent.push({ at: now, units });
    this.#sum += units;
  }
}

/**
 * Per user and per project, in a sliding minute of the (virtual) clock. A refused
 * call costs nothing. Google uses several forms for the same refusal; so does this,
 * in turn.
 */
export class RateLimiter {
  readonly #users = new Map<string, Window>();
  readonly #projects = new Map<string, Window>();
  readonly #contacts = new Map<string, Window>();
  #refusals = 0;

  constructor(
    private readonly clock: Clock,
    public limits: RateLimits | "off",
  ) {}

  /** Spends the units, or gives back the refusal. */
  spend(user: string, project: string, units: number): Answer | undefined {
    if (this.limits === "off") return undefined;
    const now = this.clock.now().getTime();
    const userWindow = windowOf(this.#users, `${project} ${user}`);
    const projectWindow = windowOf(this.#projects, project);
    const { unitsPerMinutePerUser, unitsPerMinutePerProject } = this.limits;
    if (!userWindow.has(now, units, unitsPerMinutePerUser)) return this.#refuse("userRateLimitExceeded");
    if (!projectWindow.has(now, units, unitsPerMinutePerProject)) return this.#refuse("rateLimitExceeded");
    userWindow.spend(now, units);
    projectWindow.spend(now, units);
    return undefined;
  }

  /** Spends what a call of the People API takes, or gives back the refusal. */
  spendContacts(user: string, project: string, quota: ContactQuota, isFullSync: boolean): Answer | undefined {
    const limits = this.limits === "off" ? undefined : this.limits.contacts;
    if (!limits) return undefined;
    const now = this.clock.now().getTime();
    const key = `${project} ${user}`;
    const reads = windowOf(this.#contacts, `reads ${key}`);
    const writes = windowOf(this.#contacts, `writes ${key}`);
    const fullSyncs = windowOf(this.#contacts, `full ${key}`);
    const fullSyncLimit = limits.fullSyncsPerMinutePerUser ?? Number.POSITIVE_INFINITY;
    if (!reads.has(now, quota.reads, limits.criticalReadsPerMinutePerUser)) return googleErrors.peopleCriticalReads;
    if (!writes.has(now, quota.writes, limits.criticalWritesPerMinutePerUser)) return googleErrors.peopleCriticalWrites;
    if (isFullSync && !fullSyncs.has(now, 1, fullSyncLimit)) return googleErrors.peopleExhausted;
    reads.spend(now, quota.reads);
    writes.spend(now, quota.writes);
    if (isFullSync) fullSyncs.spend(now, 1);
    return undefined;
  }

  #refuse(form403: "userRateLimitExceeded" | "rateLimitExceeded"): Answer {
    this.#refusals += 1;
    return this.#refusals % 2 === 1 ? googleErrors[form403] : googleErrors.tooManyRequests;
  }
}

function windowOf(windows: Map<string, Window>, key: string): Window {
  const known = windows.get(key);
  if (known) return known;
  const window = new Window();
  windows.set(key, window);
  return window;
}
