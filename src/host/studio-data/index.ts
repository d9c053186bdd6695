/** The studio's database: the only host folder with SQL. */
export { openStudioConnection } from "./connection/open-studio-connection.js";
export { clientLimits } from "./client-limits.js";
export { DatabaseClock, StudioConnection } from "./connection/studio-connection.js";
export * from "./errors.js";
export { migrateStudio, revertStudio, studioMigrationStatus } from "./migrations/migrator.js";
export type { MigrationStatus } from "./migrations/migrator.js";
export type { Appointment, AppointmentFields, AppointmentStatus } from "./repositories/appointment-record.js";
export { AppointmentStore } from "./repositories/appointment-store.js";
export type { SessionOfAppointment } from "./repositories/appointment-store.js";
export { ClientGroupStore } from "./repositories/client-group-store.js";
export type { ClientGroup, ClientGroupLine } from "./repositories/client-group-store.js";
export type { Address, Client, ClientFields, ClientPhone } from "./repositories/client-record.js";
export { ClientSearch } from "./repositories/client-search.js";
export type { ClientLine, ClientQuery } from "./repositories/client-search.js";
export { ClientStore } from "./repositories/client-store.js";
export type { ClientFilter } from "./repositories/client-store.js";
export { CompanyStore } from "./repositories/company-store.js";
export type { Company } from "./repositories/company-store.js";
export { ComputerStore } from "./repositories/computer-store.js";
export type { Computer } from "./repositories/computer-store.js";
export { JobRequestStore } from "./repositories/job-request-store.js";
export type { JobRequestRow } from "./repositories/job-request-store.js";
export { ErasureStore } from "./repositories/erasure-store.js";
export { JobRunStore } from "./repositories/job-run-store.js";
export type {
  JobRunFilter,
  JobRunGroup,
  JobRunOutcome,
  StartedJobRun,
  StoredJobRun,
} from "./repositories/job-run-record.js";
export { JobSettingsStore } from "./repositories/job-settings-store.js";
export type { StoredJobSettings } from "./repositories/job-settings-store.js";
export { LiveEventStore } from "./repositories/live-event-store.js";
export type { StoredLiveEvent } from "./repositories/live-event-store.js";
export type { Lease } from "./repositories/keep-claim.js";
export { KnexClaims, usualLease } from "./repositories/knex-claims.js";
export type { Claimant } from "./repositories/knex-claims.js";
export { KnexClearances } from "./repositories/knex-clearances.js";
export { KnexNotifications } from "./repositories/knex-notifications.js";
export type { StoredNotification } from "./repositories/knex-notifications.js";
export { KnexPluginDatabase } from "./repositories/knex-plugin-database.js";
export { KnexClients } from "./repositories/knex-clients.js";
export { KnexSchedule } from "./repositories/knex-schedule.js";
export { KnexUnitOfWork } from "./repositories/knex-unit-of-work.js";
export { KnexUsers } from "./repositories/knex-users.js";
export { OutgoingMailStore } from "./repositories/outgoing-mail-store.js";
export type { OutgoingMail } from "./repositories/outgoing-mail-store.js";
export { PreferenceStore } from "./repositories/preference-store.js";
export { ResourceStore } from "./repositories/resource-store.js";
export type { Resource } from "./repositories/resource-store.js";
export { ScheduleConflictStore } from "./repositories/schedule-conflict-store.js";
export type { Overlap, StoredConflict } from "./repositories/schedule-conflict-store.js";
export { ScheduleOverview } from "./repositories/schedule-overview.js";
export { SecurityGroupStore } from "./repositories/security-group-store.js";
export type { SecurityGroup, StoredSecurityGroup } from "./repositories/security-group-store.js";
export type {
  EventLine,
  Session,
  SessionFields,
  SessionStatus,
  StoredEventLine,
} from "./repositories/session-record.js";
export { SessionStore } from "./repositories/session-store.js";
export { SignInStore } from "./repositories/sign-in-store.js";
export { UserStore } from "./repositories/user-store.js";
export type { Credentials, StoredUser, UserFields } from "./repositories/user-store.js";
export { registerStudioData } from "./studio-data.module.js";
