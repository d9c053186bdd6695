import type { Knex } from "knex";

import type { Dialect } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { digitsOf, digitsSql } from "../clients/phone-digits.js";
import { inPieces, readFlag } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** Which clients are looked for; deleted ones never are. */
export interface ClientQuery {
  /** Words that are each a part of the name, the company, the email or a phone's digits. */
  readonly text?: string | undefined;
  readonly groupId?: number | undefined;
  /** Those that are not in this group yet. */
  readonly outsideGroupId?: number | undefined;
  readonly includeInactive?: boolean | undefined;
}

/** A client as a list shows it. */
export interface ClientLine {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly email: string;
  /** The one to call; empty when there is none. */
  readonly phone: string;
  readonly isInactive: boolean;
}

interface LineRow {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  readonly email: string;
  readonly is_inactive: unknown;
}

/** Fewer digits than these are no phone number somebody looks for. */
const fewestDigits = 3;
const mostWords = 6;

/** Finds clients among tens of thousands; by name, from one index that holds all that is searched but phones. */
@injectable()
export class ClientSearch {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** The next clients by name. @param after the last client of the page before; none for the first page */
  async page(query: ClientQuery, limit: number, after?: number): Promise<readonly ClientLine[]> {
    const { dialect } = this.connection;
    const found = this.#matching(query)
      .select(["id", "first_name", "last_name", "company", "email", "is_inactive"].map((name) => `clients.${name}`))
      .orderByRaw(`${byName(dialect, "last_name")}, ${byName(dialect, "first_name")}, clients.id`)
      .limit(limit);
    if (after !== undefined) await this.#goOnAfter(found, after);
    const rows: readonly LineRow[] = await found;
    const phones = await this.#firstPhones(rows.map(({ id }) => id));
    return rows.map((row) => ({
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      company: row.company,
      email: row.email,
      phone: phones.get(row.id) ?? "",
      isInactive: readFlag(row.is_inactive),
    }));
  }

  async count(query: ClientQuery): Promise<number> {
    const all = this.connection.query().raw("count(*) as found");
    const rows: readonly { readonly found: number }[] = await this.#matching(query).select(all);
    return rows[0]?.found ?? 0;
  }

  /** All of them, in no particular order. */
  async ids(query: ClientQuery): Promise<readonly number[]> {
    return this.#matching(query).pluck("clients.id");
  }

  /** How phones are called in this studio, by label. */
  async phoneLabels(): Promise<readonly string[]> {
    const rows: readonly { readonly label: string }[] = await this.connection
      .query()("client_phones")
      .distinct("label")
      .whereNot({ label: "" })
      .orderBy("label");
    return rows.map(({ label }) => label);
  }

  #matching({ text, groupId, outsideGroupId, includeInactive = false }: ClientQuery) {
    const db = this.connection.query();
    const members = (id: number) => db("client_group_members").select("client_id").where({ client_group_id: id });
    const query = db("clients").whereNull("clients.deleted_at");
    if (!includeInactive) void query.where("clients.is_inactive", false);
    if (groupId !== undefined) void query.whereIn("clients.id", members(groupId));
    if (outsideGroupId !== undefined) void query.whereNotIn("clients.id", members(outsideGroupId));
    for (const word of wordsOf(text ?? "")) void query.where((any) => this.#holds(any, word));
    return query;
  }

  #holds(any: Knex.QueryBuilder, word: string): void {
    const columns = ["last_name", "first_name", "company", "email"];
    for (const column of columns) void any.orWhere(`clients.${column}`, "like", containing(word));
    const digits = digitsOf(word);
    if (digits.length < fewestDigits) return;
    void any.orWhereIn("clients.id", (phones) => {
      void phones
        .from("client_phones")
        .select("client_id")
        .whereRaw(`${digitsSql("client_phones.number")} like ?`, [`%${digits}%`]);
    });
  }

  async #goOnAfter(found: Knex.QueryBuilder, after: number): Promise<void> {
    const { dialect } = this.connection;
    const last: { readonly last_name: string; readonly first_name: string } | undefined = await this.connection
      .query()("clients")
      .where({ id: after })
      .first("last_name", "first_name");
    if (last === undefined) return;
    const [lastName, firstName] = [byName(dialect, "last_name"), byName(dialect, "first_name")];
    void found
      .whereRaw(`${lastName} >= ?`, [last.last_name])
      .whereRaw(`(${lastName} > ? or ${firstName} > ? or (${firstName} = ? and clients.id > ?))`, [
        last.last_name,
        last.first_name,
        last.first_name,
        after,
      ]);
  }

  async #firstPhones(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const numbers = new Map<number, string>();
    for (const piece of inPieces(this.connection.dialect, ids)) {
      const rows: readonly { readonly client_id: number; readonly number: string }[] = await this.connection
        .query()("client_phones")
        .select("client_id", "number")
        .whereIn("client_id", piece)
        .orderBy(["client_id", "position", "id"]);
      for (const row of rows) if (!numbers.has(row.client_id)) numbers.set(row.client_id, row.number);
    }
    return numbers;
  }
}

/** A column as the index of migration 010 sorts it. */
function byName(dialect: Dialect, column: "last_name" | "first_name"): string {
  return dialect === "sqlite" ? `clients.${column} collate nocase` : `clients.${column}`;
}

/** A phone number typed with spaces in it is one word. */
function wordsOf(text: string): readonly string[] {
  const isNumber = /^[\d\s()+./-]+$/.test(text) && digitsOf(text).length >= fewestDigits;
  const words = isNumber ? [text.trim()] : text.split(/\s+/);
  return words.filter((word) => word !== "").slice(0, mostWords);
}

/** What LIKE would take for a pattern matches any one character instead, itself too. */
function containing(word: string): string {
  return `%${word.replace(/[%_[\]\\]/g, "_")}%`;
}
