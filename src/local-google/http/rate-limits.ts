import type { Clock } from "../clock.js";
import { googleErrors } from "./google-errors.js";
import type { Answer } from "./call.js";

/** Quota units a sliding minute allows. */
export interface RateLimits {
  readonly unitsPerMinutePerUser: number;
  readonly unitsPerMinutePerProject: number;
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
