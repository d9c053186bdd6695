export { ConflictChecker } from "./conflict-checker.js";
export type { ConflictVerdict, PlannedBooking } from "./conflict-checker.js";
export { SchedulingPage } from "./scheduling-page.js";
