import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "./users.js";

/** What a clearance covers. */
export type ClearanceArea =
  "Appointments" | "Sessions" | "Clients" | "Users" | "Company Preferences" | "Control Center" | "Plugin Manager";

/** How far a clearance goes; each level contains the ones before. */
export type ClearanceLevel = "none" | "view" | "add-modify" | "delete";

/**
 * What a user may do in the studio. It holds for changes that arrive through a
 * plugin just as on screen (X1). While security is off everybody may do everything.
 */
export interface Clearances {
  levelOf(userId: UserId, area: ClearanceArea): Promise<ClearanceLevel>;
  allows(userId: UserId, area: ClearanceArea, needed: ClearanceLevel): Promise<boolean>;
}
export const Clearances = serviceToken<Clearances>("clearances");
