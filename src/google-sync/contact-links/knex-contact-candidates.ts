import type { Knex } from "knex";

import type { ClientId } from "../../api/index.js";
import type { ContactLinkColumns } from "./contact-link-columns.js";
import type { ContactCandidateQuery } from "./contact-link-store.js";

/** Google's newest copy is not the one last decided about. */
const googleDiffers = "coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')";
const studioDiffers = "coalesce(l.member_version, '') <> coalesce(l.client_version, '')";

/** A link's row, and the client's version where it is in the group. */
export interface CandidateColumns extends ContactLinkColumns {
  readonly member_version: string | null;
}

/** The links a run must look at: due, and with something that differs from what was decided. */
export async function contactCandidateRows(
  database: Knex,
  query: ContactCandidateQuery,
): Promise<readonly CandidateColumns[]> {
  const { stream, groupId, now } = query;
  const rows: CandidateColumns[] = await database
    // Looked up link by link: joined, the embedded database would read every member for every link.
    .with("linked", (linked) =>
      linked
        .from("google_sync_contact_links as k")
        .where("k.stream_id", stream.id)
        .select("k.*", (member: Knex.QueryBuilder) =>
          member
            .from("client_members as m")
            .where("m.client_group_id", groupId)
            .whereRaw("m.client_id = k.client_id")
            .select("m.version")
            .as("member_version"),
        ),
    )
    .from("linked as l")
    .where((due) => isDue(due, now))
    .where((free) => isFree(free, query))
    .where((differs) => hasChanged(differs, query))
    .orderBy("l.id")
    .select("l.*");
  return rows;
}

/** Clients of the group that no link of the stream knows, oldest first. */
export async function newClientIds(
  database: Knex,
  { stream, groupId }: ContactCandidateQuery,
): Promise<readonly ClientId[]> {
  const rows: { client_id: number }[] = await database
    .from("client_members as m")
    .leftJoin("google_sync_contact_links as l", (on) => {
      on.on("l.client_guid", "m.client_guid").andOnVal("l.stream_id", stream.id);
    })
    .where("m.client_group_id", groupId)
    .whereNull("l.id")
    .orderBy("m.client_id")
    .select("m.client_id");
  return rows.map((row) => row.client_id);
}

/** No question holds it (G8), or one about who it is, which a change may settle (K6). */
function isFree(free: Knex.QueryBuilder, { readsGoogle }: ContactCandidateQuery): void {
  void free.whereNull("l.question_id").orWhere((unclear) => {
    void unclear.whereNotNull("l.review").where((changed) => {
      void changed.whereRaw(studioDiffers);
      if (readsGoogle) void changed.orWhereRaw(googleDiffers);
    });
  });
}

/** It never failed, its next try is due, or it is another matter now (G3). */
function isDue(due: Knex.QueryBuilder, now: Date): void {
  void due
    .where("l.attempts", 0)
    .orWhere((next) => next.where("l.is_parked", 0).where("l.retry_at", "<=", now.toISOString()))
    .orWhereRaw("coalesce(l.tried_version, '') <> coalesce(l.member_version, '')")
    .orWhereRaw("coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')");
}

function hasChanged(differs: Knex.QueryBuilder, query: ContactCandidateQuery): void {
  void differs
    .orWhereNotNull("l.directive")
    .orWhere((linked) => {
      void linked.where("l.state", "linked").where((changed) => {
        void changed.whereRaw(studioDiffers).orWhere("l.is_labelled", 0);
        if (query.readsGoogle) void changed.orWhereRaw(googleDiffers);
        if (query.withAllLinked) void changed.orWhereRaw("1 = 1");
      });
    })
    // On its way to Google: waiting to be created, to be told apart, or tried again.
    .orWhere((studioOnly) => void studioOnly.where("l.state", "new").whereNotNull("l.client_guid"))
    // Left the set, or rests: looked at once the client leaves the group, or the contact is put back.
    .orWhere((left) => {
      void left.whereIn("l.state", ["left", "resting"]).where((changed) => {
        void changed.whereNull("l.member_version");
        if (query.readsGoogle) void changed.orWhereRaw(googleDiffers);
      });
    })
    // Taken out of the group before, and in it again.
    .orWhere((again) => void again.where("l.state", "ended").whereNotNull("l.member_version"));
  if (query.readsGoogle) {
    void differs.orWhere((googleOnly) => {
      void googleOnly.whereIn("l.state", ["new", "baseline", "left-out"]).whereNull("l.client_guid");
      if (!query.withBaseline) {
        void googleOnly.where((changed) => changed.where("l.state", "new").orWhereRaw(googleDiffers));
      }
    });
  }
}
