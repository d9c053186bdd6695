import type { Knex } from "knex";

import { PluginDatabase } from "../../api/index.js";
import type { EntryId, Transaction, UserId } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { inject, injectable } from "../../base/service-token.js";
import { isEmpty } from "../engine/index.js";
import type { ActionKind, Fields } from "../engine/index.js";
import { contactPrefix } from "./journal.js";
import type { Effect, EffectState, Journal, JournalEntry, Run } from "./journal.js";

interface RunColumns {
  readonly id: number;
  readonly user_id: number;
  readonly job_run_id: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly outcome: string | null;
  readonly summary: string | null;
  readonly report: string | null;
}

interface EffectColumns {
  readonly id: number;
  readonly run_id: number;
  readonly side: string;
  readonly action: string;
  readonly entry_guid: string | null;
  readonly event_id: string | null;
  readonly fields_before: string;
  readonly fields_after: string;
  readonly fields_written: string | null;
  readonly is_private: number | boolean;
  readonly state: string;
  readonly problem: string | null;
}

/** What tells whether an effect made or moved an entry; the fields of changes only. */
type WrittenColumns = Pick<EffectColumns, "entry_guid"> & {
  readonly fields_before: string | null;
  readonly fields_after: string | null;
};

/** SQL Server allows 2,100 parameters in a statement, and an effect is eleven of them. */
const effectsInStatement = 100;
const entriesInStatement = 400;

/** The journal in the studio's database. */
@injectable()
export class KnexJournal implements Journal {
  readonly #database: PluginDatabase;

  constructor(@inject(PluginDatabase) database: PluginDatabase) {
    this.#database = database;
  }

  async begin(userId: UserId, jobRunId: string, startedAt: Date): Promise<number> {
    const [row]: { id: number }[] = await this.#runs()
      .insert({ user_id: userId, job_run_id: jobRunId, started_at: startedAt.toISOString() })
      .returning("id");
    if (row === undefined) throw new Error("The run was not stored");
    return row.id;
  }

  async end(
    runId: number,
    end: { readonly endedAt: Date; readonly outcome: string; readonly summary: string; readonly report: string },
  ): Promise<void> {
    await this.#runs()
      .where({ id: runId })
      .update({
        ended_at: end.endedAt.toISOString(),
        outcome: end.outcome,
        summary: end.summary.slice(0, 1000),
        report: end.report,
      });
  }

  async intend(runId: number, effects: readonly Effect[], transaction: Transaction): Promise<readonly number[]> {
    return this.#insert(runId, effects, "intended", transaction);
  }

  async record(runId: number, effects: readonly Effect[], transaction: Transaction): Promise<void> {
    await this.#insert(runId, effects, "done", transaction);
  }

  async complete(
    effectIds: readonly number[],
    state: "done" | "failed",
    problem: string | undefined,
    transaction: Transaction,
  ): Promise<void> {
    for (const some of chunksOf(effectIds, effectsInStatement)) {
      await this.#effects(transaction)
        .whereIn("id", some)
        .update({ state, problem: problem?.slice(0, 500) ?? null });
    }
  }

  async meantForEvents(entryIds: readonly EntryId[]): Promise<ReadonlyMap<string, Fields>> {
    const meant = new Map<string, Fields>();
    for (const some of chunksOf(entryIds, entriesInStatement)) {
      const rows = await this.#effects()
        .where({ side: "google", action: "create-in-google" satisfies ActionKind })
        .whereIn("entry_guid", some)
        .orderBy("id");
      for (const row of rows.map(effectOf)) if (row.eventId !== undefined) meant.set(row.eventId, row.after);
    }
    return meant;
  }

  async runs({ userId, limit }: { readonly userId?: UserId; readonly limit: number }): Promise<readonly Run[]> {
    const query = this.#runs().orderBy("id", "desc").limit(limit);
    if (userId !== undefined) void query.where({ user_id: userId });
    return (await query).map(runOf);
  }

  async find(runId: number): Promise<Run | undefined> {
    const row = await this.#runs().where({ id: runId }).first();
    return row && runOf(row);
  }

  async effectsOf(runId: number): Promise<readonly JournalEntry[]> {
    return (await this.#effects().where({ run_id: runId }).orderBy("id")).map(effectOf);
  }

  async movedInStudio(runId: number): Promise<readonly EntryId[]> {
    const ofChange = (column: "fields_before" | "fields_after") =>
      // A first run makes thousands: what they hold is read of changes only.
      this.#database.query().raw<string>(`case when action = 'change' then ${column} end as ${column}`);
    const rows: readonly WrittenColumns[] = await this.#effects()
      .where({ run_id: runId, side: "studio", state: "done" })
      .whereIn("action", ["create-in-studio", "restore-in-studio", "change"] satisfies readonly ActionKind[])
      .whereNotNull("entry_guid")
      .where((ofEvent) => ofEvent.whereNull("event_id").orWhere("event_id", "not like", `${contactPrefix}%`))
      .orderBy("id")
      .select("entry_guid", ofChange("fields_before"), ofChange("fields_after"));
    return rows.filter(isMadeOrMoved).flatMap(({ entry_guid }) => entry_guid ?? []);
  }

  async forgetBefore(instant: Date): Promise<void> {
    const old = this.#runs().where("ended_at", "<", instant.toISOString()).select("id");
    await this.#effects().whereIn("run_id", old).delete();
    await this.#runs().where("ended_at", "<", instant.toISOString()).delete();
  }

  async #insert(
    runId: number,
    effects: readonly Effect[],
    state: EffectState,
    transaction: Transaction,
  ): Promise<readonly number[]> {
    const ids: number[] = [];
    for (const some of chunksOf(effects, effectsInStatement)) {
      const rows: { id: number; event_id: string | null }[] = await this.#effects(transaction)
        .insert(some.map((effect) => columnsOf(runId, effect, state)))
        .returning(["id", "event_id"]);
      // SQL Server promises no order of what it gives back: each effect of a batch is about another event.
      const byEvent = new Map(rows.map(({ id, event_id: eventId }) => [eventId, id]));
      ids.push(...some.map(({ eventId }) => byEvent.get(eventId ?? null) ?? 0));
    }
    return ids;
  }

  #runs(): Knex.QueryBuilder<RunColumns, RunColumns[]> {
    return this.#database.query()("google_sync_runs") as Knex.QueryBuilder<RunColumns, RunColumns[]>;
  }

  #effects(transaction?: Transaction): Knex.QueryBuilder<EffectColumns, EffectColumns[]> {
    return this.#database.query(transaction)("google_sync_journal") as Knex.QueryBuilder<
      EffectColumns,
      EffectColumns[]
    >;
  }
}

function isMadeOrMoved({ fields_before: before, fields_after: after }: WrittenColumns): boolean {
  if (before === null || after === null) return true;
  return (JSON.parse(before) as Fields)["when"] !== (JSON.parse(after) as Fields)["when"];
}

function columnsOf(runId: number, effect: Effect, state: EffectState): Omit<EffectColumns, "id"> {
  return {
    run_id: runId,
    side: effect.side,
    action: effect.action,
    entry_guid: effect.entryId ?? null,
    event_id: effect.eventId ?? null,
    fields_before: JSON.stringify(effect.before),
    fields_after: JSON.stringify(effect.after),
    fields_written: effect.written === undefined || isEmpty(effect.written) ? null : JSON.stringify(effect.written),
    is_private: Number(effect.isPrivate),
    state,
    problem: null,
  };
}

function runOf(row: RunColumns): Run {
  return {
    id: row.id,
    userId: row.user_id,
    jobRunId: row.job_run_id,
    startedAt: new Date(row.started_at),
    endedAt: row.ended_at === null ? undefined : new Date(row.ended_at),
    outcome: row.outcome ?? undefined,
    summary: row.summary ?? undefined,
    report: row.report ?? undefined,
  };
}

/** The columns hold what `columnsOf` wrote; hence the casts. */
function effectOf(row: EffectColumns): JournalEntry {
  return {
    id: row.id,
    runId: row.run_id,
    side: row.side as Effect["side"],
    action: row.action as ActionKind,
    entryId: row.entry_guid ?? undefined,
    eventId: row.event_id ?? undefined,
    before: JSON.parse(row.fields_before) as Fields,
    after: JSON.parse(row.fields_after) as Fields,
    ...(row.fields_written === null ? {} : { written: JSON.parse(row.fields_written) as Fields }),
    isPrivate: Number(row.is_private) === 1,
    state: row.state as EffectState,
    problem: row.problem ?? undefined,
  };
}
