import { Clients, Studio } from "../../api/index.js";
import type { ClientRecord, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { mergeCandidates } from "../contact-run/index.js";
import {
  countryOfLocale,
  displayNameOf,
  displayNameOfContact,
  isPhoneField,
  shownField,
  sidesOfContact,
} from "../contacts/index.js";
import type { ContactCanon } from "../contacts/index.js";
import type { Fields } from "../engine/index.js";
import type { LiveContact } from "../google/index.js";
import { QuestionStore, answersOf, optionAnswer } from "../questions/index.js";
import type { Answer, Question } from "../questions/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/** A client or a contact, field by field in words. */
export interface ComparedPerson {
  readonly heading: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The answer that says "this one"; undefined for the one the question is about. */
  readonly answer: Answer | undefined;
}

/** Somebody beside everybody they may be, and the answers that choose nobody (K6, K8). */
export interface PeopleCompared {
  readonly question: number;
  readonly people: readonly ComparedPerson[];
  readonly answers: readonly Answer[];
}

/** Shows the people a question is about side by side. */
@injectable()
export class ContactComparison {
  constructor(
    @inject(QuestionStore) private readonly questions: QuestionStore,
    @inject(ConcernedUsers) private readonly concerned: ConcernedUsers,
    @inject(ContactLinkStore) private readonly links: ContactLinkStore,
    @inject(Clients) private readonly clients: Clients,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /** @throws CommandRefusedError for a question that is not open, or another user's */
  async show(id: number, viewer: UserId): Promise<PeopleCompared> {
    const question = (await this.questions.open()).find((one) => one.id === id);
    const users = await this.concerned.of({ input: {}, viewer, signal: AbortSignal.timeout(30_000) });
    if (question === undefined || !users.some((user) => user.id === question.userId))
      throw new CommandRefusedError("This has been answered already.");
    const [link] = await this.links.findByQuestion(id);
    const { locale } = await this.studio.facts();
    const canon = { country: countryOfLocale(locale), limits: this.clients.limits };
    const people = link === undefined ? [] : await this.#peopleOf(link, question, canon);
    const chosen = new Set(people.flatMap(({ answer }) => answer?.id ?? []));
    return { question: id, people, answers: answersOf(question).filter((answer) => !chosen.has(answer.id)) };
  }

  async #peopleOf(link: ContactLink, question: Question, canon: ContactCanon): Promise<readonly ComparedPerson[]> {
    if (question.kind === "merged-in-google") return this.#toMerge(link, canon);
    const candidates = link.review?.candidates ?? [];
    const answerOf = (position: number) => answersOf(question).find(({ id }) => id === optionAnswer(position));
    if (link.clientId === undefined) {
      const clients = await this.#clientsById(candidates.map(Number));
      return [
        contactColumn("In Google", link.seen, canon, undefined),
        ...candidates.map((id, at) => clientColumn(`Client ${id}`, clients.get(Number(id)), canon, answerOf(at))),
      ];
    }
    const clients = await this.#clientsById([link.clientId]);
    const contacts = await this.#contactsOf(link, candidates, question.userId);
    return [
      clientColumn("In the studio", clients.get(link.clientId), canon, undefined),
      ...candidates.map((name, at) =>
        contactColumn(
          candidates.length === 1 ? "In Google" : `In Google, ${at + 1}`,
          contacts.get(name),
          canon,
          answerOf(at),
        ),
      ),
    ];
  }

  async #toMerge(link: ContactLink, canon: ContactCanon): Promise<readonly ComparedPerson[]> {
    const ids = mergeCandidates(link);
    if (ids === undefined) return [];
    const clients = await this.#clientsById([ids.survivor, ids.other]);
    return [
      clientColumn("Stays", clients.get(ids.survivor), canon, undefined),
      clientColumn("Would become a part of it", clients.get(ids.other), canon, undefined),
    ];
  }

  async #clientsById(ids: readonly number[]): Promise<ReadonlyMap<number, ClientRecord>> {
    return new Map((await this.clients.find(ids)).map((client) => [client.id, client]));
  }

  async #contactsOf(
    { id, clientId }: ContactLink,
    names: readonly string[],
    userId: UserId,
  ): Promise<ReadonlyMap<string, LiveContact>> {
    const links = clientId === undefined ? [] : await this.links.findByClient(clientId);
    const streamId = links.find((link) => link.id === id)?.streamId;
    const stream = streamId === undefined ? undefined : await this.links.findStreamById(streamId);
    if (stream?.userId !== userId) return new Map();
    const found = await this.links.findByResourceNames(stream.id, names);
    return new Map(
      found.flatMap(({ resourceName, seen }) =>
        resourceName === undefined || seen === undefined ? [] : [[resourceName, seen] as const],
      ),
    );
  }
}

function clientColumn(
  heading: string,
  client: ClientRecord | undefined,
  canon: ContactCanon,
  answer: Answer | undefined,
): ComparedPerson {
  if (client === undefined) return { heading: `${heading}: not there any more`, fields: {}, answer };
  const { studio } = sidesOfContact(client, undefined, undefined, canon);
  return { heading: `${heading}: ${displayNameOf(client)}`, fields: inWords(studio), answer };
}

function contactColumn(
  heading: string,
  contact: LiveContact | undefined,
  canon: ContactCanon,
  answer: Answer | undefined,
): ComparedPerson {
  if (contact === undefined) return { heading: `${heading}: not there any more`, fields: {}, answer };
  const { google } = sidesOfContact(undefined, contact, undefined, canon);
  return { heading: `${heading}: ${displayNameOfContact(contact, canon)}`, fields: inWords(google), answer };
}

/** All phones are one row, since those of different people are not tied to each other. */
function inWords(fields: Fields): ComparedPerson["fields"] {
  const named = Object.entries(fields).filter(([field, value]) => !isPhoneField(field) && value !== "");
  const phones = Object.entries(fields).filter(([field, value]) => isPhoneField(field) && value !== "");
  return {
    ...Object.fromEntries(named.map(([field, value]) => [field, shownField(field, value)])),
    ...(phones.length === 0 ? {} : { phones: phones.map(([field, value]) => shownField(field, value)).join("\n") }),
  };
}
