import type { SchedulingSettings } from "../../api/schemas/scheduling-settings.generated.js";
import type { StoredPreferences } from "../preferences/index.js";
import { schedulingPageId } from "./scheduling-page.js";

/** "Scheduling Conflict Checker" of Company (Studio) Preferences > Scheduling (S2). */
export async function conflictCheckerSetting(
  preferences: StoredPreferences,
): Promise<SchedulingSettings["conflictChecker"]> {
  const values = await preferences.read({ kind: "company" }, schedulingPageId);
  // The page's schema is the promise of this type.
  return (values as unknown as SchedulingSettings).conflictChecker;
}
