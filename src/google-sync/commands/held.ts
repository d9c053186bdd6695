import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { QuestionStore, answersOf } from "../questions/index.js";
import { ConcernedUsers } from "./concerned-users.js";
import { HeldQuestion, sideText } from "./held-question.js";
import type { ShownQuestion } from "./held-question.js";

/** `spectra sync held [--question ID]`: what waits for an answer, with its answers; of one question item by item (G8). */
@injectable()
export class HeldCommand implements Command {
  readonly #questions: QuestionStore;
  readonly #concerned: ConcernedUsers;

  readonly #one: HeldQuestion;

  constructor(
    @inject(QuestionStore) questions: QuestionStore,
    @inject(ConcernedUsers) concerned: ConcernedUsers,
    @inject(HeldQuestion) one: HeldQuestion,
  ) {
    this.#questions = questions;
    this.#concerned = concerned;
    this.#one = one;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const { question: number } = call.input;
    if (typeof number === "number") return resultOf(await this.#one.show(number, call.viewer));
    const users = await this.#concerned.of(call);
    const initials = new Map(users.map((user) => [user.id, user.initials]));
    const open = (await this.#questions.open()).filter(({ userId }) => initials.has(userId));
    const value = open.map((question) => ({
      id: question.id,
      user: initials.get(question.userId),
      kind: question.kind,
      text: question.text,
      items: question.itemCount,
      askedAt: question.askedAt.toISOString(),
      answers: answersOf(question),
    }));
    const text = value.map(({ id, user, text: asked, answers }) => {
      const choices = answers.map(
        (answer) => `    spectra sync answer ${id} ${answer.id.padEnd(10)} "${answer.label}"`,
      );
      const items = `    spectra sync held --question ${id}   what it holds, item by item`;
      return [`${id}  ${user ?? ""}  ${asked}`, ...choices, items].join("\n");
    });
    return {
      value,
      text: text.length === 0 ? "Nothing waits for an answer." : text.join("\n\n"),
      hasFailures: false,
      open: { viewId: "google-sync.held-view", input: {} },
    };
  }
}

function resultOf(question: ShownQuestion): CommandResult {
  const { id, user, text, answers, items } = question;
  const lines = items.flatMap((item) => [
    `    ${item.id}  ${item.title}`,
    `        in the studio  ${sideText(item.studio)}`,
    `        in Google      ${sideText(item.google)}`,
  ]);
  const [first] = answers;
  const example =
    first === undefined || items.length === 0
      ? []
      : [
          `Answer some of them: spectra sync answer ${id} ${first.id} --items ${items.map((item) => item.id).join(",")}`,
        ];
  return {
    value: question,
    text: [`${id}  ${user}  ${text}`, ...lines, ...example].join("\n"),
    hasFailures: false,
    open: { viewId: "google-sync.held-items-view", input: { question: id } },
  };
}
