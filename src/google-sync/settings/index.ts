/** The saved values of the Google tab and of the studio's Google page. */
export { calendarLimits, contactLimits } from "./guard-limits.js";
export { companyPage, processorId, readCompanySettings, readSyncSettings, userPage } from "./sync-settings.js";
export type { SyncSettings } from "./sync-settings.js";
