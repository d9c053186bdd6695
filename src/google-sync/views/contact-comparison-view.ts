import { Clients, Studio } from "../../api/index.js";
import type { ClientRecord, UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { CommandRefusedError, ConcernedUsers } from "../commands/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { countryOfLocale, isPhoneField, shownField, sidesOfContact } from "../contacts/index.js";
import type { LiveContact } from "../google/index.js";
import { QuestionStore, answersOf } from "../questions/index.js";
import type { Row } from "./rows.js";

/** A client beside the contact that may be the same person: all fields, and the answers (K6). */
@injectable()
export class ContactComparisonView implements View {
  readonly #questions: QuestionStore;
  readonly #concerned: ConcernedUsers;
  readonly #links: ContactLinkStore;
  readonly #clients: Clients;
  readonly #studio: Studio;

  constructor(
    @inject(QuestionStore) questions: QuestionStore,
    @inject(ConcernedUsers) concerned: ConcernedUsers,
    @inject(ContactLinkStore) links: ContactLinkStore,
    @inject(Clients) clients: Clients,
    @inject(Studio) studio: Studio,
  ) {
    this.#questions = questions;
    this.#concerned = concerned;
    this.#links = links;
    this.#clients = clients;
    this.#studio = studio;
  }

  /** @throws CommandRefusedError for a question that is not open, or another user's */
  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const id = Number(input["question"]);
    const question = (await this.#questions.open()).find((one) => one.id === id);
    const users = await this.#concerned.of({ input: {}, viewer, signal: AbortSignal.timeout(30_000) });
    if (question === undefined || !users.some((user) => user.id === question.userId))
      throw new CommandRefusedError("This has been answered already.");
    const [link] = await this.#links.findByQuestion(id);
    const pair = link === undefined ? {} : await this.#pairOf(link, question.userId);
    const { locale } = await this.#studio.facts();
    const canon = { country: countryOfLocale(locale), limits: this.#clients.limits };
    const { studio, google } = sidesOfContact(pair.client, pair.contact, undefined, canon);
    const fields = [...new Set([...Object.keys(studio), ...Object.keys(google)])];
    return {
      kind: "compare",
      sides: ["In the studio", "In Google"],
      rows: fields
        .map((field) => ({
          label: isPhoneField(field) ? "phone" : field,
          values: [shownField(field, studio[field] ?? ""), shownField(field, google[field] ?? "")] as const,
        }))
        .filter(({ values }) => values.some((value) => value !== "")),
      actions: answersOf(question).map((answer) => ({
        label: answer.label,
        command: "google-sync.answer",
        input: { id: String(id), answer: answer.id },
      })),
    };
  }

  /** The first of those it may be stands beside it; the others are named by their answers. */
  async #pairOf(
    link: ContactLink,
    userId: UserId,
  ): Promise<{ readonly client?: ClientRecord | undefined; readonly contact?: LiveContact | undefined }> {
    const [candidate] = link.review?.candidates ?? [];
    if (link.clientId === undefined) {
      const [client] = candidate === undefined ? [] : await this.#clients.find([Number(candidate)]);
      return { client, contact: link.seen };
    }
    const [client] = await this.#clients.find([link.clientId]);
    const streamId = await this.#streamOf(link, userId);
    const [other] =
      candidate === undefined || streamId === undefined
        ? []
        : await this.#links.findByResourceNames(streamId, [candidate]);
    return { client, contact: other?.seen };
  }

  async #streamOf({ id, clientId }: ContactLink, userId: UserId): Promise<number | undefined> {
    const links = clientId === undefined ? [] : await this.#links.findByClient(clientId);
    const streamId = links.find((link) => link.id === id)?.streamId;
    const stream = streamId === undefined ? undefined : await this.#links.findStreamById(streamId);
    return stream?.userId === userId ? stream.id : undefined;
  }
}
