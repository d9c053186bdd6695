import { StaleEntryError } from "../../api/index.js";
import type { ClientMerges, ClientReference } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { RecordNotFoundError, StaleRecordError } from "../studio-data/index.js";
import { ClientRecords } from "./client-records.js";

/** Merging clients on behalf of a plugin: the same as by hand, with the API's errors. */
@injectable()
export class MergesByPlugins implements ClientMerges {
  constructor(@inject(ClientRecords) private readonly records: ClientRecords) {}

  async merge(survivor: ClientReference, other: ClientReference): Promise<void> {
    try {
      await this.records.merge(openedOf(survivor), openedOf(other));
    } catch (error) {
      if (error instanceof StaleRecordError || error instanceof RecordNotFoundError)
        throw new StaleEntryError(String(error.id), "client");
      throw error;
    }
  }
}

function openedOf({ clientId, version }: ClientReference): { readonly id: number; readonly version: string } {
  return { id: clientId, version };
}
