import type { Preferences, UserId } from "../../api/index.js";
import type { GoogleCompanySettings } from "../../api/schemas/google-company-settings.generated.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";

/** The job of the manifest; its computer's zone is the sync zone (C20). */
export const processorId = "google-sync.processor";

/** The pages of the manifest. */
export const userPage = "google-sync.user-page";
export const companyPage = "google-sync.company-page";

/** A user's Google tab together with the studio's Google page. */
export interface SyncSettings {
  readonly user: GoogleUserSettings;
  readonly company: GoogleCompanySettings;
}

/** The saved settings, defaults for what was never saved. They passed the pages' schemas, hence the casts. */
export async function readSyncSettings(preferences: Preferences, userId: UserId): Promise<SyncSettings> {
  const user = await preferences.read({ kind: "user", userId }, userPage);
  return { user: user as unknown as GoogleUserSettings, company: await readCompanySettings(preferences) };
}

/** The studio's Google page alone. */
export async function readCompanySettings(preferences: Preferences): Promise<GoogleCompanySettings> {
  const company = await preferences.read({ kind: "company" }, companyPage);
  return company as unknown as GoogleCompanySettings;
}
