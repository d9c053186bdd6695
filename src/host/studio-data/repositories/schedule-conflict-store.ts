import type { EntryId, Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import type { WallTime } from "../../../base/wall-time.js";
import { inPieces } from "../connection/columns.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** Two entries of one user that overlap, the earlier one first. */
export interface Overlap {
  readonly userId: UserId;
  /** The resource both are booked with; undefined where the user is double booked. */
  readonly resourceId: number | undefined;
  readonly first: EntryId;
  readonly second: EntryId;
}

/** An overlap somebody is asked to resolve. */
export interface StoredConflict extends Overlap {
  readonly id: number;
  /** The times for which it was kept; empty while nobody said so. */
  readonly keptAs: string;
}

interface ConflictRow {
  readonly id: number;
  readonly user_id: number;
  readonly resource_id: number;
  readonly first_entry_guid: string;
  readonly second_entry_guid: string;
  readonly kept_as: string;
}

/** Conflicts found, and the search for them. */
@injectable()
export class ScheduleConflictStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /**
   * Every pair of busy entries of these users that overlaps after the time. Each entry is compared with what the user is
   * busy with before it begins, so that the work grows with the entries and not with their square.
   */
  async overlaps(userIds: readonly UserId[], endsAfter: WallTime): Promise<readonly Overlap[]> {
    const found: Overlap[] = [];
    for (const piece of inPieces(this.connection.dialect, userIds)) {
      const db = this.connection.query();
      const rows: readonly { readonly user_id: number; readonly first: string; readonly second: string }[] = await db
        .with("busy", (busy) =>
          busy
            .from("schedule_details")
            .whereIn("user_id", piece)
            .where("ends_at", ">", endsAfter)
            .where("is_free", false)
            .select("user_id", "entry_guid", "record_id", "is_linked", "kind", "starts_at", "ends_at"),
        )
        .with("next_up", (next) =>
          next
            .from("busy")
            .select("user_id", "entry_guid", "record_id", "kind", "starts_at", "ends_at")
            .select(
              db.raw(
                `max(ends_at) over (partition by user_id order by starts_at, entry_guid
                   rows between unbounded preceding and 1 preceding) as busy_until`,
              ),
            ),
        )
        .from("next_up as n")
        .innerJoin("busy as b", (on) => {
          on.on("b.user_id", "n.user_id").on("b.starts_at", "<", "n.ends_at").on("b.ends_at", ">", "n.starts_at");
        })
        .whereRaw("n.busy_until > n.starts_at")
        .whereRaw("(b.starts_at < n.starts_at or (b.starts_at = n.starts_at and b.entry_guid < n.entry_guid))")
        // Event lines of one session are one booking.
        .whereRaw(
          "not (b.record_id = n.record_id and (b.kind = 'appointment' and n.kind = 'appointment' or b.kind <> 'appointment' and n.kind <> 'appointment'))",
        )
        .orderBy(["n.user_id", "n.starts_at", "n.entry_guid", "b.entry_guid"])
        .select("n.user_id", "b.entry_guid as first", "n.entry_guid as second");
      found.push(
        ...rows.map(({ user_id: userId, first, second }) => ({ userId, resourceId: undefined, first, second })),
      );
    }
    return found;
  }

  /** Everybody who has the same record as one of these entries, and the entries they have it as. */
  async sharersOf(
    entryIds: readonly EntryId[],
  ): Promise<readonly { readonly userId: UserId; readonly entryId: EntryId }[]> {
    const found: { readonly userId: UserId; readonly entryId: EntryId }[] = [];
    for (const piece of inPieces(this.connection.dialect, entryIds)) {
      const rows: readonly { readonly user_id: number; readonly entry_guid: string }[] = await this.connection
        .query()("schedule_entries as touched")
        .innerJoin("schedule_entries as shared", (on) => {
          on.on("shared.record_id", "touched.record_id").on("shared.kind", "touched.kind");
        })
        .whereIn("touched.entry_guid", piece)
        .distinct("shared.user_id", "shared.entry_guid");
      found.push(...rows.map((row) => ({ userId: row.user_id, entryId: row.entry_guid })));
    }
    return found;
  }

  /** Rooms and other resources the records of these entries are booked with, those of event lines too. */
  async resourcesOf(entryIds: readonly EntryId[]): Promise<readonly number[]> {
    const found = new Set<number>();
    const db = this.connection.query();
    for (const piece of inPieces(this.connection.dialect, entryIds)) {
      for (const { table, column, isAppointment } of bookedResources) {
        const ids: readonly number[] = await db("schedule_entries")
          .innerJoin(table, `${table}.${column}`, "schedule_entries.record_id")
          .whereIn("schedule_entries.entry_guid", piece)
          .where("schedule_entries.kind", isAppointment ? "=" : "<>", "appointment")
          .whereNotNull(`${table}.resource_id`)
          .distinct(`${table}.resource_id`)
          .pluck(`${table}.resource_id`);
        for (const id of ids) found.add(id);
      }
    }
    return [...found];
  }

  async find(id: number): Promise<StoredConflict | undefined> {
    const row: ConflictRow | undefined = await this.connection.query()("schedule_conflicts").where({ id }).first();
    return row && conflictOf(row);
  }

  async listOf(userIds: readonly UserId[]): Promise<readonly StoredConflict[]> {
    const found: StoredConflict[] = [];
    for (const piece of inPieces(this.connection.dialect, userIds)) {
      const rows: readonly ConflictRow[] = await this.connection
        .query()("schedule_conflicts")
        .whereIn("user_id", piece)
        .orderBy("id")
        .select("id", "user_id", "resource_id", "first_entry_guid", "second_entry_guid", "kept_as");
      found.push(...rows.map(conflictOf));
    }
    return found;
  }

  async add(overlaps: readonly Overlap[], transaction: Transaction): Promise<void> {
    const foundAt = (await this.connection.databaseNow(transaction)).toISOString();
    const rows = overlaps.map(({ userId, resourceId, first, second }) => ({
      user_id: userId,
      resource_id: resourceId ?? 0,
      first_entry_guid: first,
      second_entry_guid: second,
      found_at: foundAt,
    }));
    await insertRows(this.connection, "schedule_conflicts", rows, transaction);
  }

  async forget(ids: readonly number[], transaction: Transaction): Promise<void> {
    for (const piece of inPieces(this.connection.dialect, ids))
      await this.connection.query(transaction)("schedule_conflicts").whereIn("id", piece).del();
  }

  /** @param keptAs the times it is kept for; empty to ask again */
  async keep(ids: readonly number[], keptAs: string, transaction: Transaction): Promise<void> {
    for (const piece of inPieces(this.connection.dialect, ids))
      await this.connection.query(transaction)("schedule_conflicts").whereIn("id", piece).update({ kept_as: keptAs });
  }
}

const bookedResources = [
  { table: "appointment_resources", column: "appointment_id", isAppointment: true },
  { table: "session_resources", column: "session_id", isAppointment: false },
  { table: "session_event_lines", column: "session_id", isAppointment: false },
] as const;

function conflictOf(row: ConflictRow): StoredConflict {
  return {
    id: row.id,
    userId: row.user_id,
    resourceId: row.resource_id === 0 ? undefined : row.resource_id,
    first: row.first_entry_guid,
    second: row.second_entry_guid,
    keptAs: row.kept_as,
  };
}
