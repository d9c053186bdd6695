import type { Clock } from "../../api/services/clock.js";
import { FairPacer } from "./fair-pacer.js";
import type { QuotaLimits } from "./fair-pacer.js";
import type { PaceTicket } from "./pace-ticket.js";
import { Turns } from "./turns.js";

/**
 * What a request is about. Calendar and contacts have quotas of their own, and of one account's
 * changes of contacts Google wants one at a time (google.md 3.5).
 */
export type PacedUse = "calendar" | "contacts" | "contact-change";

/**
 * Shares Google's quotas, per account and per Cloud project, among everything this process
 * does. Accounts that wait take turns, so one first import starves nobody.
 */
export interface Pacer {
  /**
   * Resolves when the units are affordable for the account and for the project, and for a
   * "contact-change" when no other one of the account is under way.
   * @param units Calendar: 3 for a PATCH, 1 for any other call; a batch costs the sum of its calls. Contacts:
   * critical reads or writes, whichever are more
   * @param use "calendar" when not given
   */
  acquire(account: string, units: number, signal: AbortSignal, use?: PacedUse): Promise<PaceTicket>;
}

/** Units per minute of Calendar, and of contacts (the usual ones when not given). */
export interface PacerLimits extends QuotaLimits {
  readonly contacts?: QuotaLimits;
}

/** As third parties quote them: 60 to 90 critical reads and 30 to 90 critical writes a minute (google.md 3.6). */
const contactLimits: QuotaLimits = {
  account: { start: 45, ceiling: 90 },
  project: { start: 900, ceiling: 1_800 },
};

/** Quotas as third parties quote them; begins at five calls a second (google.md 2.11 and 9). */
export const defaultPacerLimits: PacerLimits = {
  account: { start: 300, ceiling: 600 },
  project: { start: 5_000, ceiling: 10_000 },
};

const unlimited: QuotaLimits = {
  account: { start: Number.MAX_SAFE_INTEGER, ceiling: Number.MAX_SAFE_INTEGER },
  project: { start: Number.MAX_SAFE_INTEGER, ceiling: Number.MAX_SAFE_INTEGER },
};

/** No pace at all, where a server without quotas stands in for Google. */
export const unlimitedPace: PacerLimits = { ...unlimited, contacts: unlimited };

export function createPacer(clock: Clock, limits: PacerLimits = defaultPacerLimits): Pacer {
  const calendar = new FairPacer(clock, limits);
  const contacts = new FairPacer(clock, limits.contacts ?? contactLimits);
  const changes = new Turns();
  return {
    async acquire(account, units, signal, use = "calendar") {
      if (use === "calendar") return calendar.acquire(account, units, signal);
      if (use === "contacts") return contacts.acquire(account, units, signal);
      const turn = await changes.take(account, signal);
      try {
        const ticket = await contacts.acquire(account, units, signal);
        return {
          refused: (scope, refusedUnits) => ticket.refused(scope, refusedUnits),
          settle: (outcome) => {
            ticket.settle(outcome);
            turn.end();
          },
        };
      } catch (error) {
        turn.end();
        throw error;
      }
    },
  };
}
