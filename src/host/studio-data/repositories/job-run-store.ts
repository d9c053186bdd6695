import type { JobResult, JobUserResult } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag, readInstant, readOptional } from "../connection/columns.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { readJson, readJsonTexts } from "./json-column.js";

/** A job run that begins. */
export interface StartedJobRun {
  readonly id: string;
  readonly jobId: string;
  readonly computerName: string;
  readonly isPreview: boolean;
  /** The moment of the schedule it was for; undefined for "Run Now". */
  readonly plannedFor: Date | undefined;
  readonly startedAt: Date;
}

/** A line of "Control Center Logs" (J5). */
export interface StoredJobRun extends StartedJobRun {
  /** Both undefined while it runs. */
  readonly endedAt: Date | undefined;
  readonly outcome: JobResult["outcome"] | undefined;
  readonly summary: string;
}

/** Which job runs to list. */
export interface JobRunFilter {
  readonly jobId?: string;
  readonly outcome?: JobResult["outcome"];
  readonly from?: Date;
  readonly before?: Date;
  readonly limit?: number;
}

interface JobRunRow {
  readonly id: string;
  readonly job_id: string;
  readonly computer_name: string;
  readonly is_preview: unknown;
  readonly planned_for: unknown;
  readonly started_at: unknown;
  readonly ended_at: unknown;
  readonly outcome: JobResult["outcome"] | null;
  readonly summary: string;
}

const columns = [
  "id",
  "job_id",
  "computer_name",
  "is_preview",
  "planned_for",
  "started_at",
  "ended_at",
  "outcome",
  "summary",
] as const satisfies readonly (keyof JobRunRow)[];

interface JobRunUserRow {
  readonly user_id: number;
  readonly outcome: JobUserResult["outcome"];
  readonly summary: string;
  readonly warnings_json: string;
  readonly errors_json: string;
}

/** The log of job runs. */
@injectable()
export class JobRunStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async start(run: StartedJobRun): Promise<void> {
    await this.connection
      .query()("job_runs")
      .insert({
        id: run.id,
        job_id: run.jobId,
        computer_name: run.computerName,
        is_preview: run.isPreview,
        planned_for: run.plannedFor?.toISOString() ?? null,
        started_at: run.startedAt.toISOString(),
        summary: "",
      });
  }

  /** Writes down how a run ended, with a line for each user. */
  async finish(id: string, endedAt: Date, result: JobResult): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await this.connection
        .query(transaction)("job_runs")
        .where({ id })
        .update({
          ended_at: endedAt.toISOString(),
          outcome: result.outcome,
          summary: result.summary,
          details_json: JSON.stringify(result.details ?? null),
        });
      const lines = result.users.map((user) => ({
        job_run_id: id,
        user_id: user.userId,
        outcome: user.outcome,
        summary: user.summary,
        warnings_json: JSON.stringify(user.warnings),
        errors_json: JSON.stringify(user.errors),
      }));
      await insertRows(this.connection, "job_run_users", lines, transaction);
    });
  }

  /** Newest first. */
  async list(filter: JobRunFilter = {}): Promise<readonly StoredJobRun[]> {
    const query = this.connection
      .query()("job_runs")
      .select(...columns)
      .orderBy([
        { column: "started_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .limit(filter.limit ?? 200);
    if (filter.jobId !== undefined) void query.where({ job_id: filter.jobId });
    if (filter.outcome !== undefined) void query.where({ outcome: filter.outcome });
    if (filter.from !== undefined) void query.where("started_at", ">=", filter.from.toISOString());
    if (filter.before !== undefined) void query.where("started_at", "<", filter.before.toISOString());
    const rows: readonly JobRunRow[] = await query;
    return rows.map(toRun);
  }

  async find(id: string): Promise<StoredJobRun | undefined> {
    const row: JobRunRow | undefined = await this.connection
      .query()("job_runs")
      .where({ id })
      .first(...columns);
    return row === undefined ? undefined : toRun(row);
  }

  /** The one JSON value a job left; undefined while it runs. */
  async findDetails(id: string): Promise<unknown> {
    const row: { readonly details_json: string | null } | undefined = await this.connection
      .query()("job_runs")
      .where({ id })
      .first("details_json");
    return readOptional(row?.details_json, (text) => readJson(String(text)));
  }

  async findUserResults(id: string): Promise<readonly JobUserResult[]> {
    const rows: readonly JobRunUserRow[] = await this.connection
      .query()("job_run_users")
      .select("user_id", "outcome", "summary", "warnings_json", "errors_json")
      .where({ job_run_id: id })
      .orderBy("user_id");
    return rows.map((row) => ({
      userId: row.user_id,
      outcome: row.outcome,
      summary: row.summary,
      warnings: readJsonTexts(row.warnings_json),
      errors: readJsonTexts(row.errors_json),
    }));
  }

  /** Forgets runs that started before the moment. */
  async removeBefore(moment: Date): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      const db = this.connection.query(transaction);
      const old = db("job_runs").select("id").where("started_at", "<", moment.toISOString());
      await db("job_run_users").whereIn("job_run_id", old).del();
      await db("job_runs").where("started_at", "<", moment.toISOString()).del();
    });
  }
}

function toRun(row: JobRunRow): StoredJobRun {
  return {
    id: row.id,
    jobId: row.job_id,
    computerName: row.computer_name,
    isPreview: readFlag(row.is_preview),
    plannedFor: readOptional(row.planned_for, readInstant),
    startedAt: readInstant(row.started_at),
    endedAt: readOptional(row.ended_at, readInstant),
    outcome: row.outcome ?? undefined,
    summary: row.summary,
  };
}
