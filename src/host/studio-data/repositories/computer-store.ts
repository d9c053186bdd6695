import { inject, injectable } from "../../../base/service-token.js";
import { zoneName } from "../../../base/wall-time.js";
import type { ZoneName } from "../../../base/wall-time.js";
import { readInstant } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { isUniqueViolation } from "../connection/unique-violation.js";

/** A computer on which the Control Center service has reported in (J4). */
export interface Computer {
  readonly name: string;
  readonly zone: ZoneName;
  readonly version: string;
  /** By the database's clock. */
  readonly heartbeatAt: Date;
}

interface ComputerRow {
  readonly name: string;
  readonly time_zone: string;
  readonly version: string;
  readonly heartbeat_at: unknown;
}

const columns = ["name", "time_zone", "version", "heartbeat_at"] as const;

/** The computers the Control Center knows. Names compare without case. */
@injectable()
export class ComputerStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async list(): Promise<readonly Computer[]> {
    const rows: readonly ComputerRow[] = await this.connection
      .query()("computers")
      .select(...columns)
      .orderBy("name");
    return rows.map(toComputer);
  }

  async findByName(name: string): Promise<Computer | undefined> {
    const row: ComputerRow | undefined = await this.connection
      .query()("computers")
      .where({ name })
      .first(...columns);
    return row === undefined ? undefined : toComputer(row);
  }

  /** Reports in, the first time too. */
  async heartbeat(computer: Omit<Computer, "heartbeatAt">): Promise<void> {
    const now = await this.connection.databaseNow();
    const values = { time_zone: computer.zone, version: computer.version, heartbeat_at: now.toISOString() };
    const update = async (): Promise<number> =>
      this.connection.query()("computers").where({ name: computer.name }).update(values);
    if ((await update()) > 0) return;
    try {
      await this.connection
        .query()("computers")
        .insert({ name: computer.name, ...values });
    } catch (failure) {
      // Two processes of the same new computer.
      if (!isUniqueViolation(failure)) throw failure;
      await update();
    }
  }
}

function toComputer(row: ComputerRow): Computer {
  return {
    name: row.name,
    zone: zoneName(row.time_zone),
    version: row.version,
    heartbeatAt: readInstant(row.heartbeat_at),
  };
}
