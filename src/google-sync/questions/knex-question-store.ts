import type { Knex } from "knex";

import { PluginDatabase } from "../../api/index.js";
import type { Transaction, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { QuestionKind } from "../engine/index.js";
import type { NewQuestion, QuestionStore } from "./question-store.js";
import type { Question } from "./question.js";

interface QuestionColumns {
  readonly id: number;
  readonly stream_id: number;
  readonly user_id: number;
  readonly kind: string;
  readonly text: string;
  readonly item_count: number;
  readonly options: string | null;
  readonly asked_at: string;
  readonly answer: string | null;
  readonly answered_at: string | null;
}

/** Questions in the studio's database. */
@injectable()
export class KnexQuestionStore implements QuestionStore {
  readonly #database: PluginDatabase;

  constructor(@inject(PluginDatabase) database: PluginDatabase) {
    this.#database = database;
  }

  async ask(question: NewQuestion, transaction: Transaction): Promise<number> {
    const [row]: { id: number }[] = await this.#questions(transaction)
      .insert({
        stream_id: question.streamId,
        user_id: question.userId,
        kind: question.kind,
        text: question.text.slice(0, 1000),
        item_count: question.itemCount,
        options: question.options === undefined ? null : JSON.stringify(question.options),
        asked_at: question.askedAt.toISOString(),
      })
      .returning("id");
    if (row === undefined) throw new Error("The question was not stored");
    return row.id;
  }

  async find(id: number): Promise<Question | undefined> {
    const row = await this.#questions().where({ id }).first();
    return row && questionOf(row);
  }

  async open(userId?: UserId): Promise<readonly Question[]> {
    const query = this.#questions().whereNull("answer").orderBy("id");
    if (userId !== undefined) void query.where({ user_id: userId });
    return (await query).map(questionOf);
  }

  async openOfStream(streamId: number, kind?: QuestionKind): Promise<readonly Question[]> {
    const query = this.#questions().whereNull("answer").where({ stream_id: streamId }).orderBy("id");
    if (kind !== undefined) void query.where({ kind });
    return (await query).map(questionOf);
  }

  async answer(id: number, answer: string, answeredAt: Date, transaction: Transaction): Promise<boolean> {
    const changed: number = await this.#questions(transaction)
      .where({ id })
      .whereNull("answer")
      .update({ answer, answered_at: answeredAt.toISOString() });
    return changed === 1;
  }

  async leave(id: number, itemCount: number, transaction: Transaction): Promise<boolean> {
    const changed: number = await this.#questions(transaction)
      .where({ id })
      .whereNull("answer")
      .update({ item_count: itemCount });
    return changed === 1;
  }

  #questions(transaction?: Transaction): Knex.QueryBuilder<QuestionColumns, QuestionColumns[]> {
    return this.#database.query(transaction)("google_sync_questions") as Knex.QueryBuilder<
      QuestionColumns,
      QuestionColumns[]
    >;
  }
}

function questionOf(row: QuestionColumns): Question {
  return {
    id: row.id,
    streamId: row.stream_id,
    userId: row.user_id,
    // Only kinds of the union are ever written.
    kind: row.kind as QuestionKind,
    text: row.text,
    itemCount: row.item_count,
    // What `ask` wrote.
    options: row.options === null ? [] : (JSON.parse(row.options) as string[]),
    askedAt: new Date(row.asked_at),
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at === null ? undefined : new Date(row.answered_at),
  };
}
