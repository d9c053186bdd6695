export { ConflictChecker } from "./conflict-checker.js";
export type { ConflictVerdict, Occupation, PlannedBooking } from "./conflict-checker.js";
export { DetectConflicts } from "./detect-conflicts.js";
export { LiveConflicts } from "./live-conflicts.js";
export { ResolveConflicts } from "./resolve-conflicts.js";
export type { ShownConflict } from "./resolve-conflicts.js";
export { SchedulingPage } from "./scheduling-page.js";
export { schedulingSettings } from "./scheduling-settings.js";
