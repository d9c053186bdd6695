import type { UserId, When } from "../../api/index.js";
import type { Occupation } from "../scheduling/index.js";
import type { AppointmentFields, EventLine, SessionFields } from "../studio-data/index.js";

type SessionSeats = Pick<SessionFields, "status" | "photographerId" | "assistantId" | "resourceIds" | "when">;

/** Whom and what an appointment takes up, at each of its times; nobody while it is free or cancelled. */
export function occupationsOfAppointment(
  { status, isFree, userIds, resourceIds }: Pick<AppointmentFields, "status" | "isFree" | "userIds" | "resourceIds">,
  whens: readonly When[],
): readonly Occupation[] {
  if (isFree || status === "cancelled") return [];
  return whens.flatMap((when) => occupationsAt(when, userIds, resourceIds));
}

/**
 * Whom and what a session takes up; nobody while it is cancelled. Who is named on an event line is there
 * at the line's times and not at the session's.
 * @param lines empty without advanced scheduling
 */
export function occupationsOfSession(session: SessionSeats, lines: readonly EventLine[]): readonly Occupation[] {
  if (session.status === "cancelled") return [];
  const visible = lines.filter(({ isVisible }) => isVisible);
  const named = new Set(visible.map(({ userId }) => userId));
  const seated = seatsOf(session).filter((userId) => !named.has(userId));
  return [
    ...occupationsAt(session.when, seated, session.resourceIds),
    ...visible.flatMap(({ when, userId, resourceId }) =>
      occupationsAt(when, userId === undefined ? [] : [userId], resourceId === undefined ? [] : [resourceId]),
    ),
  ];
}

/** Who photographs and who assists. */
export function seatsOf({
  photographerId,
  assistantId,
}: Pick<SessionFields, "photographerId" | "assistantId">): readonly UserId[] {
  return [...new Set([photographerId, assistantId].filter((id) => id !== undefined))];
}

/** What is taken up that was not before: only that is looked at when something is changed (S2). */
export function newOccupations(before: readonly Occupation[], after: readonly Occupation[]): readonly Occupation[] {
  const known = new Set(before.map(keyOf));
  return after.filter((occupation) => !known.has(keyOf(occupation)));
}

function keyOf(occupation: Occupation): string {
  const owner = occupation.kind === "user" ? occupation.userId : occupation.resourceId;
  return [occupation.kind, owner, occupation.when.start, occupation.when.end].join(" ");
}

function occupationsAt(when: When, userIds: readonly UserId[], resourceIds: readonly number[]): readonly Occupation[] {
  return [
    ...userIds.map((userId) => ({ kind: "user", userId, when }) as const),
    ...resourceIds.map((resourceId) => ({ kind: "resource", resourceId, when }) as const),
  ];
}
