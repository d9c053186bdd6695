import { inject, injectable } from "../../../base/service-token.js";
import { insertRows } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** Something that happened in a process of the studio. */
export interface StoredLiveEvent {
  readonly id: number;
  readonly origin: string;
  readonly eventJson: string;
}

/** Who follows reads this many events again: one with a lower number may be committed later. */
const overlap = 50;
const keptMinutes = 10;

/** What happens in any process, for a few minutes: how browsers hear of work done elsewhere. */
@injectable()
export class LiveEventStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Writes events down and forgets old ones. */
  async add(origin: string, eventsJson: readonly string[]): Promise<void> {
    const now = await this.connection.databaseNow();
    const before = new Date(now.getTime() - keptMinutes * 60_000).toISOString();
    await this.connection.transaction(async (transaction) => {
      const rows = eventsJson.map((event_json) => ({ origin, event_json, happened_at: now.toISOString() }));
      await insertRows(this.connection, "live_events", rows, transaction);
      await this.connection.query(transaction)("live_events").where("happened_at", "<", before).del();
    });
  }

  /** The newest number; 0 when there is none. */
  async newest(): Promise<number> {
    const row: { readonly id?: number | null } | undefined = await this.connection
      .query()("live_events")
      .max({ id: "id" })
      .first();
    return row?.id ?? 0;
  }

  /** Events of other processes after a number, and the few before it that may have come late. Oldest first. */
  async listAround(newest: number, exceptOrigin: string): Promise<readonly StoredLiveEvent[]> {
    const rows: readonly { readonly id: number; readonly origin: string; readonly event_json: string }[] =
      await this.connection
        .query()("live_events")
        .where("id", ">", newest - overlap)
        .whereNot({ origin: exceptOrigin })
        .orderBy("id")
        .select("id", "origin", "event_json");
    return rows.map(({ id, origin, event_json: eventJson }) => ({ id, origin, eventJson }));
  }
}
