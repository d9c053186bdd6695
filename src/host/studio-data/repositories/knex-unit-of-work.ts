import type { Transaction, UnitOfWork } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { isPassing } from "../connection/passing-failure.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** How often one unit of work is tried in all. */
const mostTries = 3;

/**
 * Units of work on the studio's database. A second `run` inside the first is an error. A unit
 * that the database gave up for a reason that passes (a deadlock, a lost connection) is run
 * again as a whole; not once its work was done, since nobody knows then whether it was committed.
 */
@injectable()
export class KnexUnitOfWork implements UnitOfWork {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      let isWorkDone = false;
      try {
        return await this.connection.transaction(async (transaction) => {
          const result = await work(transaction);
          isWorkDone = true;
          return result;
        });
      } catch (failure) {
        if (isWorkDone || tries === mostTries || !isPassing(failure)) throw failure;
      }
    }
  }
}
