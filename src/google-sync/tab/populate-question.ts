import { Clients, Studio } from "../../api/index.js";
import type { PageChoice, PageMessage, UserId } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountConnections, AccountStore } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import { countryOfLocale, displayNameOfContact } from "../contacts/index.js";
import type { ContactsApi, LiveContact } from "../google/index.js";

/** Which of the contacts that existed before come in with Populate Spectra (K2). */
export const populateChoices: readonly PageChoice[] = [
  { value: "ask", label: 'Ask on "OK"' },
  { value: "labelled", label: "Only contacts labelled with the client group's name" },
  { value: "all", label: "All contacts" },
];

/** How many contacts would become clients. */
interface Counts {
  readonly labelled: number;
  readonly all: number;
}

/** What "OK" asks before Populate Spectra brings contacts in: how many, and which (K2). */
@injectable()
export class PopulateQuestion {
  readonly #accounts: AccountStore;
  readonly #connections: AccountConnections;
  readonly #links: ContactLinkStore;
  readonly #clients: Clients;
  readonly #studio: Studio;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(AccountConnections) connections: AccountConnections,
    @inject(ContactLinkStore) links: ContactLinkStore,
    @inject(Clients) clients: Clients,
    @inject(Studio) studio: Studio,
  ) {
    this.#accounts = accounts;
    this.#connections = connections;
    this.#links = links;
    this.#clients = clients;
    this.#studio = studio;
  }

  /** @returns the question as a refusal beside its control; nothing once it is answered, or nobody would come in */
  async of(userId: UserId, values: GoogleUserSettings): Promise<readonly PageMessage[]> {
    const { populateStudio, sendContacts, populateContacts, clientGroupId, enabled } = values;
    if (!enabled || !populateStudio || !sendContacts || populateContacts !== "ask" || clientGroupId === null) return [];
    const account = await this.#accounts.find(userId);
    const isUsable = account?.isConfirmed === true && account.state === "connected" && account.permissions.contacts;
    if (!isUsable) return [];
    const counted = await this.#count(userId, clientGroupId, account.sub);
    if (typeof counted !== "string" && counted.all === 0) return [];
    const text =
      typeof counted === "string"
        ? `The contacts could not be counted: ${counted}`
        : `${peopleText(counted.labelled)} labelled with the client group's name would become clients, or all ${counted.all}.`;
    return [
      {
        severity: "error",
        field: "populateContacts",
        text: `${text} Choose "${populateChoices[1]?.label}" or "${populateChoices[2]?.label}", then "OK".`,
      },
    ];
  }

  /** @returns why they could not be counted, where they could not */
  async #count(userId: UserId, groupId: number, accountSub: string): Promise<Counts | string> {
    try {
      const { connection } = await this.#connections.connectionFor(userId, { signal: AbortSignal.timeout(30_000) });
      const group = (await this.#clients.groups()).find(({ id }) => id === groupId);
      const labels = await connection.contacts.listLabels();
      const label = labels.find(({ name, isSystem }) => name === group?.name && !isSystem)?.resourceName ?? "";
      const free = await this.#freeContacts(userId, accountSub, connection.contacts);
      return { labelled: free.filter(({ memberships }) => memberships.includes(label)).length, all: free.length };
    } catch (error) {
      return messageOf(error);
    }
  }

  async #freeContacts(userId: UserId, accountSub: string, contacts: ContactsApi): Promise<readonly LiveContact[]> {
    const { locale } = await this.#studio.facts();
    const canon = { country: countryOfLocale(locale), limits: this.#clients.limits };
    const stream = await this.#links.findStream(userId, accountSub);
    const linked = stream === undefined ? [] : await this.#links.listByState(stream.id, ["linked", "left", "ended"]);
    const known = new Set(linked.map(({ resourceName }) => resourceName));
    const free: LiveContact[] = [];
    for await (const page of contacts.listContacts(undefined)) {
      for (const contact of page.contacts) {
        const isFree = contact.kind === "live" && !known.has(contact.resourceName);
        if (isFree && displayNameOfContact(contact, canon) !== "") free.push(contact);
      }
    }
    return free;
  }
}

function peopleText(count: number): string {
  return count === 1 ? "1 contact" : `${count} contacts`;
}
