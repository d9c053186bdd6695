/**
 * The extension API of Spectra: everything a plugin may import, through this one door.
 * Version: see `apiVersion`. What it does not name, a plugin does not get.
 */
export * from "./contributions/command.js";
export * from "./contributions/conflict-dialog.js";
export * from "./contributions/job.js";
export * from "./contributions/page.js";
export * from "./contributions/plugin.js";
export * from "./contributions/preference-page.js";
export * from "./contributions/record-status.js";
export * from "./contributions/view.js";
export * from "./services/callbacks.js";
export * from "./services/claims.js";
export * from "./services/client-merges.js";
export * from "./services/clients.js";
export * from "./services/clearances.js";
export * from "./services/clock.js";
export * from "./services/errors.js";
export * from "./services/erasures.js";
export * from "./services/jobs.js";
export * from "./services/logger.js";
export * from "./services/mailer.js";
export * from "./services/metrics.js";
export * from "./services/notifications.js";
export * from "./services/plugin-database.js";
export * from "./services/plugin-environment.js";
export * from "./services/preferences.js";
export * from "./services/progress.js";
export * from "./services/schedule.js";
export * from "./services/schedule-conflicts.js";
export * from "./services/secrets.js";
export * from "./services/studio.js";
export * from "./services/this-computer.js";
export * from "./services/unit-of-work.js";
export * from "./services/users.js";

/** Compared with `engines.spectra` of a manifest (a semantic-version range). */
export const apiVersion = "1.0.0";
