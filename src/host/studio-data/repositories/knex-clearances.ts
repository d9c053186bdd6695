import type { ClearanceArea, ClearanceLevel, Clearances, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

interface ClearanceRow {
  readonly is_inactive: unknown;
  readonly level: ClearanceLevel | null;
}

/** Clearances of users' security groups. A group without a line for an area may nothing there; nor may inactive users. */
@injectable()
export class KnexClearances implements Clearances {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async levelOf(userId: UserId, area: ClearanceArea): Promise<ClearanceLevel> {
    const row: ClearanceRow | undefined = await this.connection
      .query()("users")
      .leftJoin("clearances", (join) => {
        void join.on("clearances.security_group_id", "users.security_group_id").andOnVal("clearances.area", area);
      })
      .where("users.id", userId)
      .first("users.is_inactive", "clearances.level");
    if (row === undefined || readFlag(row.is_inactive)) return "none";
    return (await this.#isSecurityOn()) ? (row.level ?? "none") : "delete";
  }

  async allows(userId: UserId, area: ClearanceArea, needed: ClearanceLevel): Promise<boolean> {
    return levels.indexOf(await this.levelOf(userId, area)) >= levels.indexOf(needed);
  }

  async #isSecurityOn(): Promise<boolean> {
    const company: { readonly is_security_on: unknown } | undefined = await this.connection
      .query()("company")
      .where({ id: 1 })
      .first("is_security_on");
    return readFlag(company?.is_security_on);
  }
}
