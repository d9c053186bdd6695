import { Clearances } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { contactAnswered } from "../contact-run/index.js";
import { answersOf, directiveFor } from "../questions/index.js";
import type { Question } from "../questions/index.js";
import { AnswerRefusedError } from "./errors.js";
import { subjectOfQuestion } from "./hold.js";
import { MergeProposal } from "./merge-proposal.js";
import { settled } from "./outcome.js";
import { RunServices } from "./run-context.js";
import { changeForNewZone } from "./zone-change.js";

/**
 * Takes a person's answer to a held question (G8). The items are released with what was
 * decided and are planned anew in the next run; nothing else happens here.
 */
@injectable()
export class AnswerQuestion {
  readonly #services: RunServices;
  readonly #clearances: Clearances;
  readonly #mergeProposal: MergeProposal;

  constructor(
    @inject(RunServices) services: RunServices,
    @inject(Clearances) clearances: Clearances,
    @inject(MergeProposal) mergeProposal: MergeProposal,
  ) {
    this.#services = services;
    this.#clearances = clearances;
    this.#mergeProposal = mergeProposal;
  }

  /**
   * @param answerId one of `answersOf(question)`
   * @param answeredBy undefined for the command line, which has the rights of whoever holds the data
   * @param newZone what "Use the new zone" means
   * @param itemIds only these items of it, by the ids of `HeldItems`; the question stays open for the others
   * @throws AnswerRefusedError for an unknown or answered question, an answer it does not have, items it does not
   *   hold, or a missing clearance
   */
  async answer(
    questionId: number,
    answerId: string,
    answeredBy: UserId | undefined,
    newZone: ZoneName,
    itemIds?: readonly number[],
  ): Promise<Question> {
    const { questions } = this.#services;
    const question = await questions.find(questionId);
    if (question === undefined)
      throw new AnswerRefusedError(`There is no question ${questionId}.`, {
        hint: 'List them with "spectra sync held".',
      });
    const answers = answersOf(question);
    if (!answers.some(({ id }) => id === answerId)) {
      const known = answers.map(({ id, label }) => `${id} ("${label}")`).join(", ");
      throw new AnswerRefusedError(`Question ${questionId} cannot be answered with "${answerId}".`, {
        hint: `Its answers are ${known}.`,
      });
    }
    await this.#requireClearance(question, answerId, answeredBy);
    if (question.answer !== undefined) throw answeredBefore(question);
    // Merged first: cut off after it, the next run finds the one client gone and closes the question itself.
    if (question.kind === "merged-in-google" && answerId === "merge")
      await this.#mergeProposal.accept(question, answeredBy);
    if (itemIds !== undefined) await this.#answerSome(question, answerId, new Set(itemIds));
    else if (question.kind === "zone-changed") await this.#answerZone(question, answerId, newZone);
    else await this.#answerItems(question, answerId);
    return question;
  }

  async #requireClearance(question: Question, answerId: string, answeredBy: UserId | undefined): Promise<void> {
    if (answeredBy === undefined) return;
    const isOwn = answeredBy === question.userId;
    if (!isOwn && !(await this.#clearances.allows(answeredBy, "Users", "add-modify"))) {
      throw new AnswerRefusedError("This question is another user's.", { hint: "Ask that user, or an administrator." });
    }
    if (answerId !== "cancel") return;
    const area = await this.#areaOf(question);
    if (await this.#clearances.allows(answeredBy, area, "delete")) return;
    throw new AnswerRefusedError(`Cancelling it needs the clearance to delete ${area.toLowerCase()}.`, {
      hint: "Ask an administrator.",
    });
  }

  async #areaOf({ id, userId }: Question): Promise<"Appointments" | "Sessions"> {
    const { links, schedule } = this.#services;
    const entryIds = (await links.findByQuestion(id)).flatMap(({ entryId }) => entryId ?? []);
    const entries = await schedule.find(userId, entryIds);
    return entries.some(({ kind }) => kind !== "appointment") ? "Sessions" : "Appointments";
  }

  async #answerItems(question: Question, answerId: string): Promise<void> {
    const { unitOfWork, links, contactLinks, notifications } = this.#services;
    await unitOfWork.run(async (transaction) => {
      await this.#close(question, answerId, transaction);
      const directive = directiveFor(question.kind, answerId);
      for (const link of await links.findByQuestion(question.id, transaction)) {
        await links.change(link.id, { ...settled, directive }, transaction);
      }
      const contacts = await contactLinks.findByQuestion(question.id, transaction);
      await contactLinks.changeEach(
        contacts.map((link) => ({ id: link.id, change: contactAnswered(link, question.kind, answerId) })),
        transaction,
      );
      await notifications.withdraw(subjectOfQuestion(question.id), transaction);
    });
  }

  /** Releases some of the items; with the last of them the question is closed. */
  async #answerSome(question: Question, answerId: string, itemIds: ReadonlySet<number>): Promise<void> {
    const { unitOfWork, links, contactLinks, questions, notifications } = this.#services;
    await unitOfWork.run(async (transaction) => {
      const held = await links.findByQuestion(question.id, transaction);
      // A question is about the calendar or about people, never about both.
      const people = held.length > 0 ? [] : await contactLinks.findByQuestion(question.id, transaction);
      const chosen = held.filter(({ id }) => itemIds.has(id));
      const chosenPeople = people.filter(({ id }) => itemIds.has(id));
      requireAll(question, itemIds, [...chosen, ...chosenPeople]);
      const directive = directiveFor(question.kind, answerId);
      await links.changeEach(
        chosen.map(({ id }) => ({ id, change: { ...settled, directive } })),
        transaction,
      );
      await contactLinks.changeEach(
        chosenPeople.map((link) => ({ id: link.id, change: contactAnswered(link, question.kind, answerId) })),
        transaction,
      );
      const left = held.length + people.length - itemIds.size;
      if (left > 0) {
        if (!(await questions.leave(question.id, left, transaction))) throw answeredBefore(question);
        return;
      }
      await this.#close(question, answerId, transaction);
      await notifications.withdraw(subjectOfQuestion(question.id), transaction);
    });
  }

  async #answerZone(question: Question, answerId: string, newZone: ZoneName): Promise<void> {
    const { unitOfWork, links, notifications } = this.#services;
    const stream = await links.findStreamById(question.streamId);
    if (stream === undefined)
      throw new AnswerRefusedError(`Question ${question.id} belongs to a calendar that is gone.`);
    const { syncZone = newZone } = stream;
    const concerned = answerId === "new" ? await links.listByState(stream.id, ["linked", "baseline"]) : [];
    await unitOfWork.run(async (transaction) => {
      await this.#close(question, answerId, transaction);
      const change = answerId === "new" ? { syncZone: newZone } : { keptZone: syncZone };
      await links.changeStream(stream.id, change, transaction);
      for (const link of concerned) {
        const changed = changeForNewZone(link, syncZone, newZone);
        if (changed !== undefined) await links.change(link.id, changed, transaction);
      }
      await notifications.withdraw(subjectOfQuestion(question.id), transaction);
    });
  }

  async #close(
    question: Question,
    answerId: string,
    transaction: Parameters<RunServices["questions"]["answer"]>[3],
  ): Promise<void> {
    const { questions, clock } = this.#services;
    if (await questions.answer(question.id, answerId, clock.now(), transaction)) return;
    throw answeredBefore(question);
  }
}

/** @throws AnswerRefusedError when an item named is not among those the question holds, or none is named */
function requireAll({ id }: Question, itemIds: ReadonlySet<number>, chosen: readonly { readonly id: number }[]): void {
  if (chosen.length > 0 && chosen.length === itemIds.size) return;
  const missing = [...itemIds].filter((itemId) => !chosen.some((link) => link.id === itemId));
  throw new AnswerRefusedError(`Question ${id} holds no item ${missing.join(", ")}.`, {
    hint: `List them with "spectra sync held --question ${id}".`,
  });
}

function answeredBefore({ id }: Question): AnswerRefusedError {
  return new AnswerRefusedError(`Question ${id} has been answered already.`);
}
