import { Clearances } from "../../../api/index.js";
import type { Notification, Notifications, Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readInstant, readOptional } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** A notification somebody was sent. */
export interface StoredNotification extends Notification {
  readonly id: number;
  readonly createdAt: Date;
  readonly readAt: Date | undefined;
}

interface NotificationRow {
  readonly id: number;
  readonly user_id: number | null;
  readonly severity: Notification["severity"];
  readonly title: string;
  readonly text: string;
  readonly subject: string;
  readonly command: string | null;
  readonly created_at: unknown;
  readonly read_at: unknown;
}

const columns = [
  "id",
  "user_id",
  "severity",
  "title",
  "text",
  "subject",
  "command",
  "created_at",
  "read_at",
] as const satisfies readonly (keyof NotificationRow)[];

/** Notifications in the studio's database. Those for administrators are one row, whoever is one when looking. */
@injectable()
export class KnexNotifications implements Notifications {
  constructor(
    @inject(StudioConnection) private readonly connection: StudioConnection,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  async notify(notification: Notification, transaction?: Transaction): Promise<void> {
    await this.#within(transaction, async (inside) => {
      const db = this.connection.query(inside);
      const { audience } = notification;
      const userId = audience.kind === "user" ? audience.userId : null;
      await db("notifications").where({ subject: notification.subject, user_id: userId }).whereNull("read_at").del();
      await db("notifications").insert({
        user_id: userId,
        severity: notification.severity,
        title: notification.title,
        text: notification.text,
        subject: notification.subject,
        command: notification.command ?? null,
        created_at: (await this.connection.databaseNow(inside)).toISOString(),
      });
    });
  }

  async withdraw(subject: string, transaction?: Transaction): Promise<void> {
    await this.connection.query(transaction)("notifications").where({ subject }).whereNull("read_at").del();
  }

  /** What the user sees under the bell, newest first. */
  async listFor(userId: UserId, limit = 100): Promise<readonly StoredNotification[]> {
    const isAdministrator = await this.#isAdministrator(userId);
    const rows: readonly NotificationRow[] = await this.connection
      .query()("notifications")
      .select(...columns)
      .where((audience) => {
        void audience.where({ user_id: userId });
        if (isAdministrator) void audience.orWhereNull("user_id");
      })
      .orderBy("id", "desc")
      .limit(limit);
    return rows.map(toNotification);
  }

  /** Marks what the user sees as read, up to the given notification. */
  async markRead(userId: UserId, upToId: number): Promise<void> {
    const isAdministrator = await this.#isAdministrator(userId);
    const now = await this.connection.databaseNow();
    await this.connection
      .query()("notifications")
      .where("id", "<=", upToId)
      .whereNull("read_at")
      .where((audience) => {
        void audience.where({ user_id: userId });
        if (isAdministrator) void audience.orWhereNull("user_id");
      })
      .update({ read_at: now.toISOString() });
  }

  #isAdministrator(userId: UserId): Promise<boolean> {
    return this.clearances.allows(userId, "Users", "add-modify");
  }

  #within(transaction: Transaction | undefined, work: (inside: Transaction) => Promise<void>): Promise<void> {
    return transaction === undefined ? this.connection.transaction(work) : work(transaction);
  }
}

function toNotification(row: NotificationRow): StoredNotification {
  return {
    id: row.id,
    audience: row.user_id === null ? { kind: "administrators" } : { kind: "user", userId: row.user_id },
    severity: row.severity,
    title: row.title,
    text: row.text,
    subject: row.subject,
    ...(row.command === null ? {} : { command: row.command }),
    createdAt: readInstant(row.created_at),
    readAt: readOptional(row.read_at, readInstant),
  };
}
