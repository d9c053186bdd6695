/** The Google tab, and the studio's Google page. */
export { connectedPath } from "./account-actions.js";
export { CompanyPage } from "./company-page.js";
export { ConsentCallback } from "./consent-callback.js";
export { SyncActions } from "./sync-actions.js";
export { StoredGoogleClient } from "./stored-google-client.js";
export { UserPage } from "./user-page.js";
