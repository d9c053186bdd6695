import { Claims, Clock } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";

/** Whose turn it is to send: one process of the studio at a time, so that no mail is sent twice. */
@injectable()
export class MailQueueTurn {
  constructor(
    @inject(Claims) private readonly claims: Claims,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Does the work when it is this process's turn; otherwise another one is at it. */
  async take(work: (ours: AbortSignal) => Promise<void>): Promise<void> {
    const claimed = await this.claims.claim("outgoing-mails", "sending mails");
    if ("held" in claimed) return;
    try {
      await work(claimed.claim.signal);
    } finally {
      await claimed.claim.release();
    }
  }
}
