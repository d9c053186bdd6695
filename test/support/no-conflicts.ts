import type { ScheduleConflicts } from "../../src/api/index.js";

/** A studio in which nobody is ever double booked. */
export const noConflicts: ScheduleConflicts = { detect: () => Promise.resolve(0), count: () => Promise.resolve(0) };
