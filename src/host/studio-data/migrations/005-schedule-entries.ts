import type { PluginMigration } from "../../../api/index.js";
import { createScheduleViews, dropScheduleViews } from "./schedule-views.js";

/** Users' schedules as views. */
export const scheduleEntries: PluginMigration = {
  name: "005-schedule-entries",
  up: createScheduleViews,
  down: dropScheduleViews,
};
