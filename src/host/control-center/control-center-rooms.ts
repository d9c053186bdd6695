import { Computers } from "./computers.js";
import { ControlCenter } from "./control-center.js";
import { GeneralSettingsStore } from "./general-settings.js";
import { JobAborts } from "./job-aborts.js";
import { JobLog } from "./job-log.js";
import { JobMessenger } from "./job-messenger.js";
import { JobMetrics } from "./job-metrics.js";
import { JobNews } from "./job-news.js";
import { JobPreflight } from "./job-preflight.js";
import { JobRunner } from "./job-runner.js";
import { JobScheduler } from "./job-scheduler.js";
import { JobTroubles } from "./job-troubles.js";
import { JobUpkeep } from "./job-upkeep.js";
import { WantedRuns } from "./wanted-runs.js";

/** The classes of the Control Center that are their own token, one of each. */
export const controlCenterRooms = [
  Computers,
  ControlCenter,
  GeneralSettingsStore,
  JobAborts,
  JobLog,
  JobMessenger,
  JobMetrics,
  JobNews,
  JobPreflight,
  JobRunner,
  JobScheduler,
  JobTroubles,
  JobUpkeep,
  WantedRuns,
] as const;
