import { Studio, Users } from "../../api/index.js";
import type { User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { CalendarVisits, UserSync, VisitRefusedError, titleSettingsOf } from "../job/index.js";
import type { RunContext } from "../job/index.js";
import type { RunReport } from "../reports/index.js";
import { processorId } from "../settings/index.js";
import { readBothListings } from "./both-listings.js";
import { findInconsistencies } from "./find-inconsistencies.js";
import { isRepairable } from "./finding.js";
import type { Finding } from "./finding.js";
import { prepareRepair } from "./repair.js";

/** What Repair did: the findings it took up, and the run that put them right or held them. */
export interface RepairResult {
  readonly findings: readonly Finding[];
  readonly report: RunReport | undefined;
}

/** "Check" and "Repair" of one user (R5). */
@injectable()
export class CheckRun {
  constructor(
    @inject(Users) private readonly users: Users,
    @inject(Studio) private readonly studio: Studio,
    @inject(CalendarVisits) private readonly visits: CalendarVisits,
    @inject(UserSync) private readonly sync: UserSync,
  ) {}

  /**
   * Compares studio, links and Google without changing anything.
   * @throws VisitRefusedError for a user who is not connected or being synced
   * @throws GoogleError when the calendar cannot be listed
   */
  async check(userId: UserId, signal: AbortSignal): Promise<readonly Finding[]> {
    const user = await this.#userOf(userId);
    return this.visits.visit(user, { purpose: "check", journalAs: undefined, signal }, look);
  }

  /**
   * Checks, then runs the sync with what was found put up for decision: planned, guarded and reported like
   * anything else.
   * @throws as `check`
   */
  async repair(userId: UserId, signal: AbortSignal): Promise<RepairResult> {
    const user = await this.#userOf(userId);
    const findings = await this.visits.visit(
      user,
      { purpose: "check", journalAs: undefined, signal },
      async (context) => {
        const found = await look(context);
        const repairable = found.filter(isRepairable);
        if (repairable.length > 0) await prepareRepair(repairable, context);
        return found;
      },
    );
    if (!findings.some(isRepairable)) return { findings, report: undefined };
    const zone = await this.studio.syncZone(processorId);
    const { report } = await this.sync.run({ user, jobRunId: "repair", zone, isPreview: false, signal });
    return { findings, report };
  }

  async #userOf(userId: UserId): Promise<User> {
    const user = await this.users.findById(userId);
    if (user === undefined) throw new VisitRefusedError("This user does not exist any more.");
    return user;
  }
}

async function look(context: RunContext): Promise<readonly Finding[]> {
  const listings = await readBothListings(context);
  const areTitlesCurrent = context.stream.titleSettings === titleSettingsOf(context);
  return findInconsistencies(listings, { ...context, areTitlesCurrent });
}
