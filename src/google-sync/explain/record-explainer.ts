import { Preferences, Schedule, Users } from "../../api/index.js";
import type { RecordReference, RecordStatus, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { LinkStore } from "../links/index.js";
import { readSyncSettings } from "../settings/index.js";
import { explainEntry } from "./explain-entry.js";

/** "Google Sync status" of a record: one line for each user it concerns (R4). */
@injectable()
export class RecordExplainer implements RecordStatus {
  readonly #schedule: Schedule;
  readonly #links: LinkStore;
  readonly #accounts: AccountStore;
  readonly #users: Users;
  readonly #preferences: Preferences;

  constructor(
    @inject(Schedule) schedule: Schedule,
    @inject(LinkStore) links: LinkStore,
    @inject(AccountStore) accounts: AccountStore,
    @inject(Users) users: Users,
    @inject(Preferences) preferences: Preferences,
  ) {
    this.#schedule = schedule;
    this.#links = links;
    this.#accounts = accounts;
    this.#users = users;
    this.#preferences = preferences;
  }

  async statusOf(record: RecordReference): Promise<readonly { readonly userId: UserId; readonly text: string }[]> {
    // Clients are not synced yet: nothing is said about them rather than something untrue.
    if (record.kind === "client") return [];
    const lines: { readonly userId: UserId; readonly text: string }[] = [];
    for (const { userId, entryId } of await this.#links.entriesOfRecord(record.kind, record.id)) {
      lines.push({ userId, text: await this.#explain(userId, entryId) });
    }
    return lines;
  }

  async #explain(userId: UserId, entryId: string): Promise<string> {
    const user = await this.#users.findById(userId);
    const { user: settings } = await readSyncSettings(this.#preferences, userId);
    const account = await this.#accounts.find(userId);
    const stream =
      account?.calendar === undefined
        ? undefined
        : await this.#links.findStream(userId, account.sub, account.calendar.id);
    const links = await this.#links.findByEntry(entryId);
    const link = links.find(({ streamId }) => streamId === stream?.id);
    const [entry] = await this.#schedule.find(userId, [entryId]);
    return explainEntry({
      isEnabled: settings.enabled,
      isConnected: account?.isConfirmed === true,
      user: `${user?.firstName ?? ""} ${user?.lastName ?? ""}`.trim(),
      link,
      lastSuccessAt: stream?.lastSuccessAt,
      isChanged: entry !== undefined && link !== undefined && entry.version !== link.studioVersion,
    });
  }
}
