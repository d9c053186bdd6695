import { inject, injectable } from "../../../base/service-token.js";
import { readFlag, readOptional } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { readJsonObject } from "./json-column.js";

/** A job's settings as they are kept; their shapes are the Control Center's schemas (J2, J3). */
export interface StoredJobSettings {
  readonly isEnabled: boolean;
  readonly schedule: Readonly<Record<string, unknown>>;
  readonly computerName: string | undefined;
  readonly notification: Readonly<Record<string, unknown>>;
  /** "Modify General Settings". */
  readonly general: Readonly<Record<string, unknown>>;
}

interface JobSettingsRow {
  readonly is_enabled: unknown;
  readonly schedule_json: string;
  readonly computer_name: string | null;
  readonly notification_json: string;
  readonly general_json: string;
}

/** Settings of Control Center jobs, by job id. */
@injectable()
export class JobSettingsStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Undefined when the job was never set up. */
  async find(jobId: string): Promise<StoredJobSettings | undefined> {
    const row: JobSettingsRow | undefined = await this.connection
      .query()("job_settings")
      .where({ job_id: jobId })
      .first("is_enabled", "schedule_json", "computer_name", "notification_json", "general_json");
    if (row === undefined) return undefined;
    return {
      isEnabled: readFlag(row.is_enabled),
      schedule: readJsonObject(row.schedule_json),
      computerName: readOptional(row.computer_name, String),
      notification: readJsonObject(row.notification_json),
      general: readJsonObject(row.general_json),
    };
  }

  async save(jobId: string, settings: StoredJobSettings): Promise<void> {
    const values = {
      is_enabled: settings.isEnabled,
      schedule_json: JSON.stringify(settings.schedule),
      computer_name: settings.computerName ?? null,
      notification_json: JSON.stringify(settings.notification),
      general_json: JSON.stringify(settings.general),
    };
    await this.connection.transaction(async (transaction) => {
      const db = this.connection.query(transaction);
      if ((await db("job_settings").where({ job_id: jobId }).update(values)) > 0) return;
      await db("job_settings").insert({ job_id: jobId, ...values });
    });
  }
}
