import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { HeldQuestion } from "../commands/index.js";
import type { ShownItem, ShownSide } from "../commands/index.js";
import { labelOf } from "./rows.js";
import type { Row } from "./rows.js";

/** What an appointment has; of people, what either side holds. */
const entryFields = ["title", "when", "location", "notes"] as const;

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
      rows: [{ label: "There", values: thereOf(item) }, ...valuesOf(item)],
      actions: answers.map((answer) => ({
        label: answer.label,
        command: "google-sync.answer",
        input: { id: String(id), answer: answer.id, items: String(item.id) },
      })),
    };
  }
}

function thereOf({ studio, google, isOutOf }: ShownItem): readonly [string, string] {
  return [
    isOutOf?.studio === true ? "Yes, but not in the client group" : isThere(studio),
    isOutOf?.google === true ? "Yes, but not under the label" : isThere(google),
  ];
}

function isThere(side: ShownSide | undefined): string {
  return side === undefined ? "No" : "Yes";
}

function valuesOf({ about, studio, google }: ShownItem) {
  const fields = about === "schedule" ? entryFields : Object.keys({ ...studio, ...google });
  return fields
    .map((field) => ({
      label: labelOf(field),
      values: [studio?.[field] ?? "", google?.[field] ?? ""] as const,
    }))
    .filter(({ values }) => about === "schedule" || values.some((value) => value !== ""));
}
