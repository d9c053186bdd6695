import { UnitOfWork } from "../../api/index.js";
import type { PreferenceValues } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { PreferenceStore } from "../studio-data/index.js";

const company = { kind: "company" } as const;

/** What the host itself remembers for all processes of the studio, by topic. */
@injectable()
export class StudioMemory {
  constructor(
    @inject(PreferenceStore) private readonly store: PreferenceStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Empty when nothing was ever remembered. */
  async read(topic: string): Promise<PreferenceValues> {
    return (await this.store.find(company, pageOf(topic))) ?? {};
  }

  /** Replaces the named values and keeps the others. */
  async remember(topic: string, values: PreferenceValues): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const known = (await this.store.find(company, pageOf(topic), transaction)) ?? {};
      await this.store.save(company, pageOf(topic), { ...known, ...values }, transaction);
    });
  }
}

/** No plugin can be called `spectra`'s own topics: ids of pages start with their plugin's id. */
function pageOf(topic: string): string {
  return `spectra/${topic}`;
}
