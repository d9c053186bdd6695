import { Studio } from "../../api/index.js";
import type { Product } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { ComputerStore, DatabaseClock } from "../studio-data/index.js";
import type { Computer } from "../studio-data/index.js";
import { HostIdentity } from "../studio/index.js";
import { softwareVersion } from "./software-version.js";

/** A computer that has not reported in for so long is off. */
const offlineAfter = 60_000;

/** A computer and whether it is on. */
export interface ComputerLine extends Computer {
  readonly isOnline: boolean;
}

/** The computers of the studio, this one among them (J4). */
@injectable()
export class Computers {
  constructor(
    @inject(ComputerStore) private readonly store: ComputerStore,
    @inject(DatabaseClock) private readonly databaseClock: DatabaseClock,
    @inject(Studio) private readonly studio: Studio,
    @inject(HostIdentity) private readonly identity: HostIdentity,
  ) {}

  /** Those that have reported in; whether they are on, the database's clock says. */
  async list(): Promise<readonly ComputerLine[]> {
    const onSince = new Date((await this.databaseClock.databaseNow()).getTime() - offlineAfter);
    return (await this.store.list()).map((one) => ({ ...one, isOnline: one.heartbeatAt >= onSince }));
  }

  async isKnown(name: string): Promise<boolean> {
    return (await this.store.findByName(name)) !== undefined;
  }

  /** Says that this computer is on. */
  reportIn(): Promise<void> {
    const { name, zone } = this.identity.computer;
    return this.store.heartbeat({ name, zone, version: softwareVersion });
  }

  /** The zone a job's schedule and wall-clock times are meant in (C20). */
  zoneOf(jobId: string): Promise<ZoneName> {
    return this.studio.syncZone(jobId);
  }

  get thisName(): string {
    return this.identity.computer.name;
  }

  get product(): Product {
    return this.identity.product;
  }
}
