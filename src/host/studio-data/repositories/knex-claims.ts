import { randomUUID } from "node:crypto";

import type { Claim, ClaimHeld, Claims, Clock } from "../../../api/index.js";
import { readInstant } from "../connection/columns.js";
import type { DatabaseClock, StudioConnection } from "../connection/studio-connection.js";
import { isUniqueViolation } from "../connection/unique-violation.js";
import { keepClaim } from "./keep-claim.js";
import type { Lease } from "./keep-claim.js";

/** The lease of claims, where nothing else is said. */
export const usualLease: Lease = { milliseconds: 90_000, renewEvery: 20_000 };

interface ClaimRow {
  readonly ticket: string | null;
  readonly held_by: string;
  readonly expires_at: unknown;
}

/** Who claims: the prefix of every subject (a plugin's id) and the computer's name. */
export interface Claimant {
  readonly prefix: string;
  readonly computer: string;
}

/**
 * Claims as rows: taken by a conditional UPDATE with a new ticket when nobody holds the
 * subject or its lease is over, both decided by the database's clock (G6). Made by each
 * plugin's container.
 */
export class KnexClaims implements Claims {
  constructor(
    private readonly claimant: Claimant,
    private readonly connection: StudioConnection,
    private readonly databaseClock: DatabaseClock,
    private readonly clock: Clock,
    private readonly lease: Lease = usualLease,
  ) {}

  async claim(subject: string, purpose: string): Promise<{ readonly claim: Claim } | { readonly held: ClaimHeld }> {
    const name = `${this.claimant.prefix}/${subject}`;
    const ticket = randomUUID();
    const heldBy = `${this.claimant.computer}, ${purpose}`.slice(0, 300);
    const isTaken = (await this.#takeOver(name, ticket, heldBy)) || (await this.#takeFirst(name, ticket, heldBy));
    if (!isTaken) return { held: await this.#holder(name) };
    const kept = keepClaim(this.clock, this.lease, () => this.#renew(name, ticket));
    return {
      claim: {
        signal: kept.signal,
        release: async () => {
          await kept.stop();
          await this.#claims().where({ subject: name, ticket }).update({ ticket: null });
        },
      },
    };
  }

  /** Takes a subject that was claimed before and is free, or whose lease is over. */
  async #takeOver(subject: string, ticket: string, heldBy: string): Promise<boolean> {
    const now = await this.databaseClock.databaseNow();
    const taken = await this.#claims()
      .where({ subject })
      .where((free) => {
        void free.whereNull("ticket").orWhere("expires_at", "<=", now.toISOString());
      })
      .update({ ticket, held_by: heldBy, expires_at: this.#leaseFrom(now) });
    return taken === 1;
  }

  /** Takes a subject nobody ever claimed. */
  async #takeFirst(subject: string, ticket: string, heldBy: string): Promise<boolean> {
    const known: unknown = await this.#claims().where({ subject }).first("subject");
    if (known !== undefined) return false;
    const now = await this.databaseClock.databaseNow();
    try {
      await this.#claims().insert({ subject, ticket, held_by: heldBy, expires_at: this.#leaseFrom(now) });
      return true;
    } catch (failure) {
      if (isUniqueViolation(failure)) return false;
      throw failure;
    }
  }

  async #renew(subject: string, ticket: string): Promise<boolean> {
    const now = await this.databaseClock.databaseNow();
    const renewed = await this.#claims()
      .where({ subject, ticket })
      .where("expires_at", ">", now.toISOString())
      .update({ expires_at: this.#leaseFrom(now) });
    return renewed === 1;
  }

  async #holder(subject: string): Promise<ClaimHeld> {
    const row: ClaimRow | undefined = await this.#claims().where({ subject }).first("ticket", "held_by", "expires_at");
    // Given back in this very moment: held until now.
    if (row === undefined || row.ticket === null) {
      return { heldBy: row?.held_by ?? "", until: await this.databaseClock.databaseNow() };
    }
    return { heldBy: row.held_by, until: readInstant(row.expires_at) };
  }

  #claims() {
    return this.connection.query()("claims");
  }

  #leaseFrom(now: Date): string {
    return new Date(now.getTime() + this.lease.milliseconds).toISOString();
  }
}
