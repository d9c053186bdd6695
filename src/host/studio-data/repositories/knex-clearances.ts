import type { ClearanceArea, ClearanceLevel, Clearances, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { readFlag } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

interface ClearanceRow {
  readonly is_inactive: unknown;
  readonly level: ClearanceLevel | null;
  readonly is_security_on: unknown;
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
      .leftJoin("company", (join) => void join.onVal("company.id", 1))
      .where("users.id", userId)
      .first("users.is_inactive", "clearances.level", "company.is_security_on");
    if (row === undefined || readFlag(row.is_inactive)) return "none";
    return readFlag(row.is_security_on) ? (row.level ?? "none") : "delete";
  }

  async allows(userId: UserId, area: ClearanceArea, needed: ClearanceLevel): Promise<boolean> {
    return levels.indexOf(await this.levelOf(userId, area)) >= levels.indexOf(needed);
  }
}
