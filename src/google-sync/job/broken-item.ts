import type { ScheduleEntry } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import type { Link } from "../links/index.js";
import { recordFailure } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** An item that cannot be compared: what its entry or its event holds means nothing on the other side (G3). */
export interface BrokenItem {
  readonly item: RunItem;
  readonly error: unknown;
}

/** The item as far as it goes: enough to name it and to try it again. */
export function brokenItem(link: Link | undefined, entry: ScheduleEntry | undefined, error: unknown): BrokenItem {
  const key = link === undefined ? `entry ${entry?.entryId ?? ""}` : `link ${link.id}`;
  const isLinked = link?.state === "linked" && link.agreed !== undefined;
  const pair: RunItem["pair"] = {
    key,
    known: isLinked ? { kind: "linked", agreed: link.agreed } : { kind: "new" },
    studio: { kind: "absent" },
    google: { kind: "absent" },
    rules: {
      fields: {},
      isRemovable: false,
      movedField: "",
      mayDeleteInGoogle: false,
      mayRemoveFromStudio: false,
      readsGoogle: false,
    },
    directive: link?.directive,
  };
  return { item: { pair, link, absorbed: undefined, entry, event: link?.seen }, error };
}

/** Names broken items in the report; a real run also remembers when to try them again. The others go on (G3). */
export async function reportBroken(broken: readonly BrokenItem[], context: RunContext): Promise<void> {
  const { report, user, services } = context;
  for (const { item, error } of broken) {
    const { entry, link } = item;
    const where = entry === undefined ? "Google" : "the studio or in Google";
    const text = `What it holds in ${where} cannot be compared with the other side; correct its times and texts there.`;
    // The error may quote what a private item says (C8).
    const code = error instanceof CodedError ? error.code : error instanceof Error ? error.name : "unknown";
    services.logger.warn("An item cannot be compared", {
      userId: user.id,
      linkId: link?.id,
      entryId: entry?.entryId,
      code,
    });
    if (report.isPreview) report.fail("not-comparable", text, nameOf(item));
    else await recordFailure(item, "not-comparable", text, context);
  }
}
