import { Clock } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { TooManyAttemptsError } from "./errors.js";

/** By what stands before the colon of a key: a studio's computers may share one address. */
const attemptsAllowed: Readonly<Record<string, number>> = { name: 5, address: 30 };
const period = 15 * 60_000;

/** Counts failed sign-ins by name and by address, so that nobody can try passwords for long (X2). */
@injectable()
export class AttemptLimit {
  readonly #failures = new Map<string, Date[]>();

  constructor(@inject(Clock) private readonly clock: Clock) {}

  /** @param keys `name:…` and `address:…` @throws TooManyAttemptsError when one of the keys failed too often lately */
  check(keys: readonly string[]): void {
    for (const key of keys) {
      const recent = this.#recent(key);
      const [oldest] = recent;
      if (oldest === undefined || recent.length < (attemptsAllowed[key.split(":")[0] ?? ""] ?? 5)) continue;
      const wait = oldest.getTime() + period - this.clock.now().getTime();
      throw new TooManyAttemptsError(Math.max(1, Math.ceil(wait / 60_000)));
    }
  }

  failed(keys: readonly string[]): void {
    for (const key of keys) this.#failures.set(key, [...this.#recent(key), this.clock.now()]);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #recent(key: string): Date[] {
    const since = this.clock.now().getTime() - period;
    const recent = (this.#failures.get(key) ?? []).filter((at) => at.getTime() > since);
    if (recent.length === 0) this.#failures.delete(key);
    return recent;
  }
}
