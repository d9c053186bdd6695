import type { UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readOptional } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A run somebody wants of a job of another computer. */
export interface JobRequestRow {
  readonly id: number;
  readonly jobId: string;
  readonly requestedBy: UserId | undefined;
}

/** Runs asked for with "Run Now" that the job's computer is to pick up (J4). */
@injectable()
export class JobRequestStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Asks for a run; one that is asked for already is enough. */
  async add(jobId: string, requestedBy: UserId | undefined): Promise<void> {
    const waiting: unknown = await this.connection.query()("job_requests").where({ job_id: jobId }).first("id");
    if (waiting !== undefined) return;
    const now = await this.connection.databaseNow();
    await this.connection
      .query()("job_requests")
      .insert({ job_id: jobId, requested_by: requestedBy ?? null, requested_at: now.toISOString() });
  }

  /** Takes what is asked for, each for one process only. */
  async take(jobIds: readonly string[]): Promise<readonly JobRequestRow[]> {
    if (jobIds.length === 0) return [];
    const rows: readonly { readonly id: number; readonly job_id: string; readonly requested_by: number | null }[] =
      await this.connection
        .query()("job_requests")
        .whereIn("job_id", [...jobIds])
        .orderBy("id")
        .select("id", "job_id", "requested_by");
    const taken: JobRequestRow[] = [];
    for (const { id, job_id: jobId, requested_by: requestedBy } of rows) {
      if ((await this.connection.query()("job_requests").where({ id }).del()) === 0) continue;
      taken.push({ id, jobId, requestedBy: readOptional(requestedBy, Number) });
    }
    return taken;
  }
}
