/** Clients and client groups as people keep them by hand. */
export { ClientErasures } from "./client-erasures.js";
export { ClientGroups } from "./client-groups.js";
export { ClientRecords } from "./client-records.js";
export { MergesByPlugins } from "./merges-by-plugins.js";
