import type { Erasure, Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readInstant } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { RecordNotFoundError } from "../errors.js";
import type { Client } from "./client-record.js";
import { ClientStore } from "./client-store.js";
import { readJsonTexts } from "./json-column.js";

interface ErasureRow {
  readonly id: number;
  readonly client_guid: string;
  readonly entry_guids_json: string;
  readonly erased_at: unknown;
}

const noAddress = (which: string) =>
  Object.fromEntries(["street", "city", "region", "postal_code", "country"].map((part) => [`${which}_${part}`, ""]));

/** What is left of a client: a record other records may point to, that says nothing. */
const nobody = {
  first_name: "",
  last_name: "Erased client",
  company: "",
  job_title: "",
  salutation: "",
  email: "",
  ...noAddress("main"),
  ...noAddress("mailing"),
  birth_date: null,
  anniversary: null,
  notes: null,
  status: "",
  is_inactive: true,
};

/** Erases clients, and remembers that it was done (R6). */
@injectable()
export class ErasureStore {
  constructor(
    @inject(StudioConnection) private readonly connection: StudioConnection,
    @inject(ClientStore) private readonly clients: ClientStore,
  ) {}

  async findSince(afterId: number): Promise<readonly Erasure[]> {
    const rows: readonly ErasureRow[] = await this.connection
      .query()("erasures")
      .select("id", "client_guid", "entry_guids_json", "erased_at")
      .where("id", ">", afterId)
      .orderBy("id");
    return rows.map((row) => ({
      id: row.id,
      clientGuid: row.client_guid,
      entryIds: readJsonTexts(row.entry_guids_json),
      erasedAt: readInstant(row.erased_at),
    }));
  }

  /** Empties the client's record and deletes it; bookings stay, as those of a client nobody knows. @throws RecordNotFoundError */
  async erase(clientId: number, transaction: Transaction): Promise<Erasure> {
    const db = this.connection.query(transaction);
    // Whoever was merged into the client was the same person.
    const merged: readonly { readonly id: number }[] = await db("clients")
      .select("id")
      .where({ merged_into: clientId });
    const ids = [clientId, ...merged.map(({ id }) => id)];
    const people = await this.clients.find(ids, transaction);
    const client = people.find(({ id }) => id === clientId);
    if (client === undefined) throw new RecordNotFoundError("client", clientId);
    const now = await this.connection.databaseNow(transaction);
    const entryIds = await this.#entriesOf(clientId, transaction);
    for (const person of people) await this.#forgetTexts(person, transaction);
    await db("client_phones").whereIn("client_id", ids).del();
    await db("client_group_members").whereIn("client_id", ids).del();
    await db("clients")
      .whereIn("id", ids)
      .update({ ...nobody, deleted_at: now.toISOString() });
    const erased = { client_guid: client.guid, erased_at: now.toISOString() };
    const [row]: { readonly id: number }[] = await db("erasures")
      .insert({ ...erased, entry_guids_json: JSON.stringify(entryIds) })
      .returning("id");
    return { id: row?.id ?? 0, clientGuid: client.guid, entryIds, erasedAt: now };
  }

  /** Appointments, sessions and their event lines, deleted ones too. */
  async #entriesOf(clientId: number, transaction: Transaction): Promise<readonly string[]> {
    const db = this.connection.query(transaction);
    const sessions = db("sessions").select("id").where({ client_id: clientId });
    const rows: readonly { readonly entry_guid: string }[][] = [
      await db("appointments").select("entry_guid").where({ client_id: clientId }),
      await db("sessions").select("entry_guid").where({ client_id: clientId }),
      await db("session_event_lines").select("entry_guid").whereIn("session_id", sessions),
    ];
    return rows.flat().map((row) => row.entry_guid);
  }

  /** What the host itself has written down with the client's name: notifications, waiting mails, logs of jobs. */
  async #forgetTexts({ firstName, lastName, company }: Client, transaction: Transaction): Promise<void> {
    const db = this.connection.query(transaction);
    const name = [firstName, lastName].filter((part) => part !== "").join(" ") || company;
    if (name === "") return;
    const named = `%${name.replace(/[%_[\]\\"]/g, "_")}%`;
    await db("notifications").where("text", "like", named).del();
    await db("outgoing_mails").where("blocks_json", "like", named).del();
    await db("job_runs").where("details_json", "like", named).update({ details_json: null });
    for (const column of ["warnings_json", "errors_json"])
      await db("job_run_users")
        .where(column, "like", named)
        .update({ [column]: "[]" });
  }
}
