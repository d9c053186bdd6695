import { Clearances, Clients } from "../../api/index.js";
import type { ClientCard, User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { displayNameOf } from "../contacts/index.js";
import { ClientExplainer } from "./client-explainer.js";
import { ContactExplainer } from "./contact-explainer.js";
import { EventExplainer } from "./event-explainer.js";
import type { ExplainedItem } from "./explained-item.js";

/** What a person looks for: an id, a part of a title or name, an email. */
export interface ItemQuery {
  readonly typed: string;
  /** Events of the calendar. */
  readonly inCalendar: boolean;
  /** Contacts, and clients of exactly that name or email. */
  readonly amongPeople: boolean;
}

/** Finds items by what somebody typed, and says of each why it is, or is not, on the other side (R4). */
@injectable()
export class ItemSearch {
  constructor(
    @inject(EventExplainer) private readonly events: EventExplainer,
    @inject(ContactExplainer) private readonly contacts: ContactExplainer,
    @inject(ClientExplainer) private readonly clientLines: ClientExplainer,
    @inject(Clients) private readonly clients: Clients,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  /**
   * @param viewer undefined for the command line, which has the rights of whoever holds the data
   * @returns what was found, and for where nothing is found, why that may be
   */
  async find(
    user: User,
    query: ItemQuery,
    viewer: UserId | undefined,
  ): Promise<{ readonly found: readonly ExplainedItem[]; readonly nothing: readonly ExplainedItem[] }> {
    const { typed, inCalendar } = query;
    const maySeeClients = viewer === undefined || (await this.clearances.allows(viewer, "Clients", "view"));
    const amongPeople = query.amongPeople && maySeeClients;
    const found: ExplainedItem[] = [];
    const nothing: ExplainedItem[] = [];
    const about = { userId: user.id, title: typed, when: "", isThere: false };
    if (inCalendar) {
      const events = await this.events.explain(user, typed, viewer);
      found.push(...events.items);
      nothing.push({ ...about, what: "event", text: events.nothing });
    }
    if (amongPeople) {
      const contacts = await this.contacts.explain(user, typed);
      found.push(...contacts.items, ...(await this.#clientsNamed(user, typed)));
      nothing.push({ ...about, what: "contact", text: contacts.nothing });
    }
    return { found, nothing };
  }

  async #clientsNamed({ id }: User, typed: string): Promise<readonly ExplainedItem[]> {
    const clients = await this.clients.findLike(cardsOf(typed));
    const items: ExplainedItem[] = [];
    for (const client of clients) {
      const lines = await this.clientLines.statusOf(client.id);
      for (const { userId, text } of lines)
        if (userId === id)
          items.push({ userId, what: "client", title: displayNameOf(client), when: "", text, isThere: false });
    }
    return items;
  }
}

/** Every way to read the words as first and last name, and as an email. */
function cardsOf(typed: string): readonly Pick<ClientCard, "firstName" | "lastName" | "email" | "phones">[] {
  const words = typed.trim().split(/\s+/);
  const email = words.length === 1 && typed.includes("@") ? typed.trim() : "";
  return words.map((_, index) => ({
    firstName: words.slice(0, index + 1).join(" "),
    lastName: words.slice(index + 1).join(" "),
    email,
    phones: [],
  }));
}
