import { quoted } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import { nameOfItem } from "./contact-item.js";
import type { PlannedContact } from "./contact-item.js";

/** Says which people are on both sides with something different, and whose edits were put back (W5, X1). */
export function giveContactNotice(planned: readonly PlannedContact[], context: ContactContext): void {
  const { report, canon } = context;
  for (const { action, item } of planned) {
    if (action.kind !== "agree" && action.kind !== "change") continue;
    if (item.pair.known.kind === "linked" || !context.isTwoWay) continue;
    const { studio, google } = action.agreed;
    const fields = Object.keys(studio).filter((field) => studio[field] !== google[field]);
    if (fields.length === 0) continue;
    const name = nameOfItem(item, canon);
    report.warn(
      "unequal-fields",
      `${quoted(name)} is on both sides with a different ${fields.join(" and ")}. Each side keeps its own until one is edited.`,
      name,
    );
  }
}
