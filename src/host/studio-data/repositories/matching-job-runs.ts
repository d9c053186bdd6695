import type { Knex } from "knex";

import type { JobRunFilter } from "./job-run-record.js";

/** The job runs a filter lets through; words are looked for by the database, whatever signs are in them. */
export function matchingJobRuns(db: Knex, { jobId, outcome, from, before, text }: JobRunFilter): Knex.QueryBuilder {
  const query = db("job_runs");
  if (jobId !== undefined) void query.where({ job_id: jobId });
  if (outcome === "running") void query.whereNull("ended_at");
  else if (outcome !== undefined) void query.where({ outcome });
  if (from !== undefined) void query.where("started_at", ">=", from.toISOString());
  if (before !== undefined) void query.where("started_at", "<", before.toISOString());
  if (text !== undefined) withText(db, query, `%${text.replace(/[\\%_[]/g, "\\$&")}%`);
  return query;
}

function withText(db: Knex, query: Knex.QueryBuilder, pattern: string): void {
  const isLike = (column: string): string => `${column} like ? escape '\\'`;
  const lines = db("job_run_users")
    .select("job_run_id")
    .where((line) => {
      for (const column of ["summary", "warnings_json", "errors_json"]) void line.orWhereRaw(isLike(column), [pattern]);
    });
  void query.where((either) => {
    void either.whereRaw(isLike("summary"), [pattern]).orWhereIn("id", lines);
  });
}
