import type { RecordReference, RecordStatus, RecordStatusLine, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ClientExplainer } from "./client-explainer.js";
import { RecordExplainer } from "./record-explainer.js";

/** "Google Sync status" of any record: appointments and sessions by the calendar, clients by the contacts (R4). */
@injectable()
export class StatusOfRecord implements RecordStatus {
  constructor(
    @inject(RecordExplainer) private readonly entries: RecordExplainer,
    @inject(ClientExplainer) private readonly clients: ClientExplainer,
  ) {}

  statusOf(record: RecordReference, viewer?: UserId): Promise<readonly RecordStatusLine[]> {
    return record.kind === "client" ? this.clients.statusOf(record.id) : this.entries.statusOf(record, viewer);
  }
}
