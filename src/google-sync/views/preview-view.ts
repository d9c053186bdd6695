import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { PreviewCommand } from "../commands/index.js";
import { groupedLines } from "../reports/index.js";
import type { PlanLine } from "../reports/index.js";
import type { Row } from "./rows.js";

/** Reading a whole calendar takes its time. */
const patienceMilliseconds = 120_000;

interface Previewed {
  readonly user: string;
  readonly summary: string;
  readonly lines: readonly PlanLine[];
  readonly confirmation: string | undefined;
}

/** What the next run would do, line by line, from what to what (R3). Opening it plans and writes nothing. */
@injectable()
export class PreviewView implements View {
  constructor(@inject(PreviewCommand) private readonly preview: PreviewCommand) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const { value } = await this.preview.run({ input, viewer, signal });
    // The command's own value; its shape is the one above.
    const { user, summary, lines, confirmation } = value as Previewed;
    return {
      kind: "list",
      columns: [
        { id: "group", label: "What would be done" },
        { id: "title", label: "Item" },
        { id: "before", label: "Now" },
        { id: "after", label: "Then" },
      ],
      rows: groupedLines(lines).flatMap(({ group, lines: ofGroup }) =>
        ofGroup.map(({ title, before, after }, index) => ({
          id: `${group} ${index}`,
          cells: { group: index === 0 ? `${group} (${ofGroup.length})` : group, title, before, after },
          actions:
            index === 0 && group === "Held for an answer" && confirmation !== undefined
              ? [
                  {
                    label: "Apply at the Next Run",
                    command: "google-sync.preview",
                    input: { user, confirm: confirmation },
                    confirm: "The next run carries these out without asking. Go on?",
                  },
                ]
              : [],
        })),
      ),
      emptyText: summary,
    };
  }
}
