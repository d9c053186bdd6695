import type { Knex } from "knex";

import { PluginDatabase } from "../../api/index.js";
import type { EntryId, Transaction, UserId } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { inject, injectable } from "../../base/service-token.js";
import type { LinkedTotals } from "../engine/index.js";
import type { GoogleEvent } from "../google/index.js";
import { candidateRows } from "./knex-link-candidates.js";
import { updateRows } from "./knex-update-rows.js";
import { columnsOfLink, columnsOfStream, isSet, linkOf, rowOfLink, streamOf } from "./link-columns.js";
import type { LinkColumns, StreamColumns } from "./link-columns.js";
import type { CandidateQuery, Candidates, LinkCounts, LinkStore } from "./link-store.js";
import type { Link, LinkChange, LinkNames, LinkState, NewLink } from "./link.js";
import type { Stream, StreamChange } from "./stream.js";

const links = "google_sync_links";
const streams = "google_sync_streams";

/** Rows named in one statement; both databases allow more parameters than this needs. */
const chunkSize = 400;

/** Rows one statement inserts: a link has many columns. */
const rowsInInsert = 50;

/** Streams and links in the studio's database. */
@injectable()
export class KnexLinkStore implements LinkStore {
  readonly #database: PluginDatabase;

  constructor(@inject(PluginDatabase) database: PluginDatabase) {
    this.#database = database;
  }

  async findStream(userId: UserId, accountSub: string, calendarId: string): Promise<Stream | undefined> {
    const row = await this.#streams()
      .where({ user_id: userId, account_sub: accountSub, calendar_id: calendarId })
      .first();
    return row && streamOf(row);
  }

  async findStreamById(id: number): Promise<Stream | undefined> {
    const row = await this.#streams().where({ id }).first();
    return row && streamOf(row);
  }

  async streamsOf(userId: UserId): Promise<readonly Stream[]> {
    const rows = await this.#streams().where({ user_id: userId }).orderBy("id", "desc");
    return rows.map(streamOf);
  }

  async createStream(userId: UserId, accountSub: string, calendarId: string, enabledAt: Date): Promise<Stream> {
    // The studio's times mean what they meant in the calendar synced before, whichever is chosen now (C22).
    const [last] = (await this.streamsOf(userId)).toSorted(
      (one, other) => Number(other.lastSuccessAt ?? 0) - Number(one.lastSuccessAt ?? 0),
    );
    await this.#streams().insert({
      user_id: userId,
      account_sub: accountSub,
      calendar_id: calendarId,
      enabled_at: enabledAt.toISOString(),
      listing: 0,
      ...columnsOfStream({ syncZone: last?.syncZone, keptZone: last?.keptZone }),
    });
    const stream = await this.findStream(userId, accountSub, calendarId);
    if (stream === undefined) throw new Error(`The stream of user ${userId} was not stored`);
    return stream;
  }

  async changeStream(id: number, change: StreamChange, transaction?: Transaction): Promise<void> {
    await this.#streams(transaction).where({ id }).update(columnsOfStream(change));
  }

  async rememberSeen(
    streamId: number,
    events: readonly GoogleEvent[],
    listing: number | undefined,
    transaction: Transaction,
  ): Promise<number> {
    let changed = 0;
    for (const chunk of chunksOf(events, chunkSize)) {
      const known = await this.#links(transaction)
        .where({ stream_id: streamId })
        .whereIn(
          "event_id",
          chunk.map(({ id }) => id),
        )
        .select("id", "event_id", "seen_etag", "is_deleted_in_google");
      const byEvent = new Map(known.map((row) => [row.event_id, row]));
      // A listing names an event once; should a page repeat one, the later copy counts.
      const latest = [...new Map(chunk.map((event) => [event.id, event])).values()];
      const fresh = latest.filter((event) => !byEvent.has(event.id) && event.status !== "cancelled");
      const changes = latest.flatMap((event) => {
        const row = byEvent.get(event.id);
        return row === undefined || isSeen(event, row) ? [] : [{ id: row.id, change: seenOf(event) }];
      });
      await this.changeEach(changes, transaction);
      for (const rows of chunksOf(fresh, rowsInInsert)) {
        await this.#links(transaction).insert(
          rows.map((event) => rowOfLink(streamId, { state: "new", eventId: event.id, ...seenOf(event) }, listing)),
        );
      }
      changed += changes.length + fresh.length;
      if (listing !== undefined && known.length > 0) {
        await this.#links(transaction)
          .whereIn(
            "id",
            known.map(({ id }) => id),
          )
          .update({ listing });
      }
    }
    return changed;
  }

  async markListed(
    streamId: number,
    eventIds: readonly string[],
    listing: number,
    transaction: Transaction,
  ): Promise<void> {
    for (const chunk of chunksOf(eventIds, chunkSize)) {
      await this.#links(transaction).where({ stream_id: streamId }).whereIn("event_id", chunk).update({ listing });
    }
  }

  async missingFromListing(streamId: number, listing: number): Promise<readonly Link[]> {
    const rows = await this.#links()
      .where({ stream_id: streamId, state: "linked", is_deleted_in_google: 0 })
      .whereNotNull("event_id")
      .where((unlisted) => unlisted.whereNull("listing").orWhere("listing", "<>", listing));
    return rows.map(linkOf);
  }

  async forgetUnlisted(streamId: number, listing: number, transaction: Transaction): Promise<void> {
    const unlisted = this.#links(transaction)
      .where({ stream_id: streamId })
      .whereIn("state", ["new", "baseline", "left-out"])
      .whereNull("entry_guid")
      .where((other) => other.whereNull("listing").orWhere("listing", "<>", listing));
    await unlisted.clone().whereNull("question_id").delete();
    await this.#noteEmptied(transaction);
    // The question ends with the run that finds nothing left to ask about.
    await unlisted.whereNotNull("question_id").update({ is_deleted_in_google: 1, seen_etag: "deleted" });
  }

  async markDeletedInGoogle(linkIds: readonly number[], transaction: Transaction): Promise<void> {
    for (const chunk of chunksOf(linkIds, chunkSize)) {
      await this.#links(transaction).whereIn("id", chunk).update({ is_deleted_in_google: 1, seen_etag: "deleted" });
    }
  }

  async candidates(query: CandidateQuery): Promise<Candidates> {
    const { links: rows, newEntryIds } = await candidateRows(this.#database.query(), query);
    return { links: rows.map(linkOf), newEntryIds };
  }

  async listByState(streamId: number, states: readonly LinkState[]): Promise<readonly Link[]> {
    const rows = await this.#links().where({ stream_id: streamId }).whereIn("state", states).orderBy("id");
    return rows.map(linkOf);
  }

  async baselineEndingAt(streamId: number, ends: readonly string[]): Promise<readonly Link[]> {
    const found: Link[] = [];
    for (const chunk of chunksOf(ends, chunkSize)) {
      const rows = await this.#links()
        .where({ stream_id: streamId, state: "baseline" })
        .whereIn("ends_at", chunk)
        .orderBy("id");
      found.push(...rows.map(linkOf));
    }
    return found;
  }

  async findByIds(linkIds: readonly number[]): Promise<readonly Link[]> {
    const found: Link[] = [];
    for (const chunk of chunksOf(linkIds, chunkSize)) {
      const rows = await this.#links().whereIn("id", chunk).orderBy("id");
      found.push(...rows.map(linkOf));
    }
    return found;
  }

  async findByEntry(entryId: EntryId): Promise<readonly (Link & { readonly streamId: number })[]> {
    const rows = await this.#links().where({ entry_guid: entryId });
    return rows.map((row) => ({ ...linkOf(row), streamId: row.stream_id }));
  }

  async entriesOfRecord(
    kind: "appointment" | "session",
    recordId: number,
  ): Promise<readonly { readonly userId: UserId; readonly entryId: EntryId }[]> {
    const kinds = kind === "appointment" ? ["appointment"] : ["session", "event-line"];
    const rows: { user_id: number; entry_guid: string }[] = await this.#database
      .query()
      .from("schedule_entries")
      .where({ record_id: recordId })
      .whereIn("kind", kinds)
      .orderBy(["user_id", "starts_at"])
      .select("user_id", "entry_guid");
    return rows.map((row) => ({ userId: row.user_id, entryId: row.entry_guid }));
  }

  async findByEvent(streamId: number, eventId: string, transaction?: Transaction): Promise<Link | undefined> {
    const row = await this.#links(transaction).where({ stream_id: streamId, event_id: eventId }).first();
    return row && linkOf(row);
  }

  async findByQuestion(questionId: number, transaction?: Transaction): Promise<readonly Link[]> {
    const rows = await this.#links(transaction).where({ question_id: questionId }).orderBy("id");
    return rows.map(linkOf);
  }

  async totals(streamId: number, nowWallTime: string): Promise<LinkedTotals> {
    const db = this.#database.query();
    // Kept apart, since to tell apart what has no repeat costs more than all the rest.
    const single = (condition: string) => `coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
    const [row]: { total: number; to_come: number }[] = await db
      .from(links)
      .where({ stream_id: streamId, state: "linked" })
      .select(
        db.raw(`count(distinct repeat_id) + ${single("repeat_id is null")} as total`),
        db.raw(
          `count(distinct case when ends_at > ? then repeat_id end)
             + ${single("repeat_id is null and ends_at > ?")} as to_come`,
          [nowWallTime, nowWallTime],
        ),
      );
    return { all: row?.total ?? 0, toCome: row?.to_come ?? 0 };
  }

  async countByState(streamId: number): Promise<Readonly<Record<string, number>>> {
    const db = this.#database.query();
    const rows: { state: string; items: number }[] = await db
      .from(links)
      .where({ stream_id: streamId })
      .groupBy("state")
      .select("state", db.raw("count(*) as items"));
    return Object.fromEntries(rows.map(({ state, items }) => [state, items]));
  }

  async count(streamId: number): Promise<LinkCounts> {
    const db = this.#database.query();
    const [row]: { all_links: number; waiting: number | null; parked: number | null }[] = await db
      .from(links)
      .where({ stream_id: streamId })
      .select(
        db.raw("count(*) as all_links"),
        db.raw("sum(case when attempts > 0 and is_parked = 0 then 1 else 0 end) as waiting"),
        db.raw("sum(is_parked) as parked"),
      );
    return { all: row?.all_links ?? 0, waiting: row?.waiting ?? 0, parked: row?.parked ?? 0 };
  }

  async hasAny(streamId: number): Promise<boolean> {
    return (await this.#links().where({ stream_id: streamId }).first("id")) !== undefined;
  }

  async insert(streamId: number, newLinks: readonly NewLink[], transaction: Transaction): Promise<readonly number[]> {
    const ids: number[] = [];
    for (const chunk of chunksOf(newLinks, rowsInInsert)) {
      const rows: { id: number }[] = await this.#links(transaction)
        .insert(chunk.map((link) => rowOfLink(streamId, link)))
        .returning("id");
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  async change(linkId: number, change: LinkChange, transaction: Transaction): Promise<void> {
    await this.#links(transaction).where({ id: linkId }).update(columnsOfLink(change));
  }

  async changeEach(
    changes: readonly { readonly id: number; readonly change: LinkChange; readonly before?: LinkNames }[],
    transaction: Transaction,
  ): Promise<void> {
    await updateRows(
      this.#database.query(transaction),
      links,
      changes.map(({ id, change, before }) => ({ id, columns: columnsOfLink(change, before) })),
    );
  }

  async delete(linkIds: readonly number[], transaction: Transaction): Promise<void> {
    if (linkIds.length === 0) return;
    for (const chunk of chunksOf(linkIds, chunkSize)) await this.#links(transaction).whereIn("id", chunk).delete();
    await this.#noteEmptied(transaction);
  }

  /** A stream whose last link we deleted ourselves has lost none (W6), even if the run that did it is cut off. */
  async #noteEmptied(transaction: Transaction): Promise<void> {
    await this.#streams(transaction)
      .where("link_count", ">", 0)
      .whereNotExists((left) => void left.from(links).whereRaw(`${links}.stream_id = ${streams}.id`).select("id"))
      .update({ link_count: 0 });
  }

  #links(transaction?: Transaction): Knex.QueryBuilder<LinkColumns, LinkColumns[]> {
    return this.#database.query(transaction)(links) as Knex.QueryBuilder<LinkColumns, LinkColumns[]>;
  }

  #streams(transaction?: Transaction): Knex.QueryBuilder<StreamColumns, StreamColumns[]> {
    return this.#database.query(transaction)(streams) as Knex.QueryBuilder<StreamColumns, StreamColumns[]>;
  }
}

/** Our own echo, or what was listed before. */
function isSeen(event: GoogleEvent, row: Pick<LinkColumns, "seen_etag" | "is_deleted_in_google">): boolean {
  return row.seen_etag === event.etag && isSet(row.is_deleted_in_google) === (event.status === "cancelled");
}

/** A tombstone carries no fields: the last full copy is kept beside the fact. */
function seenOf(event: GoogleEvent): LinkChange {
  if (event.status === "cancelled") return { seenEtag: event.etag, isDeletedInGoogle: true };
  return { seen: event, seenEtag: event.etag, isDeletedInGoogle: false };
}
