import type { Knex } from "knex";

import { PluginDatabase, UnitOfWork } from "../../api/index.js";
import type { Transaction } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { inject, injectable } from "../../base/service-token.js";
import type { Forgetting } from "./forgetting.js";
import { withoutTitle } from "./without-title.js";

/** SQL Server takes 2,100 parameters in a statement. */
const atOnce = 400;
const forgotten = "The words of this question were erased with the client they named.";
/** What a link keeps of its event and entry. */
const noCopies = { agreed_studio: null, agreed_google: null, seen: null, lost_values: null, problem: null };

/** The same of a contact and client. */
const noContactCopies = { ...noCopies, review: null };

interface Copies {
  readonly id: number;
  readonly agreed_studio: string | null;
  readonly agreed_google: string | null;
  readonly seen: string | null;
}

/** Forgets in the studio's database. The one place that knows what of all the plugin's tables is somebody's. */
@injectable()
export class KnexForgetting implements Forgetting {
  readonly #database: PluginDatabase;
  readonly #unitOfWork: UnitOfWork;

  constructor(@inject(PluginDatabase) database: PluginDatabase, @inject(UnitOfWork) unitOfWork: UnitOfWork) {
    this.#database = database;
    this.#unitOfWork = unitOfWork;
  }

  async forgetOlderThan(instant: Date): Promise<void> {
    const before = instant.toISOString();
    await this.#unitOfWork.run(async (transaction) => {
      const rows = this.#rows(transaction);
      // A run that was cut off has no end; what it meant to do is looked at by the next run.
      const old = rows("google_sync_runs").where("started_at", "<", before).select("id");
      await rows("google_sync_journal").whereIn("run_id", old).delete();
      await rows("google_sync_runs").where("started_at", "<", before).delete();
      await rows("google_sync_questions").where("answered_at", "<", before).delete();
      await rows("google_sync_links")
        .where({ state: "ended" })
        .whereNotNull("seen")
        .where((over) => over.whereNull("ends_at").orWhere("ends_at", "<", before.slice(0, 19)))
        .update(noCopies);
      // Of a contact whose client is gone only which one it is matters, so that it does not come in again.
      await rows("google_sync_contact_links")
        .where({ state: "ended" })
        .whereNull("client_guid")
        .whereNotNull("seen")
        .update(noContactCopies);
    });
  }

  async forgetItems(ids: readonly string[], until: Date): Promise<void> {
    await this.#unitOfWork.run(async (transaction) => {
      const users = new Set<number>();
      for (const some of chunksOf(ids, atOnce)) {
        for (const user of await this.#forgetSome(some, transaction)) users.add(user);
      }
      await this.#forgetWords([...users], until, transaction);
    });
  }

  async forgetChoices(clientGuid: string): Promise<void> {
    await this.#unitOfWork.run(async (transaction) => {
      const rows = this.#rows(transaction);
      const asked = rows("google_sync_contact_links")
        .where((about) => about.where({ client_guid: clientGuid }).orWhere("review", "like", `%${clientGuid}%`))
        .select("question_id");
      const questions: readonly { readonly id: number; readonly options: string | null }[] = await rows(
        "google_sync_questions",
      )
        .whereIn("id", asked)
        .select("id", "options");
      for (const { id, options } of questions) {
        // How many there are to choose from is what the answers are counted by.
        const choices =
          options === null ? null : JSON.stringify((JSON.parse(options) as string[]).map(() => "somebody"));
        await rows("google_sync_questions").where({ id }).update({ text: forgotten, options: choices });
      }
    });
  }

  async forgetContacts(clientGuid: string): Promise<void> {
    await this.#unitOfWork.run(async (transaction) => {
      const links = () => this.#rows(transaction)("google_sync_contact_links").where({ client_guid: clientGuid });
      await links().whereNull("resource_name").delete();
      await links().update({ ...noContactCopies, state: "ended", client_id: null, client_guid: null, is_labelled: 0 });
    });
  }

  async recall(name: string): Promise<string | undefined> {
    const row: { readonly value: string } | undefined = await this.#rows()("google_sync_upkeep")
      .where({ name })
      .first("value");
    return row?.value;
  }

  async remember(name: string, value: string): Promise<void> {
    await this.#unitOfWork.run(async (transaction) => {
      const rows = this.#rows(transaction);
      if ((await rows("google_sync_upkeep").where({ name }).update({ value })) > 0) return;
      await rows("google_sync_upkeep").insert({ name, value });
    });
  }

  /** @returns whose calendars the entries were in */
  async #forgetSome(ids: readonly string[], transaction: Transaction): Promise<readonly number[]> {
    const rows = this.#rows(transaction);
    const journal = () => rows("google_sync_journal").whereIn("entry_guid", ids);
    const events = journal().whereNotNull("event_id").select("event_id");
    await rows("google_sync_links").where({ state: "ended" }).whereIn("event_id", events).update(noCopies);
    const links: readonly Copies[] = await rows("google_sync_links")
      .whereIn("entry_guid", ids)
      .select("id", "agreed_studio", "agreed_google", "seen");
    for (const { id, ...copies } of links) {
      const [agreedStudio, agreedGoogle, seen] = [copies.agreed_studio, copies.agreed_google, copies.seen].map(
        (json) => json && withoutTitle(json),
      );
      await rows("google_sync_links")
        .where({ id })
        .update({ agreed_studio: agreedStudio, agreed_google: agreedGoogle, seen, lost_values: null, problem: null });
    }
    const ofRuns: readonly { readonly user_id: number }[] = await rows("google_sync_runs")
      .distinct("user_id")
      .whereIn("id", journal().select("run_id"));
    const ofLinks: readonly { readonly user_id: number }[] = await rows("google_sync_streams")
      .distinct("user_id")
      .whereIn("id", rows("google_sync_links").whereIn("entry_guid", ids).select("stream_id"));
    await rows("google_sync_questions")
      .whereIn("id", rows("google_sync_links").whereIn("entry_guid", ids).select("question_id"))
      .update({ text: forgotten });
    // What was only meant and not yet known to be done stays: the next run looks at it by its ids.
    await journal().whereNot({ state: "intended" }).delete();
    return [...ofRuns, ...ofLinks].map((row) => row.user_id);
  }

  /** Reports and answered questions name items in sentences nobody can take apart: those of the users go whole. */
  async #forgetWords(users: readonly number[], until: Date, transaction: Transaction): Promise<void> {
    const rows = this.#rows(transaction);
    for (const some of chunksOf(users, atOnce)) {
      await rows("google_sync_runs")
        .whereIn("user_id", some)
        .where("started_at", "<=", until.toISOString())
        .whereNotNull("report")
        .update({ report: null });
      await rows("google_sync_questions")
        .whereIn("user_id", some)
        .where("answered_at", "<=", until.toISOString())
        .update({ text: forgotten });
    }
  }

  #rows(transaction?: Transaction): Knex {
    return this.#database.query(transaction);
  }
}
