import { Claims } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StudioMemory } from "../studio/index.js";
import type { LastingTrouble } from "./job-notices.js";

/** Troubles of jobs that last, remembered for all processes so that each is told at its time only (J6). */
@injectable()
export class JobTroubles {
  constructor(
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(Claims) private readonly claims: Claims,
  ) {}

  /** Does something about a trouble that several processes see, in one of them; nothing while another is at it. */
  async alone(subject: string, work: () => Promise<void>): Promise<void> {
    const claimed = await this.claims.claim(subject, "telling of it");
    if ("held" in claimed) return;
    try {
      await work();
    } finally {
      await claimed.claim.release();
    }
  }

  async find(subject: string): Promise<LastingTrouble | undefined> {
    const { since, toldAt } = await this.memory.read(subject);
    if (typeof since !== "string" || typeof toldAt !== "string") return undefined;
    return { since: new Date(since), toldAt: new Date(toldAt) };
  }

  /** @param trouble undefined when it is over */
  async keep(subject: string, trouble: LastingTrouble | undefined): Promise<void> {
    if (trouble === undefined && (await this.find(subject)) === undefined) return;
    const kept = { since: trouble?.since.toISOString() ?? "", toldAt: trouble?.toldAt.toISOString() ?? "" };
    await this.memory.remember(subject, trouble === undefined ? { since: false, toldAt: false } : kept);
  }
}
