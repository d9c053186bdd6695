import { Clients } from "../../api/index.js";
import type { Command, CommandCall, CommandResult, User } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { displayNameOf } from "../contacts/index.js";
import { QuestionStore, answersOf, isReview } from "../questions/index.js";
import type { Answer } from "../questions/index.js";
import { ConcernedUsers } from "./concerned-users.js";

/** What is to be looked at: a question with its answers, or a client who left the synced set. */
export interface ContactToReview {
  readonly user: string;
  readonly text: string;
  /** The question, where there is one. */
  readonly question: number | undefined;
  /** The client who left the synced set. */
  readonly client: number | undefined;
  readonly since: string;
  readonly answers: readonly Answer[];
}

/** Maintenance > Google Sync > Contacts to Review: who could not be told (K6), merged (K8), or left the set (K3). */
@injectable()
export class ContactsToReviewCommand implements Command {
  readonly #questions: QuestionStore;
  readonly #concerned: ConcernedUsers;
  readonly #accounts: AccountStore;
  readonly #links: ContactLinkStore;
  readonly #clients: Clients;

  constructor(
    @inject(QuestionStore) questions: QuestionStore,
    @inject(ConcernedUsers) concerned: ConcernedUsers,
    @inject(AccountStore) accounts: AccountStore,
    @inject(ContactLinkStore) links: ContactLinkStore,
    @inject(Clients) clients: Clients,
  ) {
    this.#questions = questions;
    this.#concerned = concerned;
    this.#accounts = accounts;
    this.#links = links;
    this.#clients = clients;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const value: ContactToReview[] = [];
    for (const user of await this.#concerned.of(call)) {
      value.push(...(await this.#asked(user)), ...(await this.#left(user)));
    }
    const text = value.map(({ user, question, client, text: about, answers }) =>
      [
        `${user}  ${about}`,
        ...answers.map(({ id, label }) => `    spectra sync answer ${question} ${id.padEnd(10)} "${label}"`),
        ...(client === undefined ? [] : [`    spectra sync again --client ${client}`]),
      ].join("\n"),
    );
    return {
      value,
      text: text.length === 0 ? "No contact needs to be looked at." : text.join("\n\n"),
      hasFailures: false,
      open: { viewId: "google-sync.contacts-to-review-view", input: {} },
    };
  }

  async #asked({ id, initials }: User): Promise<readonly ContactToReview[]> {
    const open = await this.#questions.open(id);
    return open
      .filter(({ kind }) => isReview(kind))
      .map((question) => ({
        user: initials,
        text: question.text,
        question: question.id,
        client: undefined,
        since: question.askedAt.toISOString(),
        answers: answersOf(question),
      }));
  }

  async #left({ id, initials }: User): Promise<readonly ContactToReview[]> {
    const account = await this.#accounts.find(id);
    const stream = account === undefined ? undefined : await this.#links.findStream(id, account.sub);
    const links = stream === undefined ? [] : await this.#links.listByState(stream.id, ["left"]);
    const clients = await this.#clients.find(links.flatMap(({ clientId }) => clientId ?? []));
    return clients.map((client) => ({
      user: initials,
      text: `${displayNameOf(client)}: ${whyLeft(links.find(({ clientId }) => clientId === client.id))}`,
      question: undefined,
      client: client.id,
      since: "",
      answers: [],
    }));
  }
}

function whyLeft(link: ContactLink | undefined): string {
  return link?.isDeletedInGoogle === true
    ? "the contact was deleted in Google; the client is not synced any more."
    : "the contact was taken out of the label in Google; the client is not synced any more.";
}
