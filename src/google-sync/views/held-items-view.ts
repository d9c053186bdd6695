import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { HeldQuestion, sideText } from "../commands/index.js";
import type { Row } from "./rows.js";

/** What one question holds: each item on both sides, answered one by one (G8). */
@injectable()
export class HeldItemsView implements View {
  constructor(@inject(HeldQuestion) private readonly held: HeldQuestion) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const { id, answers, items } = await this.held.show(Number(input["question"]), viewer);
    return {
      kind: "list",
      columns: [
        { id: "title", label: "Item" },
        { id: "studio", label: "In the studio" },
        { id: "google", label: "In Google" },
      ],
      rows: items.map((item) => ({
        id: String(item.id),
        cells: { title: item.title, studio: sideText(item.studio), google: sideText(item.google) },
        open: { viewId: "google-sync.held-item-view", input: { question: id, item: item.id } },
        actions: answers.map((answer) => ({
          label: answer.label,
          command: "google-sync.answer",
          input: { id: String(id), answer: answer.id, items: String(item.id) },
        })),
      })),
      emptyText: "Nothing of this waits for an answer any more, or it is answered as a whole under Held Changes.",
    };
  }
}
