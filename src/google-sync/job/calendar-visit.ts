import { Claims, Preferences, Progress, Studio } from "../../api/index.js";
import type { User } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { anySignal } from "../../base/watched-signal.js";
import { ReportBuilder } from "../reports/index.js";
import { processorId, readSyncSettings } from "../settings/index.js";
import { CalendarAccess } from "./calendar-access.js";
import type { OpenCalendar } from "./calendar-access.js";
import { openContext } from "./open-context.js";
import { RunServices } from "./run-context.js";
import type { RunContext } from "./run-context.js";

/** A user's calendar cannot be visited now. */
export class VisitRefusedError extends CodedError {
  readonly code = "visit-refused";
}

/** What somebody wants with a user's calendar. */
export interface Visit {
  /** Who holds the claim meanwhile, as other runs are told. */
  readonly purpose: "undo" | "check";
  /** Names the run in the journal; none is begun for what writes nothing. */
  readonly journalAs: string | undefined;
  readonly signal: AbortSignal;
}

/** Opens a user's calendar for what a person asked for outside of a run: Undo, Check. */
@injectable()
export class CalendarVisits {
  constructor(
    @inject(RunServices) private readonly services: RunServices,
    @inject(CalendarAccess) private readonly access: CalendarAccess,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(Claims) private readonly claims: Claims,
    @inject(Progress) private readonly progress: Progress,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /**
   * Does the work while the user is claimed, so that no run is at it at the same time (G6).
   * @throws VisitRefusedError for a user who is not connected or being synced
   */
  async visit<T>(
    user: User,
    visit: Visit,
    work: (context: RunContext, opened: OpenCalendar) => Promise<T>,
  ): Promise<T> {
    const { services } = this;
    const claimed = await this.claims.claim(`user/${user.id}`, visit.purpose);
    if ("held" in claimed) {
      throw new VisitRefusedError(`Another run is at work on this user (${claimed.held.heldBy}).`, {
        hint: "Try again when it has ended.",
      });
    }
    try {
      const signal = anySignal([visit.signal, claimed.claim.signal]);
      const access = await this.access.open(user.id, signal);
      if ("notOpened" in access) throw new VisitRefusedError(access.notOpened.reason);
      const isPreview = visit.journalAs === undefined;
      const jobRunId = visit.journalAs ?? visit.purpose;
      const now = services.clock.now();
      const context = await openContext({
        user,
        jobRunId,
        zone: await this.#zoneOf(user, access.opened),
        isPreview,
        signal,
        runId: isPreview ? 0 : await services.journal.begin(user.id, jobRunId, now),
        settings: await readSyncSettings(this.preferences, user.id),
        opened: access.opened,
        report: new ReportBuilder(user.id, now, isPreview),
        services,
        progress: this.progress,
      });
      return await work(context, access.opened);
    } finally {
      await claimed.claim.release();
    }
  }

  /** What runs have written is meant in the zone of the last one, whatever zone the next will be held for (C22). */
  async #zoneOf({ id }: User, { accountSub, calendarId }: OpenCalendar): Promise<ZoneName> {
    const stream = await this.services.links.findStream(id, accountSub, calendarId);
    return stream?.syncZone ?? this.studio.syncZone(processorId);
  }
}
