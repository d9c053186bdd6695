import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

import type { Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { RecordNotFoundError, StaleRecordError } from "../errors.js";
import { lineColumns, sessionColumns, toLineRow, toSession, toSessionRow, whenColumns } from "./session-record.js";
import type { EventLine, LineRow, Session, SessionFields, SessionRow } from "./session-record.js";

/** Sessions as the studio's own screens keep them. Plugins use `Schedule`. */
@injectable()
export class SessionStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Deleted ones too. */
  async findById(id: number, transaction?: Transaction): Promise<Session | undefined> {
    const db = this.connection.query(transaction);
    const row: SessionRow | undefined = await db("sessions")
      .where({ id })
      .first(...sessionColumns, this.#ownVersion("sessions"));
    if (row === undefined) return undefined;
    const lines: readonly LineRow[] = await db("session_event_lines")
      .select(...lineColumns, this.#ownVersion("session_event_lines"))
      .where({ session_id: id })
      .whereNull("deleted_at")
      .orderBy([{ column: "is_primary", order: "desc" }, { column: "id" }]);
    const resourceIds: readonly number[] = await db("session_resources")
      .where({ session_id: id })
      .orderBy("resource_id")
      .pluck("resource_id");
    return toSession(row, lines, resourceIds);
  }

  /** Any number of new sessions; their ids come back in the same order. */
  async createMany(sessions: readonly SessionFields[], transaction: Transaction): Promise<readonly number[]> {
    const rows = sessions.map((session) => ({
      entry_guid: randomUUID(),
      ...toSessionRow(session),
      has_advanced_scheduling: false,
    }));
    const ids = await insertRowsForIds(this.connection, "sessions", "entry_guid", rows, transaction);
    const resources = sessions.flatMap(({ resourceIds }, index) =>
      resourceIds.map((resourceId) => ({ session_id: ids[index] ?? Number.NaN, resource_id: resourceId })),
    );
    await insertRows(this.connection, "session_resources", resources, transaction);
    return ids;
  }

  /**
   * Saves a record that was opened at the version. The primary line keeps the session's time.
   * @throws StaleRecordError when it has changed since
   * @throws RecordNotFoundError
   */
  async save(id: number, version: string, session: SessionFields, transaction: Transaction): Promise<Session> {
    await this.#updateIfCurrent(id, version, toSessionRow(session), transaction);
    const db = this.connection.query(transaction);
    await this.#movePrimary(id, session, transaction);
    await db("session_resources").where({ session_id: id }).del();
    const resources = session.resourceIds.map((resourceId) => ({ session_id: id, resource_id: resourceId }));
    await insertRows(this.connection, "session_resources", resources, transaction);
    return this.#get(id, transaction);
  }

  /** Deletes softly. @throws StaleRecordError @throws RecordNotFoundError */
  async remove(id: number, version: string, transaction: Transaction): Promise<void> {
    const now = await this.connection.databaseNow(transaction);
    await this.#updateIfCurrent(id, version, { deleted_at: now.toISOString() }, transaction);
  }

  /**
   * Switches advanced scheduling. On: the photographer gets the primary line, which takes
   * over the session's GUID (C5). Off: the lines are kept, for the next time.
   * @throws StaleRecordError @throws RecordNotFoundError
   */
  async setAdvancedScheduling(id: number, version: string, isOn: boolean, transaction: Transaction): Promise<Session> {
    const session = await this.#updateIfCurrent(id, version, { has_advanced_scheduling: isOn }, transaction);
    if (!isOn) return this.#get(id, transaction);
    if (session.lines.some(({ isPrimary }) => isPrimary)) await this.#movePrimary(id, session, transaction);
    else {
      const line = {
        ...session,
        id: undefined,
        userId: session.photographerId,
        resourceId: undefined,
        isVisible: true,
      };
      await this.#insertLine(id, session.entryId, true, line, transaction);
    }
    return this.#get(id, transaction);
  }

  /**
   * Saves all lines: those with an id are changed, those without are new, those not named
   * are deleted (softly). The primary line stays, and its time is the session's.
   * @throws StaleRecordError @throws RecordNotFoundError
   */
  async saveLines(
    id: number,
    version: string,
    lines: readonly EventLine[],
    transaction: Transaction,
  ): Promise<Session> {
    const before = await this.#get(id, transaction);
    const primary = before.lines.find(({ isPrimary }) => isPrimary);
    const primaryWhen = lines.find((line) => line.id !== undefined && line.id === primary?.id)?.when;
    const own = { has_advanced_scheduling: true, ...(primaryWhen === undefined ? {} : whenColumns(primaryWhen)) };
    await this.#updateIfCurrent(id, version, own, transaction);
    const db = this.connection.query(transaction);
    const known = new Map(before.lines.map((line) => [line.id, toLineRow(line)]));
    for (const line of lines) {
      if (line.id === undefined) await this.#insertLine(id, randomUUID(), false, line, transaction);
      // A line that stays as it is keeps its version and when it was changed (C15).
      else if (!isDeepStrictEqual(toLineRow(line), known.get(line.id))) {
        await db("session_event_lines").where({ id: line.id, session_id: id }).update(toLineRow(line));
      }
    }
    const kept = lines.map((line) => line.id);
    const gone = before.lines.filter((line) => !line.isPrimary && !kept.includes(line.id));
    const now = await this.connection.databaseNow(transaction);
    for (const line of gone) {
      await db("session_event_lines").where({ id: line.id }).update({ deleted_at: now.toISOString() });
    }
    return this.#get(id, transaction);
  }

  async #insertLine(
    sessionId: number,
    entryGuid: string,
    isPrimary: boolean,
    line: EventLine,
    transaction: Transaction,
  ): Promise<void> {
    const row = { entry_guid: entryGuid, session_id: sessionId, is_primary: isPrimary, ...toLineRow(line) };
    await this.connection.query(transaction)("session_event_lines").insert(row);
  }

  async #movePrimary(
    id: number,
    session: Pick<SessionFields, "description" | "when">,
    transaction: Transaction,
  ): Promise<void> {
    await this.connection
      .query(transaction)("session_event_lines")
      .where({ session_id: id, is_primary: true })
      .whereNull("deleted_at")
      .update({ description: session.description, ...whenColumns(session.when) });
  }

  async #get(id: number, transaction: Transaction): Promise<Session> {
    const session = await this.findById(id, transaction);
    if (session === undefined) throw new RecordNotFoundError("session", id);
    return session;
  }

  async #updateIfCurrent(
    id: number,
    version: string,
    values: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<Session> {
    const current = await this.#get(id, transaction);
    const [ownVersion = ""] = version.split(".");
    const row = { id, version: ownVersion };
    const isCurrent =
      current.version === version && (await guardedUpdate(this.connection, "sessions", row, values, transaction));
    if (!isCurrent) throw new StaleRecordError("session", id);
    return current;
  }

  #ownVersion(table: string) {
    return this.connection.query().raw(`${versionText(this.connection.dialect, table)} as own_version`);
  }
}
