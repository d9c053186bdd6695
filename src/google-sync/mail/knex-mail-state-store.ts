import type { Knex } from "knex";

import { PluginDatabase, UnitOfWork } from "../../api/index.js";
import type { Transaction, UserId } from "../../api/index.js";
import { chunksOf } from "../../base/chunks.js";
import { inject, injectable } from "../../base/service-token.js";
import type { MailStateStore, MailedProblem } from "./mail-state-store.js";

interface Columns {
  readonly user_id: number;
  readonly problem: string;
  readonly text: string;
  readonly mailed_at: string;
}

const longestText = 500;
/** SQL Server takes 2,100 parameters in a statement. */
const namesInStatement = 500;

/** What users were mailed about, in the studio's database. */
@injectable()
export class KnexMailStateStore implements MailStateStore {
  readonly #database: PluginDatabase;
  readonly #unitOfWork: UnitOfWork;

  constructor(@inject(PluginDatabase) database: PluginDatabase, @inject(UnitOfWork) unitOfWork: UnitOfWork) {
    this.#database = database;
    this.#unitOfWork = unitOfWork;
  }

  async of(userId: UserId): Promise<readonly MailedProblem[]> {
    const rows = await this.#rows().where({ user_id: userId }).orderBy("problem");
    return rows.map(({ problem, text, mailed_at: mailedAt }) => ({ problem, text, mailedAt: new Date(mailedAt) }));
  }

  async update(userId: UserId, mailed: readonly MailedProblem[], forgotten: readonly string[]): Promise<void> {
    const gone = [...forgotten, ...mailed.map(({ problem }) => problem)];
    if (gone.length === 0) return;
    await this.#unitOfWork.run(async (transaction) => {
      for (const names of chunksOf(gone, namesInStatement)) {
        await this.#rows(transaction).where({ user_id: userId }).whereIn("problem", names).delete();
      }
      for (const { problem, text, mailedAt } of mailed) {
        await this.#rows(transaction).insert({
          user_id: userId,
          problem,
          text: text.slice(0, longestText),
          mailed_at: mailedAt.toISOString(),
        });
      }
    });
  }

  #rows(transaction?: Transaction): Knex.QueryBuilder<Columns, Columns[]> {
    return this.#database.query(transaction)("google_sync_mail_state") as Knex.QueryBuilder<Columns, Columns[]>;
  }
}
