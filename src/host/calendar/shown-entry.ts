import type { ScheduleEntry, UserId } from "../../api/index.js";

/** An entry as one person may see it. */
export interface ShownEntry {
  readonly entryId: string;
  readonly userId: UserId;
  readonly kind: ScheduleEntry["kind"];
  readonly recordId: number;
  readonly title: string;
  readonly start: string;
  /** Exclusive for all-day entries. */
  readonly end: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly notes: string;
  readonly clientName: string;
  readonly origin: ScheduleEntry["origin"];
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  /** Private to somebody else: nothing but the time is told (C8). */
  readonly isHidden: boolean;
  /** The room or other resource whose booking this is; left out on a user's schedule. */
  readonly resourceId?: number;
}

/** Shows an entry; a private one tells nobody but its owner more than when it is (C8). */
export function shownEntry(entry: ScheduleEntry, viewer: UserId): ShownEntry {
  const { entryId, userId, kind, recordId, when, client, origin, isPrivate, isHiddenFromUser, isFree } = entry;
  const isHidden = isPrivate && (userId !== viewer || isHiddenFromUser);
  return {
    entryId,
    userId,
    kind,
    recordId,
    title: isHidden ? "Private appointment" : entry.description,
    start: when.start,
    end: when.end,
    isAllDay: when.isAllDay,
    location: isHidden ? "" : entry.location,
    notes: isHidden ? "" : entry.notes,
    clientName:
      isHidden || client === undefined ? "" : `${client.firstName} ${client.lastName}`.trim() || client.company,
    origin,
    isPrivate,
    isFree,
    isHidden,
  };
}
