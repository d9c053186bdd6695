import { Studio, Users } from "../../api/index.js";
import type { User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { countryOfLocale } from "../contacts/index.js";
import { CalendarVisits, UserSync, VisitRefusedError, titleSettingsOf } from "../job/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";
import type { RunReport } from "../reports/index.js";
import { processorId } from "../settings/index.js";
import { readBothListings } from "./both-listings.js";
import { findInconsistencies } from "./find-inconsistencies.js";
import { findPeopleInconsistencies } from "./find-people-inconsistencies.js";
import { isRepairable } from "./finding.js";
import type { Finding, PeopleFinding, ScheduleFinding } from "./finding.js";
import { readPeopleListings } from "./people-listings.js";
import type { PeopleListings } from "./people-listings.js";
import { preparePeople } from "./repair-people.js";
import { prepareSchedule } from "./repair-schedule.js";

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
   * Compares studio, links and Google without changing anything: the schedule, and clients where they are synced.
   * @throws VisitRefusedError for a user who is not connected or being synced
   * @throws GoogleError when the calendar or the contacts cannot be listed
   */
  async check(userId: UserId, signal: AbortSignal): Promise<readonly Finding[]> {
    const user = await this.#userOf(userId);
    return this.visits.visit(user, { purpose: "check", journalAs: undefined, signal }, async (context, opened) => {
      const { schedule, people } = await look(context, opened);
      return [...schedule, ...people];
    });
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
      async (context, opened) => {
        const { schedule, people, listings } = await look(context, opened);
        const onSchedule = schedule.filter(isRepairable);
        if (onSchedule.length > 0) await prepareSchedule(onSchedule, context);
        const amongPeople = people.filter(isRepairable);
        if (listings !== undefined && amongPeople.length > 0) await preparePeople(amongPeople, listings, context);
        return [...schedule, ...people];
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

/** What was found, and what Repair of clients and contacts starts from. */
interface Looked {
  readonly schedule: readonly ScheduleFinding[];
  readonly people: readonly PeopleFinding[];
  readonly listings: PeopleListings | undefined;
}

async function look(context: RunContext, opened: OpenCalendar): Promise<Looked> {
  const areTitlesCurrent = context.stream.titleSettings === titleSettingsOf(context);
  const schedule = findInconsistencies(await readBothListings(context), { ...context, areTitlesCurrent });
  const listings = await readPeopleListings(context, opened);
  if (listings === undefined) return { schedule, people: [], listings };
  const { services, user, studioGuid, settings } = context;
  const { locale } = await services.studio.facts();
  const people = findPeopleInconsistencies(listings, {
    studioGuid,
    userGuid: user.guid,
    canon: { country: countryOfLocale(locale), limits: services.clients.limits },
    isTwoWay: settings.user.sendContacts,
  });
  return { schedule, people, listings };
}
