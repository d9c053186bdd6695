import type { GoogleCompanySettings } from "../../api/schemas/google-company-settings.generated.js";
import type { GuardLimits } from "../engine/index.js";

/** The studio's limits of G1 for appointments and sessions; what comes in new is no reason to ask. */
export function calendarLimits(company: GoogleCompanySettings): GuardLimits {
  return {
    deletions: company.guardDeletions,
    deletionShare: company.guardDeletionShare / 100,
    moves: company.guardMoves,
    moveShare: company.guardMoveShare / 100,
  };
}

/** The studio's limits of G1 for clients and contacts. */
export function contactLimits(company: GoogleCompanySettings): GuardLimits {
  return {
    ...calendarLimits(company),
    replacements: { count: company.guardReplacements, share: company.guardReplacementShare / 100 },
    creations: { count: company.guardNewClients, share: company.guardNewClientShare / 100 },
  };
}
