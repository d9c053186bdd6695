import type { LeftOutReason } from "../calendar/index.js";
import type { LinkChange } from "../links/index.js";
import { settled } from "./outcome.js";
import type { RunItem } from "./run-item.js";

/**
 * What the row holds once the entry is gone and the event is not: a series (C19), or an invitation the user declined
 * (C4), which counts as deleted and is there to be asked about all the same (R4).
 * @returns undefined when the event is gone too, and the row with it
 */
export function stayingInGoogle({ pair: { google }, link, event }: RunItem): LinkChange | undefined {
  if (event === undefined || link?.isDeletedInGoogle !== false) return undefined;
  const declined = event.ownResponse === "declined" ? ("declined" satisfies LeftOutReason) : undefined;
  const leftOutReason = google.kind === "left-out" ? google.reason : declined;
  if (leftOutReason === undefined) return undefined;
  return {
    ...settled,
    state: "left-out",
    leftOutReason,
    decidedEtag: link.seenEtag,
    entryId: undefined,
    studioVersion: undefined,
    repeatId: undefined,
    agreed: undefined,
    isMadeByUs: false,
  };
}
