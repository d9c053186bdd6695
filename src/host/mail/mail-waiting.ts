import { Clock } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { OutgoingMailStore } from "../studio-data/index.js";
import { MailWaker } from "./mail-waker.js";

/** The mails that wait, as the Email pages see them. */
@injectable()
export class MailWaiting {
  constructor(
    @inject(OutgoingMailStore) private readonly store: OutgoingMailStore,
    @inject(MailWaker) private readonly waker: MailWaker,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  count(): Promise<number> {
    return this.store.count();
  }

  /** The settings have changed: what waits is tried at once. */
  async hurry(): Promise<void> {
    await this.store.hurry(this.clock.now());
    this.waker.wake();
  }
}
