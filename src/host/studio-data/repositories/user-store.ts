import { randomUUID } from "node:crypto";

import type { Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag, readOptional, readText, versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRowsForIds } from "../connection/insert-rows.js";
import type { NewRow } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { isUniqueViolation } from "../connection/unique-violation.js";
import { InitialsTakenError, StaleRecordError } from "../errors.js";

/** What "Users" shows and changes of a user. */
export interface UserFields {
  readonly initials: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | undefined;
  readonly securityGroupId: number | undefined;
  /** Of the user's column in the calendar, as `#rrggbb`. */
  readonly colour: string | undefined;
  readonly isInactive: boolean;
}

/** A user as read. */
export interface StoredUser extends UserFields {
  readonly id: UserId;
  /** Changes with the user's row. */
  readonly version: string;
}

/** What signing in needs to know of a user. */
export interface Credentials {
  readonly userId: UserId;
  readonly initials: string;
  /** Undefined while no password was set. */
  readonly passwordHash: string | undefined;
}

interface UserRow {
  readonly id: number;
  readonly initials: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly security_group_id: number | null;
  readonly colour: string | null;
  readonly is_inactive: unknown;
  readonly own_version: unknown;
}

const columns = [
  "id",
  "initials",
  "first_name",
  "last_name",
  "email",
  "security_group_id",
  "colour",
  "is_inactive",
] as const satisfies readonly (keyof UserRow)[];

/** The studio's users for those who keep them. Plugins read `Users`. */
@injectable()
export class UserStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Inactive ones too, by initials. */
  async list(): Promise<readonly StoredUser[]> {
    const db = this.connection.query();
    const rows: readonly UserRow[] = await db("users")
      .select(...columns, db.raw(`${versionText(this.connection.dialect, "users")} as own_version`))
      .orderBy("initials");
    return rows.map((row) => ({
      id: row.id,
      version: readText(row.own_version),
      initials: row.initials,
      firstName: row.first_name,
      lastName: row.last_name,
      email: readOptional(row.email, String),
      securityGroupId: readOptional(row.security_group_id, Number),
      colour: readOptional(row.colour, String),
      isInactive: readFlag(row.is_inactive),
    }));
  }

  /** @throws InitialsTakenError */
  async create(user: UserFields, transaction: Transaction): Promise<UserId> {
    return refusingTakenInitials(user, async () => {
      const rows = [{ guid: randomUUID(), ...toRow(user) }];
      const [id = Number.NaN] = await insertRowsForIds(this.connection, "users", "guid", rows, transaction);
      return id;
    });
  }

  /** @throws InitialsTakenError */
  async save(id: UserId, user: UserFields, transaction: Transaction): Promise<void> {
    await refusingTakenInitials(user, () =>
      this.connection.query(transaction)("users").where({ id }).update(toRow(user)),
    );
  }

  /** Saves a user who was opened at the version. @throws StaleRecordError @throws InitialsTakenError */
  async saveIfCurrent(id: UserId, version: string, user: UserFields, transaction: Transaction): Promise<void> {
    const isCurrent = await refusingTakenInitials(user, () =>
      guardedUpdate(this.connection, "users", { id, version }, toRow(user), transaction),
    );
    if (!isCurrent) throw new StaleRecordError("user", id);
  }

  /** Undefined for unknown and inactive users. @param initials compared without case */
  async findCredentials(initials: string): Promise<Credentials | undefined> {
    const row: { readonly id: number; readonly initials: string; readonly password_hash: string | null } | undefined =
      await this.connection
        .query()("users")
        .where({ initials, is_inactive: false })
        .first("id", "initials", "password_hash");
    if (row === undefined) return undefined;
    return { userId: row.id, initials: row.initials, passwordHash: readOptional(row.password_hash, String) };
  }

  /** The ids of those who have a password. */
  async withPassword(): Promise<ReadonlySet<UserId>> {
    const ids: readonly number[] = await this.connection.query()("users").whereNotNull("password_hash").pluck("id");
    return new Set(ids);
  }

  async savePasswordHash(id: UserId, passwordHash: string | undefined, transaction?: Transaction): Promise<void> {
    await this.connection
      .query(transaction)("users")
      .where({ id })
      .update({ password_hash: passwordHash ?? null });
  }
}

async function refusingTakenInitials<T>(user: UserFields, write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (failure) {
    if (isUniqueViolation(failure)) throw new InitialsTakenError(user.initials, failure);
    throw failure;
  }
}

function toRow(user: UserFields): NewRow {
  return {
    initials: user.initials,
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email ?? null,
    security_group_id: user.securityGroupId ?? null,
    colour: user.colour ?? null,
    is_inactive: user.isInactive,
  };
}
