/** The Google tab and the studio's Google page. */
export { companyPage, readSyncSettings, userPage } from "./sync-settings.js";
export type { SyncSettings } from "./sync-settings.js";
