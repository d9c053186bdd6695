import type { Knex } from "knex";

import type { EntryId } from "../../api/index.js";
import type { LinkColumns } from "./link-columns.js";
import type { CandidateQuery } from "./link-store.js";
import type { Stream } from "./stream.js";

/** Google's newest copy is not the one last decided about. */
const googleDiffers = "coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')";

/** The links a run must look at: free, due, and with something that differs from what was decided. */
export async function candidateRows(database: Knex, query: CandidateQuery): Promise<readonly LinkColumns[]> {
  const { stream } = query;
  const rows: LinkColumns[] = await database
    .with("entry", (entry) =>
      entry.from("schedule_entries").where({ user_id: stream.userId }).select("entry_guid", "version"),
    )
    .from("google_sync_links as l")
    .leftJoin("entry as e", "e.entry_guid", "l.entry_guid")
    .where("l.stream_id", stream.id)
    .where((free) => isFree(free, query))
    .where((due) => isDue(due, query))
    .where((differs) => hasChanged(differs, query))
    .orderBy("l.id")
    .select("l.*");
  return rows;
}

/** Entries on the user's schedule that no link of the stream knows, by start. */
export async function newEntryIds(database: Knex, stream: Stream): Promise<readonly EntryId[]> {
  const rows: { entry_guid: string }[] = await database
    .from("schedule_entries as e")
    .leftJoin("google_sync_links as l", (on) => {
      on.on("l.entry_guid", "e.entry_guid").andOnVal("l.stream_id", stream.id);
    })
    .where("e.user_id", stream.userId)
    .whereNull("l.id")
    .orderBy("e.starts_at")
    .select("e.entry_guid");
  return rows.map((row) => row.entry_guid);
}

/** No question holds it (G8), or one that what has changed may settle (C13, C24). */
function isFree(free: Knex.QueryBuilder, { answerableQuestionIds }: CandidateQuery): void {
  void free
    .whereNull("l.question_id")
    .orWhere((answerable) =>
      answerable
        .whereIn("l.question_id", answerableQuestionIds)
        .where((changed) =>
          changed
            .whereRaw("coalesce(e.version, '') <> coalesce(l.studio_version, '')")
            .orWhere((gone) => gone.whereNull("l.entry_guid").where("l.is_deleted_in_google", 1)),
        ),
    );
}

/** It never failed, its next try is due, or it is another matter now (G3). */
function isDue(due: Knex.QueryBuilder, { now }: CandidateQuery): void {
  void due
    .where("l.attempts", 0)
    .orWhere((next) => next.where("l.is_parked", 0).where("l.retry_at", "<=", now.toISOString()))
    .orWhereRaw("coalesce(l.tried_version, '') <> coalesce(e.version, '')")
    .orWhereRaw("coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')");
}

function hasChanged(differs: Knex.QueryBuilder, query: CandidateQuery): void {
  void differs
    .orWhereNotNull("l.directive")
    .orWhere((linked) => {
      void linked.where("l.state", "linked").where((changed) => {
        void changed.whereNull("e.version").orWhereNull("l.studio_version").orWhereRaw("e.version <> l.studio_version");
        if (query.readsGoogle) void changed.orWhereRaw(googleDiffers);
        if (query.withAllLinked) void changed.orWhereRaw("1 = 1");
      });
    })
    .orWhere((studioOnly) => {
      void studioOnly.whereIn("l.state", ["new", "baseline"]).whereNotNull("l.entry_guid");
      if (!query.withStudioBaseline) {
        void studioOnly.where((changed) =>
          changed.where("l.state", "new").orWhereNull("e.version").orWhereRaw("e.version <> l.studio_version"),
        );
      }
    });
  if (query.withTentative) {
    void differs.orWhere((tentative) => {
      void tentative
        .where({ "l.state": "left-out", "l.is_old": 0 })
        .whereIn("l.left_out_reason", ["tentative", "unanswered"]);
    });
  }
  if (query.readsGoogle || query.withGoogleBaseline) {
    void differs.orWhere((googleOnly) => {
      void googleOnly.whereIn("l.state", ["new", "baseline", "left-out"]).whereNull("l.entry_guid");
      if (!query.withGoogleBaseline) {
        void googleOnly.where((changed) => changed.where("l.state", "new").orWhereRaw(googleDiffers));
      }
    });
  }
}
