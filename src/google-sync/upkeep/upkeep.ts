import { Clock, Erasures, Logger, Preferences } from "../../api/index.js";
import type { Erasure } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { dayOf, wallTimeAt } from "../../base/wall-time.js";
import type { ZoneName } from "../../base/wall-time.js";
import { readCompanySettings } from "../settings/index.js";
import { Forgetting } from "./forgetting.js";

const day = 24 * 60 * 60_000;
const doneFor = "nightly";
const erasedUpTo = "erased-up-to";

/** What is kept only for a while, and what of erased clients is kept not at all (R6). */
@injectable()
export class Upkeep {
  readonly #forgetting: Forgetting;
  readonly #erasures: Erasures;
  readonly #preferences: Preferences;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(
    @inject(Forgetting) forgetting: Forgetting,
    @inject(Erasures) erasures: Erasures,
    @inject(Preferences) preferences: Preferences,
    @inject(Clock) clock: Clock,
    @inject(Logger) logger: Logger,
  ) {
    this.#forgetting = forgetting;
    this.#erasures = erasures;
    this.#preferences = preferences;
    this.#clock = clock;
    this.#logger = logger;
  }

  /**
   * Once a day, whenever the job asks. Never rejects: what was not forgotten now is forgotten next time.
   * @param zone whose midnight begins a day
   */
  async nightly(zone: ZoneName): Promise<void> {
    const today = dayOf(wallTimeAt(this.#clock.now(), zone));
    try {
      if ((await this.#forgetting.recall(doneFor)) === today) return;
      const { journalDays } = await readCompanySettings(this.#preferences);
      await this.#forgetting.forgetOlderThan(new Date(this.#clock.now().getTime() - journalDays * day));
      await this.#catchUp();
      await this.#forgetting.remember(doneFor, today);
    } catch (failure) {
      this.#logger.error("What is to be forgotten was not", { reason: messageOf(failure) });
    }
  }

  /** At once, for a client erased in this process. Never rejects: the night catches up. */
  async erased(erasure: Erasure): Promise<void> {
    try {
      await this.#forget(erasure);
    } catch (failure) {
      this.#logger.error("An erased client was not forgotten yet", { reason: messageOf(failure) });
    }
  }

  /**
   * Erasures of other processes, and again those of this one: a run that was under way may have
   * written something down after. What is kept of contacts goes now too, after a run had the time
   * to let go of them (K3).
   */
  async #catchUp(): Promise<void> {
    const before = this.#clock.now().getTime() - day;
    const upTo = Number((await this.#forgetting.recall(erasedUpTo)) ?? 0);
    for (const erasure of await this.#erasures.since(upTo)) {
      await this.#forget(erasure);
      if (erasure.erasedAt.getTime() > before) continue;
      await this.#forgetting.forgetContacts(erasure.clientGuid);
      await this.#forgetting.remember(erasedUpTo, String(erasure.id));
    }
  }

  async #forget({ clientGuid, entryIds }: Erasure): Promise<void> {
    await this.#forgetting.forgetItems([clientGuid, ...entryIds], this.#clock.now());
    await this.#forgetting.forgetChoices(clientGuid);
  }
}
