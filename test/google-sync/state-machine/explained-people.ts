import type { KnexAccountStore } from "../../../src/google-sync/account/index.js";
import { ClientExplainer } from "../../../src/google-sync/explain/client-explainer.js";
import { ContactExplainer } from "../../../src/google-sync/explain/contact-explainer.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { clientsNow, contactsNow } from "./contact-snapshot.js";
import type { Content } from "./snapshot.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";

interface ClientRow {
  readonly id: number;
  readonly guid: string;
}

/** One person's client group, and the label of its name in that person's Google. */
interface Group {
  readonly id: number;
  readonly name: string;
}

/** Asks about every client and every contact, and holds the answers against what is to be seen on both sides (R4). */
export class ExplainedPeople {
  /** What clients said when somebody remembered it, by GUID. */
  #remembered: ReadonlyMap<string, Content> = new Map();
  /** Clients of whom it was said for the person just synced that they are in step, by GUID. */
  readonly #inStep = new Set<string>();
  #explained = 0;

  constructor(
    private readonly story: Story,
    private readonly accounts: KnexAccountStore,
  ) {}

  /** Remembers what clients say: edited from now on they wait for a run. */
  async remember(): Promise<void> {
    this.#remembered = await clientsNow(this.story);
  }

  /** How many sentences were looked at since it was last asked. */
  takeCount(): number {
    const count = this.#explained;
    this.#explained = 0;
    return count;
  }

  /** @param justSynced whose run has this moment left nothing undone @returns sentences that are not true */
  async untrue(justSynced?: Who): Promise<readonly string[]> {
    const now = await clientsNow(this.story);
    const problems: string[] = [];
    const rows: readonly ClientRow[] = await this.story.bench.studio.connection.query()("clients").select("id", "guid");
    this.#inStep.clear();
    for (const row of rows) problems.push(...(await this.#untrueOfClient(row, now.get(row.guid), justSynced)));
    if (justSynced !== undefined) problems.push(...(await this.#untrueOfContacts(justSynced, now)));
    return problems;
  }

  async #untrueOfClient(
    { id, guid }: ClientRow,
    client: Content | undefined,
    justSynced: Who | undefined,
  ): Promise<readonly string[]> {
    const { bench, people } = this.story;
    const { clients, contactLinks } = bench.services();
    const explainer = new ClientExplainer(
      clients,
      contactLinks,
      this.accounts,
      bench.studio.users,
      bench.preferences(),
    );
    const lines = await explainer.statusOf(id);
    const problems: string[] = [];
    for (const [index, person] of people.entries()) {
      const group = await this.#groupOf(person);
      const texts = lines.filter(({ userId }) => userId === person.id).map(({ text }) => text);
      this.#explained += texts.length;
      const isMember = group !== undefined && client !== undefined && (await this.#isMember(group, id));
      const why =
        texts.length !== (group === undefined ? 0 : 1)
          ? `it is explained ${texts.length} times`
          : await this.#whyUntrue(texts.join(), { guid, client, isMember, person, group }, index === justSynced);
      if (index === justSynced && texts.join().includes("in step with Google")) this.#inStep.add(guid);
      if (why !== undefined)
        problems.push(`${client?.["name"] ?? guid} and person ${index}: "${texts[0]}", but ${why}`);
    }
    return problems;
  }

  /** @returns what is otherwise; undefined where the sentence is true */
  async #whyUntrue(
    text: string,
    { guid, client, isMember, person, group }: AskedClient,
    isJustSynced: boolean,
  ): Promise<string | undefined> {
    if (group === undefined) return undefined;
    const isTwoWay = this.story.bench.settingsOf(person)["sendContacts"] === true;
    if (text.includes("is not in the group")) return isMember ? "it is in the group" : undefined;
    if (!isMember) return "it is not in the group";
    if (text.includes("waits for an answer to question")) return this.#whyNotAsked(text, person);
    if (text.includes("in step with Google")) {
      if (JSON.stringify(client) !== JSON.stringify(this.#remembered.get(guid)))
        return "it has been edited, and no run came since";
      const isThere = contactsUnder(group, person).some(
        ({ name, madeFor }) => madeFor === guid || name === client?.["name"],
      );
      return isJustSynced && isTwoWay && !isThere ? "no contact of it is under the label" : undefined;
    }
    const isLeftUndone = ["not in Google yet", "a change waits"].some((words) => text.includes(words));
    if (isLeftUndone) return isJustSynced ? "the run has left nothing undone" : undefined;
    const isKnown = [
      "was deleted or taken out of the label",
      "was merged with another client's",
      "the last try failed",
    ];
    const isAny = [...isKnown, "after five failed tries", "did not say whether"].some((words) => text.includes(words));
    return isAny ? undefined : "nobody knows this sentence";
  }

  async #untrueOfContacts(who: Who, clients: ReadonlyMap<string, Content>): Promise<readonly string[]> {
    const { bench } = this.story;
    const person = this.story.person(who);
    const isTwoWay = bench.settingsOf(person)["sendContacts"] === true;
    const user = await bench.studio.users.findById(person.id);
    if (user === undefined || !isTwoWay || (await this.#groupOf(person)) === undefined) return [];
    const services = bench.services();
    const explainer = new ContactExplainer(
      services.contactLinks,
      this.accounts,
      bench.preferences(),
      services.clients,
      services.clearances,
      services.studio,
    );
    const problems: string[] = [];
    const contacts = contactsNow(person.contacts.list());
    for (const [resourceName, contact] of contacts) {
      const { items } = await explainer.explain(user, resourceName);
      this.#explained += 1;
      const text = items[0]?.text ?? "";
      const why =
        items.length === 1
          ? (whyUntrueOfContact(text, this.#clientOf(contact, [...contacts.values()], clients)) ??
            (text.includes("question") ? await this.#whyNotAsked(text, person) : undefined))
          : `it is explained ${items.length} times`;
      if (why !== undefined) problems.push(`${contact["name"]} of person ${who}: "${text}", but ${why}`);
    }
    return problems;
  }

  /** What is to be seen of whose contact it is. */
  #clientOf(
    contact: Content,
    contacts: readonly Content[],
    clients: ReadonlyMap<string, Content>,
  ): "nobody" | "somebody" | "in step" {
    const isOf = ({ name, madeFor }: Content, [guid, client]: readonly [string, Content]): boolean =>
      madeFor === guid || name === client["name"];
    const its = [...clients].filter((client) => isOf(contact, client));
    const [only] = its;
    if (only === undefined) return "nobody";
    const isOnly = its.length === 1 && contacts.filter((one) => isOf(one, only)).length === 1;
    return isOnly && this.#inStep.has(only[0]) ? "in step" : "somebody";
  }

  async #whyNotAsked(text: string, person: BenchPerson): Promise<string | undefined> {
    const open = await this.story.bench.openQuestions(person);
    const isAsked = open.some(({ id }) => new RegExp(`question ${id}\\b`).test(text));
    return isAsked ? undefined : "no such question is open";
  }

  async #groupOf(person: BenchPerson): Promise<Group | undefined> {
    const { bench } = this.story;
    const { enabled, clientGroupId } = bench.settingsOf(person);
    if (enabled !== true) return undefined;
    return (await bench.services().clients.groups()).find(({ id }) => id === clientGroupId);
  }

  async #isMember(group: Group, clientId: number): Promise<boolean> {
    const row: unknown = await this.story.bench.studio.connection
      .query()("client_group_members as m")
      .innerJoin("clients as c", "c.id", "m.client_id")
      .where({ "m.client_group_id": group.id, "c.id": clientId, "c.is_inactive": 0 })
      .whereNull("c.deleted_at")
      .first("c.id");
    return row !== undefined;
  }
}

/** A client, and whom it is asked for. */
interface AskedClient {
  readonly guid: string;
  /** Undefined once it was deleted. */
  readonly client: Content | undefined;
  readonly isMember: boolean;
  readonly person: BenchPerson;
  readonly group: Group | undefined;
}

function contactsUnder({ name }: Group, { contacts }: BenchPerson): readonly Content[] {
  const all = [...contactsNow(contacts.list())];
  return all.filter(([resourceName]) => contacts.labels(resourceName).includes(name)).map(([, contact]) => contact);
}

/** @returns what is otherwise at the end of a run that has left nothing undone */
function whyUntrueOfContact(text: string, client: "nobody" | "somebody" | "in step"): string | undefined {
  const isInStep = text.startsWith("It is a client of the studio, and in step");
  if (isInStep && client === "nobody") return "it is nobody's";
  if (!isInStep && client === "in step") return "its only client is said to be in step";
  if (text.includes("waits for the next run") || text.startsWith("It becomes a client with the next run"))
    return "the run has left nothing undone";
  if (text === "It was deleted in Google.") return "it is there";
  if (text.includes("neither name, company, email nor phone")) return "it has a name";
  return undefined;
}
