import { Clock, Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { MailQueue } from "./mail-queue.js";
import { MailWaker } from "./mail-waker.js";

/** How often a process looks for mails another one left. */
const lookEvery = 15_000;

/** The sending of a process, beside everything else it does. */
@injectable()
export class MailPost {
  constructor(
    @inject(MailQueue) private readonly queue: MailQueue,
    @inject(MailWaker) private readonly waker: MailWaker,
    @inject(Clock) private readonly clock: Clock,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Goes on until the signal aborts. Never rejects. */
  async serve(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = this.waker.until(signal);
      this.waker.take();
      await this.#sendDue(signal);
      await this.#pause(next.signal);
      next.end();
    }
  }

  /** Sends what this process left behind, for one that does not serve and is about to end. */
  async flush(): Promise<void> {
    if (this.waker.take()) await this.#sendDue(new AbortController().signal);
  }

  async #sendDue(signal: AbortSignal): Promise<void> {
    try {
      await this.queue.sendDue(signal);
    } catch (failure) {
      this.logger.error("Mails could not be looked for", { reason: messageOf(failure) });
    }
  }

  async #pause(signal: AbortSignal): Promise<void> {
    try {
      await this.clock.sleep(lookEvery, signal);
    } catch (failure) {
      if (!signal.aborted) throw failure;
    }
  }
}
