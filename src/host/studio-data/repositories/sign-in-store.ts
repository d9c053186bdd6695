import type { Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** Who is signed in to the workbench. Only a hash of the cookie's token is kept. */
@injectable()
export class SignInStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async create(tokenHash: string, userId: UserId, expiresAt: Date): Promise<void> {
    const now = await this.connection.databaseNow();
    await this.connection.query()("sign_in_sessions").insert({
      token_hash: tokenHash,
      user_id: userId,
      created_at: now.toISOString(),
      expires_at: expiresAt.toISOString(),
    });
  }

  /** The user of a token that has not expired. */
  async findUser(tokenHash: string): Promise<UserId | undefined> {
    const now = await this.connection.databaseNow();
    const row: { readonly user_id: number } | undefined = await this.connection
      .query()("sign_in_sessions")
      .where({ token_hash: tokenHash })
      .where("expires_at", ">", now.toISOString())
      .first("user_id");
    return row?.user_id;
  }

  async remove(tokenHash: string): Promise<void> {
    await this.connection.query()("sign_in_sessions").where({ token_hash: tokenHash }).del();
  }

  /** Signs a user out everywhere, for a changed password or a user who became inactive; one browser may stay signed in. */
  async removeOf(userId: UserId, exceptTokenHash = "", transaction?: Transaction): Promise<void> {
    await this.connection
      .query(transaction)("sign_in_sessions")
      .where({ user_id: userId })
      .whereNot({ token_hash: exceptTokenHash })
      .del();
  }

  /** Signs everybody out: security was switched on, and nobody has shown a password yet. */
  async removeAll(): Promise<void> {
    await this.connection.query()("sign_in_sessions").del();
  }

  async removeExpired(): Promise<void> {
    const now = await this.connection.databaseNow();
    await this.connection.query()("sign_in_sessions").where("expires_at", "<=", now.toISOString()).del();
  }
}
