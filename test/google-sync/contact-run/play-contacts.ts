import type { UnitOfWork } from "../../../src/api/index.js";
import { isPhoneField, ownerOfContact, sidesOfContact } from "../../../src/google-sync/contacts/index.js";
import { answersOf } from "../../../src/google-sync/questions/index.js";
import { aPerson } from "../../support/a-person.js";
import { aClient, aClientGroup, joinGroup, leaveGroup } from "../../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import type { ContactStep, Trouble } from "./contact-steps.js";

/** Plays a history, lets everything come to rest, and says what is wrong then. */
export async function playContacts(steps: readonly ContactStep[], isTwoWay: boolean): Promise<readonly string[]> {
  const story = await ContactStory.begin(isTwoWay);
  try {
    for (const step of steps) await story.play(step);
    return await story.end();
  } finally {
    await story.close();
  }
}

/** Clients and contacts of one person, and what happens to them. */
export class ContactStory {
  readonly #clients: MadeClient[] = [];
  /** Contacts somebody made by hand and nobody deleted by hand. */
  readonly #byHand = new Set<string>();
  #made = 0;

  private constructor(
    private readonly bench: SyncBench,
    private readonly anna: BenchPerson,
    private readonly group: MadeClientGroup,
  ) {}

  static async begin(isTwoWay: boolean): Promise<ContactStory> {
    const bench = await SyncBench.open();
    return ContactStory.of(bench, await bench.person(), isTwoWay);
  }

  /** The same beside whatever else happens to a person. */
  static async of(bench: SyncBench, anna: BenchPerson, isTwoWay: boolean): Promise<ContactStory> {
    const group = await aClientGroup(bench.studio, { name: `Clients of ${anna.initials}` });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: isTwoWay });
    return new ContactStory(bench, anna, group);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  async play(step: ContactStep): Promise<void> {
    this.bench.clock.advance({ minutes: 2 });
    switch (step.kind) {
      case "new-client":
        return this.#newClient(step.isMember);
      case "edit-client":
        return this.#editClient(step.which, {
          [step.field]: step.field === "email" ? `${step.word}@example.test` : step.word,
        });
      case "edit-phone":
        return this.#editPhone(step.which, step.number);
      case "join":
      case "leave":
        return this.#changeGroup(step.kind, step.which);
      case "delete-client":
        return this.#editClient(step.which, { deleted_at: this.bench.clock.now().toISOString() });
      case "wait":
        return this.bench.clock.advance({ minutes: step.minutes });
      case "lose-token":
        return this.bench.google.invalidateSyncTokens(this.anna.email);
      case "run":
        return this.#run(step.trouble);
      default:
        return this.#inGoogle(step);
    }
  }

  /** Runs until nothing is to be done, answering what is asked; then looks at both sides. */
  async end(): Promise<readonly string[]> {
    for (let round = 0; round < 6; round += 1) {
      this.bench.clock.advance({ minutes: 300 });
      await this.bench.run(this.anna);
      for (const { id, kind, options } of await this.bench.openQuestions()) {
        const answer = answersOf({ kind, options }).at(kind === "unclear-match" ? -1 : 0)?.id ?? "";
        await this.bench.answerer().answer(id, answer, undefined, this.bench.zone);
      }
    }
    this.bench.google.log.clear();
    const { summary } = await this.bench.run(this.anna);
    return [
      ...(summary === "Nothing had changed." ? [] : [`The last run was not quiet: ${summary}`]),
      ...(await this.problems()),
    ];
  }

  /** What is wrong once everything has come to rest. */
  async problems(): Promise<readonly string[]> {
    return [...this.#lostContacts(), ...this.#doubles(), ...(await this.#differences())];
  }

  async #newClient(isMember: boolean): Promise<void> {
    this.#made += 1;
    const client = await aClient(this.bench.studio, {
      firstName: "Client",
      lastName: `No ${this.#made}`,
      phones: [`555 02${String(this.#made).padStart(2, "0")}`],
    });
    this.#clients.push(client);
    if (isMember) await joinGroup(this.bench.studio, this.group, client);
  }

  #chosen(which: number): MadeClient | undefined {
    return this.#clients[which % Math.max(1, this.#clients.length)];
  }

  async #editClient(which: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    const client = this.#chosen(which);
    if (client !== undefined) await this.bench.edit("clients", client.id, values);
  }

  async #editPhone(which: number, number: string): Promise<void> {
    const client = this.#chosen(which);
    const phone = await this.bench.studio.connection
      .query()("client_phones")
      .where({ client_id: client?.id ?? 0 })
      .first();
    if (phone !== undefined) await this.bench.edit("client_phones", phone.id, { number });
  }

  async #changeGroup(kind: "join" | "leave", which: number): Promise<void> {
    const client = this.#chosen(which);
    if (client === undefined) return;
    await leaveGroup(this.bench.studio, this.group, client);
    if (kind === "join") await joinGroup(this.bench.studio, this.group, client);
  }

  #inGoogle(step: Extract<ContactStep, { readonly kind: `${string}contact${string}` | "label" | "unlabel" }>): void {
    const { contacts } = this.anna;
    if (step.kind === "new-contact") {
      this.#made += 1;
      const person = aPerson({ firstName: "Contact", lastName: `No ${this.#made}` });
      this.#byHand.add(contacts.create(person).resourceName);
      return;
    }
    const all = contacts.list();
    const name = all[step.which % Math.max(1, all.length)]?.resourceName;
    if (name === undefined) return;
    switch (step.kind) {
      case "edit-contact":
        contacts.change(name, { [step.field]: [valueOf(step.field, step.word)] });
        return;
      case "edit-contact-phones":
        contacts.change(name, { phoneNumbers: step.numbers.map((value) => ({ value, type: "mobile" })) });
        return;
      case "delete-contact":
        this.#byHand.delete(name);
        contacts.delete(name);
        return;
      case "label":
        contacts.label(name, this.group.name);
        return;
      case "unlabel":
        if (contacts.labels(name).includes(this.group.name)) contacts.unlabel(name, this.group.name);
        return;
      case "rename-contact":
        if (this.#byHand.delete(name)) this.#byHand.add(contacts.rename(name).resourceName);
        else contacts.rename(name);
    }
  }

  async #run(trouble: Trouble | undefined): Promise<void> {
    if (trouble?.kind === "dies") this.bench.replaced.unitOfWork = dying(this.bench.studio.unitOfWork, trouble);
    else if (trouble !== undefined) {
      this.bench.google.faults.add({
        match: { operation: trouble.operation, nth: trouble.nth },
        fault: { kind: "reset" },
        when: trouble.kind === "lost-answer" ? "after" : "before",
        times: 1,
      });
    }
    await this.bench.run(this.anna);
    delete this.bench.replaced.unitOfWork;
    this.bench.google.faults.clear();
  }

  #lostContacts(): readonly string[] {
    return [...this.#byHand]
      .filter((name) => this.anna.contacts.find(name) === undefined)
      .map((name) => `${name} is lost`);
  }

  /** No two contacts were made for one client. */
  #doubles(): readonly string[] {
    const seen = new Set<string>();
    return this.anna.contacts.list().flatMap((contact) => {
      const values = (contact["clientData"] ?? []) as readonly { readonly key: string; readonly value: string }[];
      const owner = ownerOfContact(Object.fromEntries(values.map(({ key, value }) => [key, value])))?.clientGuid;
      if (owner === undefined || !seen.has(owner)) {
        if (owner !== undefined) seen.add(owner);
        return [];
      }
      return [`two contacts for client ${owner}`];
    });
  }

  /** Every member is linked, or out of the set for a reason; linked pairs say the same. */
  async #differences(): Promise<readonly string[]> {
    const { contactLinks, clients } = this.bench.services();
    const stream = await contactLinks.findStream(this.anna.id, this.bench.google.accounts.get(this.anna.email).sub);
    if (stream === undefined) return [];
    const problems: string[] = [];
    const known = new Map(
      (await contactLinks.listByState(stream.id, ["linked", "left", "resting"])).map((link) => [link.clientId, link]),
    );
    const members: { client_id: number }[] = await this.bench.studio.connection
      .query()("client_members")
      .where({ client_group_id: this.group.id })
      .select("client_id");
    const canon = { country: "US", limits: clients.limits } as const;
    const linkedByHand: readonly unknown[] = await this.bench.studio.connection
      .query()("google_sync_questions")
      .where({ user_id: this.anna.id, kind: "unclear-match" })
      .where("answer", "like", "link-%")
      .select("id");
    for (const { client_id: id } of members) {
      const link = known.get(id);
      const [client] = await clients.find([id]);
      if (link === undefined || client === undefined) problems.push(`client ${id} is in the group and has no contact`);
      if (link?.state !== "linked" || client === undefined || link.seen === undefined) continue;
      const live = this.anna.contacts.find(link.resourceName ?? "");
      if (live === undefined) {
        if (stream.twoWaySince !== undefined) problems.push(`the contact of client ${id} is gone unnoticed`);
        continue;
      }
      // Stored values are lists of plain objects, as they are read.
      const contact = { ...link.seen, fields: live as unknown as typeof link.seen.fields };
      const { studio, google } = sidesOfContact(client, contact, link.agreed, canon);
      const isOneWay = stream.twoWaySince === undefined;
      for (const field of Object.keys(studio)) {
        // One way, what somebody edits in Google is theirs (C23).
        if (isOneWay || studio[field] === google[field]) continue;
        // Of people somebody said to be the same each side keeps what it has, until it is edited (K6, W5).
        const { agreed } = link;
        const isLeft = agreed?.studio[field] === studio[field] && agreed?.google[field] === google[field];
        if (linkedByHand.length > 0 && isLeft) continue;
        problems.push(
          `client ${id}: ${isPhoneField(field) ? "a phone" : field} is "${studio[field]}" here, "${google[field]}" there`,
        );
      }
    }
    return problems;
  }
}

function valueOf(
  field: "organizations" | "emailAddresses" | "addresses",
  word: string,
): Readonly<Record<string, string>> {
  switch (field) {
    case "organizations":
      return { name: word };
    case "emailAddresses":
      return { value: `${word}@example.test` };
    case "addresses":
      return { type: "home", city: word };
  }
}

/** A process that dies: from its n-th transaction on nothing is stored any more. */
function dying(unitOfWork: UnitOfWork, { nth, when }: Extract<Trouble, { kind: "dies" }>): UnitOfWork {
  let transactions = 0;
  return {
    run: async (work) => {
      transactions += 1;
      const isDead = transactions > nth || (transactions === nth && when === "before");
      if (isDead) throw new Error("The process is dead");
      return unitOfWork.run(work);
    },
  };
}
