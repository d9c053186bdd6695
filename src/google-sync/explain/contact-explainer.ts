import { Clearances, Clients, Preferences, Studio } from "../../api/index.js";
import type { User } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { groupToSync } from "../contact-run/index.js";
import { countryOfLocale, displayNameOfContact, ownerOfContact, recognizeContact } from "../contacts/index.js";
import type { ContactCanon } from "../contacts/index.js";
import type { LiveContact } from "../google/index.js";
import { readSyncSettings } from "../settings/index.js";
import { explainContact, explainNoContact } from "./explain-contact.js";
import type { AddressBookState } from "./explain-contact.js";
import { isMeant } from "./explained-item.js";
import type { Explained, ExplainedItem } from "./explained-item.js";

const everyState = ["new", "baseline", "linked", "left", "ended", "resting", "left-out"] as const;

/** "Why is this contact no client?": from what the last runs saw; Google is not asked (R4). */
@injectable()
export class ContactExplainer {
  constructor(
    @inject(ContactLinkStore) private readonly links: ContactLinkStore,
    @inject(AccountStore) private readonly accounts: AccountStore,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(Clients) private readonly clients: Clients,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /** @param typed the contact's resource name, or a part of its name, or an email of it */
  async explain(user: User, typed: string): Promise<Explained> {
    const account = await this.accounts.find(user.id);
    const stream = account === undefined ? undefined : await this.links.findStream(user.id, account.sub);
    const { user: settings } = await readSyncSettings(this.preferences, user.id);
    const book: AddressBookState = {
      refused: await this.#refusal(user),
      isTwoWay: settings.sendContacts,
      mayAddClients: await this.clearances.allows(user.id, "Clients", "add-modify"),
      readAt: stream?.readAt,
    };
    const { locale } = await this.studio.facts();
    const canon = { country: countryOfLocale(locale), limits: this.clients.limits };
    const links = stream === undefined ? [] : await this.links.listByState(stream.id, everyState);
    const reviews = stream === undefined ? [] : await this.links.openReviews(stream.id);
    const askedIn = new Map(
      reviews.flatMap(({ clientId, questionId, review }) =>
        clientId === undefined ? [] : (review?.candidates ?? []).map((name) => [name, questionId] as const),
      ),
    );
    return {
      items: links
        .flatMap((link) => itemOf(link, typed, { user, canon, book, askedIn }))
        .toSorted((one, other) => Number(one.isThere) - Number(other.isThere)),
      nothing: explainNoContact(book),
    };
  }

  /** Why contacts of this user are not synced at all. */
  async #refusal(user: User): Promise<string | undefined> {
    const { user: settings } = await readSyncSettings(this.preferences, user.id);
    const account = await this.accounts.find(user.id);
    if (!settings.enabled) return 'Contacts are not synced, because "Enable Google Sync" is not ticked.';
    if (account?.isConfirmed !== true) return "Contacts are not synced, because no Google account is connected.";
    const mayUseContacts = account.permissions.contacts;
    const services = { clients: this.clients, clearances: this.clearances };
    const choice = await groupToSync({ user, settings, mayUseContacts, services });
    if (choice.kind === "none") return "Contacts are not synced, because no client group is chosen on the Google tab.";
    return choice.kind === "refused" ? choice.text : undefined;
  }
}

interface Asked {
  readonly user: User;
  readonly canon: ContactCanon;
  readonly book: AddressBookState;
  /** By resource name: the question in which a client may be that contact. */
  readonly askedIn: ReadonlyMap<string, number | undefined>;
}

function itemOf(link: ContactLink, typed: string, { user, canon, book, askedIn }: Asked): readonly ExplainedItem[] {
  const { seen, resourceName } = link;
  if (seen === undefined) return [];
  const title = displayNameOfContact(seen, canon);
  const { emails } = recognizeContact(seen, canon);
  if (resourceName !== typed.trim() && ![title, ...emails].some((text) => isMeant(text, typed))) return [];
  const facts = { hasName: title !== "", isSecondCopy: isOwn(seen, user), askedIn: askedIn.get(resourceName ?? "") };
  return [
    {
      userId: user.id,
      what: "contact",
      title,
      when: "",
      text: explainContact(link, facts, book),
      isThere: link.state === "linked",
    },
  ];
}

function isOwn({ clientData }: LiveContact, { guid }: User): boolean {
  return ownerOfContact(clientData)?.userGuid === guid;
}
