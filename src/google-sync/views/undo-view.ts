import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { UndoCommand } from "../commands/index.js";
import type { Row } from "./rows.js";

/** Looking at both sides takes a few requests to Google. */
const patienceMilliseconds = 60_000;

/** What "Undo This Run" would do, and the question whether to do it (R2). */
@injectable()
export class UndoView implements View {
  constructor(@inject(UndoCommand) private readonly undo: UndoCommand) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const { text, value } = await this.undo.run({ input: { ...input, preview: true }, viewer, signal });
    const [headline = "", ...details] = text.split("\n").map((line) => line.trim());
    const { steps } = value as { readonly steps: readonly unknown[] };
    const answers = [{ label: "Undo This Run", command: "google-sync.undo", input: { ...input, preview: false } }];
    return { kind: "question", text: headline, details, answers: steps.length === 0 ? [] : answers };
  }
}
