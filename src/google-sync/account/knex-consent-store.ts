import { createHash } from "node:crypto";

import type { Knex } from "knex";

import { PluginDatabase, Secrets } from "../../api/index.js";
import type { Transaction } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ConsentStore, PendingConsent } from "./consent-store.js";
import { secretOwner } from "./protected-tokens.js";

interface ConsentColumns {
  readonly state_hash: string;
  readonly user_id: number;
  readonly redirect_uri: string;
  readonly code_verifier: string;
  readonly expires_at: string;
}

/** Consents under way, in the studio's database. */
@injectable()
export class KnexConsentStore implements ConsentStore {
  readonly #database: PluginDatabase;
  readonly #secrets: Secrets;

  constructor(@inject(PluginDatabase) database: PluginDatabase, @inject(Secrets) secrets: Secrets) {
    this.#database = database;
    this.#secrets = secrets;
  }

  async add(state: string, consent: PendingConsent, transaction?: Transaction): Promise<void> {
    await this.#consents(transaction).insert({
      state_hash: hashOf(state),
      user_id: consent.userId,
      redirect_uri: consent.redirectUri,
      code_verifier: this.#secrets.protect(consent.codeVerifier, secretOwner(consent.userId)),
      expires_at: consent.expiresAt.toISOString(),
    });
  }

  async take(state: string, transaction?: Transaction): Promise<PendingConsent | undefined> {
    const stateHash = hashOf(state);
    const row = await this.#consents(transaction).where({ state_hash: stateHash }).first();
    if (row === undefined) return undefined;
    // Whoever deletes the row has it; both databases say how many rows went.
    const taken: number = await this.#consents(transaction).where({ state_hash: stateHash }).delete();
    if (taken !== 1) return undefined;
    return {
      userId: row.user_id,
      redirectUri: row.redirect_uri,
      codeVerifier: this.#secrets.reveal(row.code_verifier, secretOwner(row.user_id)),
      expiresAt: new Date(row.expires_at),
    };
  }

  async forgetExpired(now: Date, transaction?: Transaction): Promise<void> {
    await this.#consents(transaction).where("expires_at", "<=", now.toISOString()).delete();
  }

  #consents(transaction: Transaction | undefined): Knex.QueryBuilder<ConsentColumns, ConsentColumns[]> {
    // The migration of this folder gives the table exactly these columns.
    return this.#database.query(transaction)("google_sync_consents") as Knex.QueryBuilder<
      ConsentColumns,
      ConsentColumns[]
    >;
  }
}

/** A reader of the database cannot finish somebody's consent with it. */
function hashOf(state: string): string {
  return createHash("sha256").update(state).digest("hex");
}
