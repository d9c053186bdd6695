import { Clients, Preferences, Users } from "../../api/index.js";
import type { ClientGroupRecord, ClientId, RecordStatusLine, UserId, ViewAction } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { readSyncSettings, userPage } from "../settings/index.js";
import { explainClient } from "./explain-client.js";
import { textsOfLost, useOtherActions } from "./lost-contact-values.js";

/** "Google Sync status" of a client: one line for each user who syncs a client group (R4). */
@injectable()
export class ClientExplainer {
  readonly #clients: Clients;
  readonly #links: ContactLinkStore;
  readonly #accounts: AccountStore;
  readonly #users: Users;
  readonly #preferences: Preferences;

  constructor(
    @inject(Clients) clients: Clients,
    @inject(ContactLinkStore) links: ContactLinkStore,
    @inject(AccountStore) accounts: AccountStore,
    @inject(Users) users: Users,
    @inject(Preferences) preferences: Preferences,
  ) {
    this.#clients = clients;
    this.#links = links;
    this.#accounts = accounts;
    this.#users = users;
    this.#preferences = preferences;
  }

  /** @returns nothing for a client that does not exist */
  async statusOf(clientId: ClientId): Promise<readonly RecordStatusLine[]> {
    const [client] = await this.#clients.find([clientId]);
    if (client === undefined) return [];
    const groups = await this.#clients.groups();
    const everybody = await this.#preferences.readAll(userPage);
    const lines: RecordStatusLine[] = [];
    for (const userId of everybody.keys()) {
      const { user: settings } = await readSyncSettings(this.#preferences, userId);
      const group = groups.find(({ id }) => id === settings.clientGroupId);
      if (settings.enabled && group !== undefined)
        lines.push(await this.#explain(userId, clientId, client.version, group));
    }
    return lines;
  }

  async #explain(
    userId: UserId,
    clientId: ClientId,
    version: string,
    group: ClientGroupRecord,
  ): Promise<RecordStatusLine> {
    const user = await this.#users.findById(userId);
    const account = await this.#accounts.find(userId);
    const stream = account === undefined ? undefined : await this.#links.findStream(userId, account.sub);
    const links = await this.#links.findByClient(clientId);
    const link = links.find(({ streamId }) => streamId === stream?.id);
    const isAlone = link === undefined || link.state === "new";
    const text = explainClient({
      user: `${user?.firstName ?? ""} ${user?.lastName ?? ""}`.trim(),
      isConnected: account?.isConfirmed === true,
      mayUseContacts: account?.permissions.contacts === true,
      group,
      isMember: await this.#links.isMember(group.id, clientId),
      link,
      askedIn: isAlone && stream !== undefined ? await this.#questionAbout(clientId, stream.id) : undefined,
      lastSuccessAt: stream?.lastSuccessAt,
      isChanged: link !== undefined && link.clientVersion !== version,
    });
    if (link === undefined) return { userId, text, actions: [] };
    return {
      userId,
      text: [text, ...textsOfLost(link)].join(" "),
      actions: [...againActions(clientId, link), ...useOtherActions(clientId, link)],
    };
  }

  /** The open question in which a contact may be this client (K6). */
  async #questionAbout(clientId: ClientId, streamId: number): Promise<number | undefined> {
    const reviews = await this.#links.openReviews(streamId);
    return reviews.find((one) => one.clientId === undefined && one.review?.candidates.includes(String(clientId)))
      ?.questionId;
  }
}

function againActions(client: ClientId, link: ContactLink): readonly ViewAction[] {
  if (link.questionId !== undefined) return [];
  const label = link.attempts > 0 ? "Try again" : ["left", "resting"].includes(link.state) ? "Send again" : undefined;
  return label === undefined ? [] : [{ label, command: "google-sync.sync-again", input: { client } }];
}
