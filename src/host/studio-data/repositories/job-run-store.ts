import type { JobResult, JobUserResult } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readInstant, readOptional } from "../connection/columns.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { jobRunColumns, toJobRun } from "./job-run-record.js";
import type { JobRunFilter, JobRunGroup, JobRunRow, StartedJobRun, StoredJobRun } from "./job-run-record.js";
import { readJson, readJsonObject, readJsonTexts } from "./json-column.js";
import { matchingJobRuns } from "./matching-job-runs.js";

interface JobRunGroupRow {
  readonly job_id: string;
  readonly runs: number | string;
  readonly failed: number | string;
  readonly with_problems: number | string;
  readonly running: number | string;
  readonly newest_at: unknown;
}

interface JobRunUserRow {
  readonly user_id: number;
  readonly outcome: JobUserResult["outcome"];
  readonly summary: string;
  readonly warnings_json: string;
  readonly errors_json: string;
  readonly items_json: string | null;
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
        requested_by: run.requestedBy ?? null,
        started_at: run.startedAt.toISOString(),
        summary: "",
      });
  }

  /**
   * Writes down how a run ended, with a line for each user.
   * @returns false when its end was written before, by whoever took the job over
   */
  async finish(id: string, endedAt: Date, result: JobResult): Promise<boolean> {
    return this.connection.transaction(async (transaction) => {
      const finished = await this.connection
        .query(transaction)("job_runs")
        .where({ id })
        .whereNull("ended_at")
        .update({
          ended_at: endedAt.toISOString(),
          outcome: result.outcome,
          summary: result.summary,
          details_json: JSON.stringify(result.details ?? null),
        });
      if (finished === 0) return false;
      const lines = result.users.map((user) => ({
        job_run_id: id,
        user_id: user.userId,
        outcome: user.outcome,
        summary: user.summary,
        warnings_json: JSON.stringify(user.warnings),
        errors_json: JSON.stringify(user.errors),
        items_json: user.items === undefined ? null : JSON.stringify(user.items),
      }));
      await insertRows(this.connection, "job_run_users", lines, transaction);
      return true;
    });
  }

  /** Newest first. */
  async list(filter: JobRunFilter = {}): Promise<readonly StoredJobRun[]> {
    const query = matchingJobRuns(this.connection.query(), filter)
      .select(...jobRunColumns)
      .orderBy([
        { column: "started_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .limit(filter.limit ?? 200);
    const rows: readonly JobRunRow[] = await query;
    return rows.map(toJobRun);
  }

  /** "Group By Job Type": the matching runs of each job, counted by the database. */
  async groupByJob(filter: JobRunFilter = {}): Promise<readonly JobRunGroup[]> {
    const db = this.connection.query();
    const rows: readonly JobRunGroupRow[] = await matchingJobRuns(db, filter)
      .select(
        "job_id",
        db.raw("count(*) as runs"),
        db.raw("max(started_at) as newest_at"),
        db.raw("sum(case when outcome = ? then 1 else 0 end) as failed", ["failed"]),
        db.raw("sum(case when outcome = ? then 1 else 0 end) as with_problems", ["done-with-problems"]),
        db.raw("sum(case when ended_at is null then 1 else 0 end) as running"),
      )
      .groupBy("job_id")
      .orderBy("job_id");
    return rows.map((row) => ({
      jobId: row.job_id,
      runs: Number(row.runs),
      failed: Number(row.failed),
      withProblems: Number(row.with_problems),
      running: Number(row.running),
      newestAt: readInstant(row.newest_at),
    }));
  }

  /** For when the newest planned run of a job was planned. */
  async lastPlanned(jobId: string): Promise<Date | undefined> {
    const row: { readonly planned_for?: unknown } | undefined = await this.connection
      .query()("job_runs")
      .where({ job_id: jobId })
      .max({ planned_for: "planned_for" })
      .first();
    return readOptional(row?.planned_for, readInstant);
  }

  /** When a job last ended without failing; previews do not count. */
  async lastSuccess(jobId: string): Promise<Date | undefined> {
    const row: { readonly ended_at?: unknown } | undefined = await this.connection
      .query()("job_runs")
      .where({ job_id: jobId, is_preview: false })
      .whereIn("outcome", ["done", "done-with-problems"])
      .orderBy("started_at", "desc")
      .first("ended_at");
    return readOptional(row?.ended_at, readInstant);
  }

  /** Asks whoever is at work on a run to end it; false when it has ended. */
  async requestAbort(id: string): Promise<boolean> {
    const now = await this.connection.databaseNow();
    const asked = await this.connection
      .query()("job_runs")
      .where({ id })
      .whereNull("ended_at")
      .update({ abort_requested_at: now.toISOString() });
    return asked === 1;
  }

  async isAbortRequested(id: string): Promise<boolean> {
    const row: { readonly abort_requested_at: unknown } | undefined = await this.connection
      .query()("job_runs")
      .where({ id })
      .first("abort_requested_at");
    return readOptional(row?.abort_requested_at, readInstant) !== undefined;
  }

  /** When the newest run started of those that are older than so many newest ones; undefined when there are none. */
  async startOfRunAfter(newest: number): Promise<Date | undefined> {
    const [counted]: readonly { readonly n?: number | string }[] = await this.connection
      .query()("job_runs")
      .count({ n: "*" });
    const surplus = Number(counted?.n ?? 0) - newest;
    if (surplus <= 0) return undefined;
    const rows: readonly { readonly started_at: unknown }[] = await this.connection
      .query()("job_runs")
      .select("started_at")
      .orderBy("started_at")
      .limit(surplus);
    return readOptional(rows.at(-1)?.started_at, readInstant);
  }

  async find(id: string): Promise<StoredJobRun | undefined> {
    const row: JobRunRow | undefined = await this.connection
      .query()("job_runs")
      .where({ id })
      .first(...jobRunColumns);
    return row === undefined ? undefined : toJobRun(row);
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
      .select("user_id", "outcome", "summary", "warnings_json", "errors_json", "items_json")
      .where({ job_run_id: id })
      .orderBy("user_id");
    return rows.map((row) => ({
      userId: row.user_id,
      outcome: row.outcome,
      summary: row.summary,
      warnings: readJsonTexts(row.warnings_json),
      errors: readJsonTexts(row.errors_json),
      ...(row.items_json === null ? {} : { items: readItems(row.items_json) }),
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

/** As `finish` wrote it. */
function readItems(text: string): NonNullable<JobUserResult["items"]> {
  const { viewId, input } = readJsonObject(text);
  return { viewId: String(viewId), input: input as NonNullable<JobUserResult["items"]>["input"] };
}
