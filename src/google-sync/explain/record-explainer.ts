import { Preferences, Schedule, Users } from "../../api/index.js";
import type { RecordReference, RecordStatus, RecordStatusLine, UserId, ViewAction } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import type { LostValue } from "../engine/index.js";
import { LinkStore } from "../links/index.js";
import type { Link } from "../links/index.js";
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

  async statusOf(record: RecordReference, viewer?: UserId): Promise<readonly RecordStatusLine[]> {
    // Clients are the contacts' (see ClientExplainer).
    if (record.kind === "client") return [];
    const lines: RecordStatusLine[] = [];
    for (const { userId, entryId } of await this.#links.entriesOfRecord(record.kind, record.id)) {
      lines.push(await this.#explain(record, userId, entryId, viewer));
    }
    return lines;
  }

  async #explain(
    record: RecordReference,
    userId: UserId,
    entryId: string,
    viewer: UserId | undefined,
  ): Promise<RecordStatusLine> {
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
    const text = explainEntry({
      isEnabled: settings.enabled,
      isConnected: account?.isConfirmed === true,
      isTwoWay: settings.sendAppointments,
      isHidden: entry?.isHiddenFromUser === true,
      user: `${user?.firstName ?? ""} ${user?.lastName ?? ""}`.trim(),
      link,
      lastSuccessAt: stream?.lastSuccessAt,
      isChanged: entry !== undefined && link !== undefined && entry.version !== link.studioVersion,
    });
    // C8: the values of a private entry are its owner's alone.
    const lost = entry?.isPrivate === true && viewer !== userId ? [] : (link?.lost ?? []);
    return {
      userId,
      text: [text, ...lost.map(textOfLost)].join(" "),
      actions: [...againActions(record, link), ...lost.map((one) => useActionOf(record, one))],
    };
  }
}

const fieldWords: Readonly<Record<string, string>> = {
  title: "title",
  when: "time",
  location: "location",
  notes: "notes",
};

/** C15: the value the later change overwrote. */
function textOfLost({ field, side, value }: LostValue): string {
  const where = side === "google" ? "Google" : "the studio";
  return `The ${fieldWords[field] ?? field} was changed on both sides; "${value}", entered in ${where}, was not kept.`;
}

function useActionOf({ kind, id }: RecordReference, { field }: LostValue): ViewAction {
  const label = `Use the other value (${fieldWords[field] ?? field})`;
  return { label, command: "google-sync.use-value", input: { [kind]: id, field } };
}

/** R2, G3: what rests or was given up can be asked for again. */
function againActions({ kind, id }: RecordReference, link: Link | undefined): readonly ViewAction[] {
  if (link === undefined || link.questionId !== undefined) return [];
  const label = link.attempts > 0 ? "Try again" : link.state === "baseline" ? "Sync again" : undefined;
  return label === undefined ? [] : [{ label, command: "google-sync.sync-again", input: { [kind]: id } }];
}
