import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { HeldQuestion } from "../commands/index.js";
import type { ShownItem, ShownSide } from "../commands/index.js";
import type { Row } from "./rows.js";

const rows: readonly (readonly [label: string, field: keyof ShownSide])[] = [
  ["Title", "title"],
  ["When", "when"],
  ["Location", "location"],
  ["Notes", "notes"],
];

/** One held item, value by value (G8). */
@injectable()
export class HeldItemView implements View {
  constructor(@inject(HeldQuestion) private readonly held: HeldQuestion) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const { id, answers, items } = await this.held.show(Number(input["question"]), viewer);
    const item = items.find((one) => one.id === Number(input["item"]));
    const sides = ["In the studio", "In Google"] as const;
    if (item === undefined) {
      return {
        kind: "compare",
        sides,
        rows: [{ label: "Answered: the next run carries it out.", values: ["", ""] }],
        actions: [],
      };
    }
    return {
      kind: "compare",
      sides,
      rows: [{ label: "There", values: [isThere(item.studio), isThere(item.google)] }, ...valuesOf(item)],
      actions: answers.map((answer) => ({
        label: answer.label,
        command: "google-sync.answer",
        input: { id: String(id), answer: answer.id, items: String(item.id) },
      })),
    };
  }
}

function isThere(side: ShownSide | undefined): string {
  return side === undefined ? "No" : "Yes";
}

function valuesOf({ studio, google }: ShownItem) {
  return rows.map(([label, field]) => ({
    label,
    values: [studio?.[field] ?? "", google?.[field] ?? ""] as const,
  }));
}
