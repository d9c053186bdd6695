import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { QuestionStore, answersOf } from "../questions/index.js";
import { ConcernedUsers } from "./concerned-users.js";

/** `spectra sync held`: what waits for an answer, with its answers. */
@injectable()
export class HeldCommand implements Command {
  readonly #questions: QuestionStore;
  readonly #concerned: ConcernedUsers;

  constructor(@inject(QuestionStore) questions: QuestionStore, @inject(ConcernedUsers) concerned: ConcernedUsers) {
    this.#questions = questions;
    this.#concerned = concerned;
  }

  async run(call: CommandCall): Promise<CommandResult> {
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
      return [`${id}  ${user ?? ""}  ${asked}`, ...choices].join("\n");
    });
    return {
      value,
      text: text.length === 0 ? "Nothing waits for an answer." : text.join("\n\n"),
      hasFailures: false,
      open: { viewId: "google-sync.held-view", input: {} },
    };
  }
}
