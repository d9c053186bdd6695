export { HostPages, declareHostPages, hostSchema } from "./host-page.js";
export type { HostPage, PageValues } from "./host-page.js";
export { fieldsOf, withDefaults } from "./page-schema.js";
export { PluginPreferences } from "./plugin-preferences.js";
export { PreferencePages } from "./preference-pages.js";
export type { OpenedPage, SaveResult } from "./preference-pages.js";
export { StoredPreferences } from "./stored-preferences.js";
