import { randomUUID } from "node:crypto";

import type { Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readInstant, readOptional } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A mail about to wait. */
export interface NewOutgoingMail {
  readonly userId: UserId | undefined;
  readonly recipient: string;
  readonly subject: string;
  /** Its content, as whoever reads it again understands it. */
  readonly blocksJson: string;
  readonly queuedAt: Date;
}

/** A mail that waits. */
export interface OutgoingMail extends NewOutgoingMail {
  readonly id: number;
  /** The same at every try. */
  readonly guid: string;
  /** How often it was tried. */
  readonly attempts: number;
}

interface OutgoingMailRow {
  readonly id: number;
  readonly guid: string;
  readonly user_id: number | null;
  readonly recipient: string;
  readonly subject: string;
  readonly blocks_json: string;
  readonly queued_at: unknown;
  readonly attempts: number;
}

/** Mails that wait to be sent. Whoever sends holds a claim, so that none is sent twice. */
@injectable()
export class OutgoingMailStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async add(mail: NewOutgoingMail, transaction?: Transaction): Promise<void> {
    const queuedAt = mail.queuedAt.toISOString();
    await this.connection
      .query(transaction)("outgoing_mails")
      .insert({
        guid: randomUUID(),
        user_id: mail.userId ?? null,
        recipient: mail.recipient,
        subject: mail.subject,
        blocks_json: mail.blocksJson,
        queued_at: queuedAt,
        attempts: 0,
        next_try_at: queuedAt,
      });
  }

  /** Those whose time has come, oldest first. */
  async findDue(now: Date, limit: number): Promise<readonly OutgoingMail[]> {
    const rows: readonly OutgoingMailRow[] = await this.connection
      .query()("outgoing_mails")
      .select("id", "guid", "user_id", "recipient", "subject", "blocks_json", "queued_at", "attempts")
      .where("next_try_at", "<=", now.toISOString())
      .orderBy("id")
      .limit(limit);
    return rows.map((row) => ({
      id: row.id,
      guid: row.guid,
      userId: readOptional(row.user_id, Number),
      recipient: row.recipient,
      subject: row.subject,
      blocksJson: row.blocks_json,
      queuedAt: readInstant(row.queued_at),
      attempts: row.attempts,
    }));
  }

  /** Counts a try that did not succeed. */
  async postpone(id: number, nextTryAt: Date): Promise<void> {
    await this.connection
      .query()("outgoing_mails")
      .where({ id })
      .update({ next_try_at: nextTryAt.toISOString() })
      .increment("attempts", 1);
  }

  /** Makes everything that waits due at once, because the settings have changed. */
  async hurry(now: Date): Promise<void> {
    const text = now.toISOString();
    await this.connection.query()("outgoing_mails").where("next_try_at", ">", text).update({ next_try_at: text });
  }

  async remove(id: number): Promise<void> {
    await this.connection.query()("outgoing_mails").where({ id }).del();
  }

  async count(): Promise<number> {
    const [row]: { readonly n: number | string }[] = await this.connection.query()("outgoing_mails").count({ n: "*" });
    return Number(row?.n ?? 0);
  }
}
