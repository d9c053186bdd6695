import type { SchedulingSettings } from "../../api/schemas/scheduling-settings.generated.js";
import type { StoredPreferences } from "../preferences/index.js";
import { schedulingPageId } from "./scheduling-page.js";

/** What Company (Studio) Preferences > Scheduling says (S2). */
export async function schedulingSettings(preferences: StoredPreferences): Promise<SchedulingSettings> {
  const values = await preferences.read({ kind: "company" }, schedulingPageId);
  // The page's schema is the promise of this type.
  return values as unknown as SchedulingSettings;
}
