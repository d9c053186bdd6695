/** The studio's database: the only host folder with SQL. */
export { openStudioConnection } from "./connection/open-studio-connection.js";
export { DatabaseClock, StudioConnection } from "./connection/studio-connection.js";
export * from "./errors.js";
export { migrateStudio, revertStudio, studioMigrationStatus } from "./migrations/migrator.js";
export type { MigrationStatus } from "./migrations/migrator.js";
export { KnexPluginDatabase } from "./repositories/knex-plugin-database.js";
export { KnexSchedule } from "./repositories/knex-schedule.js";
export { KnexUnitOfWork } from "./repositories/knex-unit-of-work.js";
export { KnexUsers } from "./repositories/knex-users.js";
