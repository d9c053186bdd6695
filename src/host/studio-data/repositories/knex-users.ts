import type { User, UserId, Users } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag, readOptional } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

interface UserRow {
  readonly id: number;
  readonly guid: string;
  readonly initials: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly is_inactive: unknown;
}

const columns = ["id", "guid", "initials", "first_name", "last_name", "email", "is_inactive"] as const;

/** The studio's users as plugins see them. */
@injectable()
export class KnexUsers implements Users {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async list(): Promise<readonly User[]> {
    const rows: readonly UserRow[] = await this.connection
      .query()("users")
      .select(...columns)
      .orderBy("initials");
    return rows.map(toUser);
  }

  findById(id: UserId): Promise<User | undefined> {
    return this.#find({ id });
  }

  findByInitials(initials: string): Promise<User | undefined> {
    return this.#find({ initials });
  }

  async #find(condition: Readonly<Record<string, string | number>>): Promise<User | undefined> {
    const row: UserRow | undefined = await this.connection
      .query()("users")
      .where(condition)
      .first(...columns);
    return row === undefined ? undefined : toUser(row);
  }
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    guid: row.guid,
    initials: row.initials,
    firstName: row.first_name,
    lastName: row.last_name,
    email: readOptional(row.email, String),
    isInactive: readFlag(row.is_inactive),
  };
}
