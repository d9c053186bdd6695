import type { Transaction, UnitOfWork } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** Units of work on the studio's database. A second `run` inside the first is an error. */
@injectable()
export class KnexUnitOfWork implements UnitOfWork {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.connection.transaction(work);
  }
}
