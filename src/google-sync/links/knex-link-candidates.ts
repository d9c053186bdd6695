import type { Knex } from "knex";

import type { EntryId } from "../../api/index.js";
import type { LinkColumns } from "./link-columns.js";
import type { CandidateQuery } from "./link-store.js";
import type { LinkState } from "./link.js";
import type { Stream } from "./stream.js";

/** What a run must look at, as rows. */
export interface CandidateRows {
  /** By id. */
  readonly links: readonly LinkColumns[];
  /** Entries that no link of the stream knows, by start. */
  readonly newEntryIds: readonly EntryId[];
}

/** Where the version of the link's entry stands: in the view, or nowhere as it has none. */
type EntryVersion = "e.version" | typeof none;

/** The version of an entry that is not on the schedule, or that there never was. */
const none = "cast(null as varchar(120))";

/** An entry that is nowhere is not what its link knows; one on the schedule always has a version. */
function isAnotherVersion(version: EntryVersion): string {
  return version === none ? "1 = 1" : `${version} <> l.studio_version`;
}

/** Google's newest copy is not the one last decided about. */
const googleDiffers = "coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')";

/**
 * The links a run must look at (free, due, and with something that differs from what was decided) and the entries nobody
 * knows. One walk along the user's schedule answers for everything that is on it, which in a quiet run is everything; a link
 * that is not on it any more is looked for only when there are more links than entries.
 */
export async function candidateRows(database: Knex, query: CandidateQuery): Promise<CandidateRows> {
  const onSchedule = await rowsOnSchedule(database, query);
  const unknown = onSchedule.filter(({ id }) => id === null);
  const known = onSchedule.filter((row): row is LinkColumns & OnSchedule => row.id !== null);
  const isAnyGone = await hasLinksOffSchedule(database, query.stream, unknown.length);
  const links = [
    ...known,
    ...(await rowsOfEventsAlone(database, query)),
    ...(isAnyGone ? await rowsOffSchedule(database, query) : []),
  ];
  return {
    links: links.sort((one, other) => one.id - other.id),
    newEntryIds: unknown.map(({ on_schedule }) => on_schedule),
  };
}

interface OnSchedule {
  readonly on_schedule: string;
}

async function rowsOnSchedule(
  database: Knex,
  query: CandidateQuery,
): Promise<readonly ((LinkColumns | { readonly id: null }) & OnSchedule)[]> {
  const { stream } = query;
  return database
    .from("schedule_entries as e")
    .leftJoin("google_sync_links as l", (on) => {
      on.on("l.entry_guid", "e.entry_guid").andOnVal("l.stream_id", stream.id);
    })
    .where("e.user_id", stream.userId)
    .where((unknownOrDue) => unknownOrDue.whereNull("l.id").orWhere((known) => isCandidate(known, query, "e.version")))
    .orderBy("e.starts_at")
    .select("e.entry_guid as on_schedule", "l.*");
}

/** Events no entry belongs to. */
async function rowsOfEventsAlone(database: Knex, query: CandidateQuery): Promise<readonly LinkColumns[]> {
  return database
    .from("google_sync_links as l")
    .where("l.stream_id", query.stream.id)
    .whereIn("l.state", ["new", "baseline", "left-out", "ended"] satisfies readonly LinkState[])
    .whereNull("l.entry_guid")
    .where((alone) => isCandidate(alone, query, none))
    .select("l.*");
}

async function hasLinksOffSchedule(database: Knex, stream: Stream, unknownEntries: number): Promise<boolean> {
  const entries = database.from("schedule_entries").where("user_id", stream.userId).count("*");
  const links = database.from("google_sync_links").where("stream_id", stream.id).whereNotNull("entry_guid").count("*");
  const [counted]: { readonly entries: number; readonly links: number }[] = await database.select(
    entries.as("entries"),
    links.as("links"),
  );
  return counted === undefined || counted.links > counted.entries - unknownEntries;
}

/** Links of entries that are not on the user's schedule now. */
async function rowsOffSchedule(database: Knex, query: CandidateQuery): Promise<readonly LinkColumns[]> {
  const { stream } = query;
  return database
    .with("entry", (entry) => entry.from("schedule_entries").where({ user_id: stream.userId }).select("entry_guid"))
    .from("google_sync_links as l")
    .leftJoin("entry as e", "e.entry_guid", "l.entry_guid")
    .where("l.stream_id", stream.id)
    .whereNotNull("l.entry_guid")
    .whereNull("e.entry_guid")
    .where((gone) => isCandidate(gone, query, none))
    .select("l.*");
}

function isCandidate(candidate: Knex.QueryBuilder, query: CandidateQuery, version: EntryVersion): void {
  // First what of nearly all links is not so: SQLite asks in this order.
  void candidate
    .where((differs) => hasChanged(differs, query, version))
    .where((free) => isFree(free, query, version))
    .where((due) => isDue(due, query, version));
}

/** No question holds it (G8), or one that what has changed may settle (C13, C24). */
function isFree(free: Knex.QueryBuilder, { answerableQuestionIds }: CandidateQuery, version: EntryVersion): void {
  void free.whereNull("l.question_id").orWhere((answerable) =>
    answerable.whereIn("l.question_id", answerableQuestionIds).where((changed) =>
      changed
        .whereRaw(`coalesce(${version}, '') <> coalesce(l.studio_version, '')`)
        .orWhere((gone) => gone.whereNull("l.entry_guid").where("l.is_deleted_in_google", 1))
        .orWhere((back) => back.where({ "l.state": "linked", "l.is_deleted_in_google": 0 })),
    ),
  );
}

/** It never failed, its next try is due, or it is another matter now (G3). */
function isDue(due: Knex.QueryBuilder, { now }: CandidateQuery, version: EntryVersion): void {
  void due
    .where("l.attempts", 0)
    .orWhere((next) => next.where("l.is_parked", 0).where("l.retry_at", "<=", now.toISOString()))
    .orWhereRaw(`coalesce(l.tried_version, '') <> coalesce(${version}, '')`)
    .orWhereRaw("coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')");
}

function hasChanged(differs: Knex.QueryBuilder, query: CandidateQuery, version: EntryVersion): void {
  void differs
    .orWhereNotNull("l.directive")
    .orWhere((linked) => {
      void linked.where("l.state", "linked").where((changed) => {
        void changed.whereNull("l.studio_version").orWhereRaw(isAnotherVersion(version));
        if (query.readsGoogle) void changed.orWhereRaw(googleDiffers);
        if (query.withAllLinked) void changed.orWhereRaw("1 = 1");
      });
    })
    .orWhere((back) => void back.where("l.state", "ended").whereRaw(`${version} is not null`))
    .orWhere((studioOnly) => {
      void studioOnly.whereIn("l.state", ["new", "baseline"]).whereNotNull("l.entry_guid");
      if (!query.withStudioBaseline) {
        void studioOnly.where((changed) => changed.where("l.state", "new").orWhereRaw(isAnotherVersion(version)));
      }
    });
  if (query.leftOutReasons.length > 0) {
    void differs.orWhere((leftOut) => {
      void leftOut
        .where({ "l.state": "left-out", "l.is_old": 0 })
        .whereIn("l.left_out_reason", [...query.leftOutReasons]);
    });
  }
  if (version === none && (query.readsGoogle || query.withGoogleBaseline)) {
    void differs.orWhere((googleOnly) => {
      void googleOnly.whereIn("l.state", ["new", "baseline", "left-out"]).whereNull("l.entry_guid");
      if (!query.withGoogleBaseline) {
        void googleOnly.where((changed) => changed.where("l.state", "new").orWhereRaw(googleDiffers));
      }
    });
  }
}
