import { Studio } from "../../api/index.js";
import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AnswerQuestion } from "../job/index.js";
import { answersOf } from "../questions/index.js";
import { processorId } from "../settings/index.js";
import { CommandRefusedError } from "./concerned-users.js";
import { itemNumbers } from "./item-numbers.js";

/** `spectra sync answer ID ANSWER [--items NUMBERS]`: the next run does what was decided (G8). */
@injectable()
export class AnswerCommand implements Command {
  readonly #answers: AnswerQuestion;
  readonly #studio: Studio;

  constructor(@inject(AnswerQuestion) answers: AnswerQuestion, @inject(Studio) studio: Studio) {
    this.#answers = answers;
    this.#studio = studio;
  }

  async run({ input, viewer }: CommandCall): Promise<CommandResult> {
    const id = Number(input["id"]);
    const answer = String(input["answer"]);
    if (!Number.isInteger(id)) {
      throw new CommandRefusedError(`"${String(input["id"])}" is not the number of a question.`, {
        hint: 'List them with "spectra sync held".',
      });
    }
    const items = typeof input["items"] === "string" ? itemNumbers(input["items"]) : undefined;
    const zone = await this.#studio.syncZone(processorId);
    const question = await this.#answers.answer(id, answer, viewer, zone, items);
    const label = answersOf(question).find((one) => one.id === answer)?.label ?? answer;
    return {
      value: { id, answer, kind: question.kind, items: items?.length ?? question.itemCount },
      text: `${whatOf(id, items)} answered with "${label}". The next run carries it out.`,
      hasFailures: false,
    };
  }
}

function whatOf(id: number, items: readonly number[] | undefined): string {
  if (items === undefined) return `Question ${id} is`;
  return items.length === 1 ? `1 item of question ${id} is` : `${items.length} items of question ${id} are`;
}
