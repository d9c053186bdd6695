import type { DependencyContainer } from "tsyringe";

import { Clearances, Clients, Notifications, Schedule, UnitOfWork, Users } from "../../api/index.js";
import { DatabaseClock, StudioConnection } from "./connection/studio-connection.js";
import { AppointmentStore } from "./repositories/appointment-store.js";
import { ClientGroupStore } from "./repositories/client-group-store.js";
import { ClientSearch } from "./repositories/client-search.js";
import { ClientStore } from "./repositories/client-store.js";
import { CompanyStore } from "./repositories/company-store.js";
import { ComputerStore } from "./repositories/computer-store.js";
import { ErasureStore } from "./repositories/erasure-store.js";
import { JobRequestStore } from "./repositories/job-request-store.js";
import { JobRunStore } from "./repositories/job-run-store.js";
import { JobSettingsStore } from "./repositories/job-settings-store.js";
import { KnexClearances } from "./repositories/knex-clearances.js";
import { KnexClients } from "./repositories/knex-clients.js";
import { KnexNotifications } from "./repositories/knex-notifications.js";
import { KnexSchedule } from "./repositories/knex-schedule.js";
import { KnexUnitOfWork } from "./repositories/knex-unit-of-work.js";
import { KnexUsers } from "./repositories/knex-users.js";
import { LiveEventStore } from "./repositories/live-event-store.js";
import { OutgoingMailStore } from "./repositories/outgoing-mail-store.js";
import { PreferenceStore } from "./repositories/preference-store.js";
import { ResourceStore } from "./repositories/resource-store.js";
import { ScheduleConflictStore } from "./repositories/schedule-conflict-store.js";
import { ScheduleOverview } from "./repositories/schedule-overview.js";
import { SecurityGroupStore } from "./repositories/security-group-store.js";
import { SessionStore } from "./repositories/session-store.js";
import { SignInStore } from "./repositories/sign-in-store.js";
import { UserStore } from "./repositories/user-store.js";

/** Stores of the host's own, under their class. */
const stores = [
  AppointmentStore,
  ClientGroupStore,
  ClientSearch,
  ClientStore,
  CompanyStore,
  ComputerStore,
  JobRequestStore,
  ErasureStore,
  JobRunStore,
  JobSettingsStore,
  KnexNotifications,
  OutgoingMailStore,
  LiveEventStore,
  PreferenceStore,
  ResourceStore,
  ScheduleConflictStore,
  ScheduleOverview,
  SecurityGroupStore,
  SessionStore,
  SignInStore,
  UserStore,
] as const;

/**
 * Registers everything on an open connection. `PluginDatabase` and `Claims` are not here:
 * they are made for each plugin (`KnexPluginDatabase`, `KnexClaims`).
 */
export function registerStudioData(container: DependencyContainer, connection: StudioConnection): void {
  container.registerInstance(StudioConnection, connection);
  container.registerInstance(DatabaseClock, connection);
  container.registerSingleton(Clearances, KnexClearances);
  container.registerSingleton(Clients, KnexClients);
  container.registerSingleton(Schedule, KnexSchedule);
  container.registerSingleton(UnitOfWork, KnexUnitOfWork);
  container.registerSingleton(Users, KnexUsers);
  for (const store of stores) container.registerSingleton<object>(store);
  container.register(Notifications, { useToken: KnexNotifications });
}
