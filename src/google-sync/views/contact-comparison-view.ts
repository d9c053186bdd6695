import type { UserId, View, ViewAction, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ContactComparison } from "../commands/index.js";
import type { Answer } from "../questions/index.js";
import { labelOf } from "./rows.js";
import type { Row } from "./rows.js";

/** Somebody beside everybody they may be: all fields, and the answers, those that choose one under that one (K6, K8). */
@injectable()
export class ContactComparisonView implements View {
  constructor(@inject(ContactComparison) private readonly comparison: ContactComparison) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const { question, people, answers } = await this.comparison.show(Number(input["question"]), viewer);
    const action = ({ id, label, confirm }: Answer): ViewAction => ({
      label,
      command: "google-sync.answer",
      input: { id: String(question), answer: id },
      ...(confirm === undefined ? {} : { confirm }),
    });
    const fields = [...new Set(people.flatMap((person) => Object.keys(person.fields)))];
    return {
      kind: "compare",
      sides: people.map(({ heading }) => heading),
      rows: fields.map((field) => ({
        label: labelOf(field),
        values: people.map((person) => person.fields[field] ?? ""),
      })),
      sideActions: people.map(({ answer }) => (answer === undefined ? [] : [action(answer)])),
      actions: answers.map(action),
    };
  }
}
