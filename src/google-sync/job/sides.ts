import type { ScheduleEntry } from "../../api/index.js";
import { fieldsOfEvent, isSeries, ownerOfEvent, parseWhenText, reasonToLeaveOut } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import type { Fields, GoogleSide, Knowledge } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import type { Link } from "../links/index.js";
import type { RunContext } from "./run-context.js";

/** W1: an unlinked item travels only if it ends after the window's start. */
export function isInWindow(fields: Fields, { windowStart }: RunContext): boolean {
  return parseWhenText(fields["when"] ?? "").end > windowStart;
}

/** What was known of an entry without an event: nothing, or that it was there when syncing began (W6). */
export function knowledgeOfEntry(
  link: Link | undefined,
  entry: ScheduleEntry | undefined,
  { stream }: RunContext,
): Knowledge {
  if (link?.state === "baseline") return { kind: "baseline", fields: link.agreed?.studio };
  // On its way already, whatever the baseline says by now.
  if (link?.state === "new") return { kind: "new" };
  const isBeforeSyncing =
    stream.studioBaselineAt === undefined && entry !== undefined && entry.changedAt <= stream.enabledAt;
  return isBeforeSyncing ? { kind: "baseline", fields: undefined } : { kind: "new" };
}

/** What was known of an event without an entry. */
export function knowledgeOfEvent(link: Link, context: RunContext): Knowledge {
  const isBeforeSyncing = context.stream.googleBaselineAt === undefined && isOldEvent(link.seen, context);
  // Recorded before and edited while the Send box was off: the baseline is taken anew with the box (W6, P7).
  if (link.state === "baseline") return { kind: "baseline", fields: isBeforeSyncing ? undefined : link.agreed?.google };
  if (link.state === "left-out")
    return {
      kind: "left-out",
      reason: link.leftOutReason ?? "",
      isBaseline: link.isOld && link.seenEtag === link.decidedEtag,
    };
  return isBeforeSyncing ? { kind: "baseline", fields: undefined } : { kind: "new" };
}

/** Last changed before the Send box was ticked (W6, P7). */
function isOldEvent(event: LiveEvent | undefined, { stream }: RunContext): boolean {
  return event !== undefined && event.updated <= (stream.twoWaySince ?? stream.enabledAt);
}

/** Old, and unchanged since it was last decided about (P7). */
export function isStillOld(link: Link | undefined, context: RunContext): boolean {
  if (link?.state === "new") return isOldEvent(link.seen, context);
  return link?.isOld === true && link.seenEtag === link.decidedEtag;
}

/** The event of a linked pair. Declined counts as deleted (C4); a series rests (C19); tentative stays (C4). */
export function linkedGoogleSide(link: Link, entry: ScheduleEntry | undefined, context: RunContext): GoogleSide {
  const { seen } = link;
  if (link.isDeletedInGoogle) return { kind: "deleted" };
  if (seen === undefined) return { kind: "absent" };
  if (isSeries(seen)) return { kind: "left-out", reason: "series" satisfies LeftOutReason };
  if (seen.ownResponse === "declined" && context.isTwoWay) return { kind: "deleted" };
  return presentSide(seen, entry, context);
}

/** An event nobody linked yet: importable, left out with the reason, or gone. */
export function unlinkedGoogleSide(link: Link, context: RunContext): GoogleSide {
  const { seen } = link;
  if (link.isDeletedInGoogle) return { kind: "deleted" };
  if (seen === undefined) return { kind: "absent" };
  const reason = reasonFor(seen, link, context);
  if (reason !== undefined) return { kind: "left-out", reason };
  return presentSide(seen, undefined, context);
}

function reasonFor(event: LiveEvent, link: Link, context: RunContext): LeftOutReason | undefined {
  const { downloadTentative, populateStudio } = context.settings.user;
  const reason = reasonToLeaveOut(event, { downloadsTentative: downloadTentative });
  if (reason !== undefined) return reason;
  const asUnticked = reasonToLeaveOut(event, { downloadsTentative: false });
  if (asUnticked !== undefined && isStillOld(link, context) && !populateStudio) return asUnticked;
  const owner = ownerOfEvent(event.id, event.privateProperties);
  if (owner !== undefined && owner.studioGuid === context.studioGuid && owner.userGuid !== context.user.guid)
    return "another-user";
  return context.clearances.appointments.mayChange ? undefined : "not-allowed";
}

function presentSide(event: LiveEvent, entry: ScheduleEntry | undefined, context: RunContext): GoogleSide {
  const owner = ownerOfEvent(event.id, event.privateProperties);
  // C24: what another studio made comes in, but its text is for its owner's eyes only.
  const isForeign = owner !== undefined && owner.studioGuid !== context.studioGuid;
  const fields = fieldsOfEvent(event, entry, context.canon);
  return {
    kind: "present",
    fields: isForeign ? { ...fields, private: "yes" } : fields,
    etag: event.etag,
    updatedAt: event.updated,
    isInWindow: isInWindow(fields, context),
  };
}
