import type {
  AppointmentRecord,
  AppointmentValues,
  EventLine,
  LineValues,
  SessionRecord,
  SessionValues,
  TypedWhen,
} from "../../api/booking-payloads.js";
import { putUpon } from "../../common/put-upon.js";

/** When something is, as it is typed: days and times apart, the last day of an all-day entry included (C21). */
export interface WhenInput {
  readonly startDay: string;
  readonly startTime: string;
  readonly endDay: string;
  readonly endTime: string;
  readonly isAllDay: boolean;
}

const dayLength = 86_400_000;

export function whenInputOf({ start, end, isAllDay }: TypedWhen): WhenInput {
  const last = isAllDay ? shifted(end, -dayLength) : end;
  return {
    startDay: start.slice(0, 10),
    startTime: isAllDay ? "09:00" : start.slice(11, 16),
    endDay: last.slice(0, 10),
    endTime: isAllDay ? "10:00" : end.slice(11, 16),
    isAllDay,
  };
}

/** Undefined while a day or a time is not typed whole. */
export function whenOf({ startDay, startTime, endDay, endTime, isAllDay }: WhenInput): TypedWhen | undefined {
  const texts = isAllDay ? [startDay, endDay] : [startDay, startTime, endDay, endTime];
  if (texts.includes("")) return undefined;
  if (isAllDay) {
    return { start: `${startDay}T00:00:00`, end: shifted(`${endDay}T00:00:00`, dayLength), isAllDay };
  }
  return { start: `${startDay}T${startTime}:00`, end: `${endDay}T${endTime}:00`, isAllDay };
}

/** What is typed, with another start: it stays as long as it was. */
export function withStart(input: WhenInput, change: Partial<Pick<WhenInput, "startDay" | "startTime">>): WhenInput {
  const before = `${input.startDay}T${input.startTime}:00`;
  const moved = { ...input, ...change };
  const after = `${moved.startDay}T${moved.startTime}:00`;
  const by = time(after) - time(before);
  if (Number.isNaN(by)) return moved;
  const end = shifted(`${input.endDay}T${input.endTime}:00`, by);
  return { ...moved, endDay: end.slice(0, 10), endTime: end.slice(11, 16) };
}

/** A new appointment at this time, for these people. */
export function newAppointment(when: TypedWhen, userIds: readonly number[]): AppointmentValues {
  return {
    ...when,
    description: "",
    location: "",
    notes: "",
    status: "scheduled",
    clientId: null,
    isPrivate: false,
    isFree: false,
    userIds,
    resourceIds: [],
  };
}

/** A new session at this time. */
export function newSession(when: TypedWhen, photographerId: number): SessionValues {
  return {
    ...when,
    description: "",
    location: "",
    notes: "",
    status: "scheduled",
    clientId: null,
    sessionType: "",
    isConfirmed: false,
    photographerId,
    assistantId: null,
    resourceIds: [],
    hasAdvancedScheduling: false,
    lines: [],
  };
}

/** What of a record its form changes. */
export function appointmentValues(record: AppointmentRecord): AppointmentValues {
  const { start, end, isAllDay, description, location, notes, status, isPrivate, isFree, userIds, resourceIds } =
    record;
  const when = { start, end, isAllDay };
  const clientId = record.clientId ?? null;
  return { ...when, description, location, notes, status, clientId, isPrivate, isFree, userIds, resourceIds };
}

/** What of a record its form changes. */
export function sessionValues(record: SessionRecord): SessionValues {
  const { start, end, isAllDay, description, location, notes, status, sessionType, isConfirmed, resourceIds } = record;
  return {
    start,
    end,
    isAllDay,
    description,
    location,
    notes,
    status,
    sessionType,
    isConfirmed,
    resourceIds,
    clientId: record.clientId ?? null,
    photographerId: record.photographerId ?? null,
    assistantId: record.assistantId ?? null,
    hasAdvancedScheduling: record.hasAdvancedScheduling,
    lines: record.lines.map((line) => lineOf(line, { start, end, isAllDay })),
  };
}

/** A line with its values in one order, so that two that are the same look the same. */
export function lineValue({
  id,
  isPrimary,
  description,
  start,
  end,
  isAllDay,
  userId,
  resourceId,
  isVisible,
}: LineValues): LineValues {
  return { id, isPrimary, description, start, end, isAllDay, userId, resourceId, isVisible };
}

/** The primary line is at the session's own time. */
function lineOf({ userId, resourceId, ...line }: EventLine, session: TypedWhen): LineValues {
  const when = line.isPrimary ? session : line;
  return lineValue({ ...line, ...when, userId: userId ?? null, resourceId: resourceId ?? null });
}

/** What was changed here, put upon what somebody else has saved meanwhile (G9); when it is stays one value. */
export function bookedUpon<T extends TypedWhen>(opened: T, mine: T, saved: T): T {
  const isMoved = (["start", "end", "isAllDay"] as const).some((name) => mine[name] !== opened[name]);
  const { start, end, isAllDay } = isMoved ? mine : saved;
  return { ...putUpon(opened, mine, saved).values, start, end, isAllDay };
}

/** The next full hour, one hour long. @param now wall-clock, `YYYY-MM-DDTHH:MM:SS` */
export function nextHour(now: string): TypedWhen {
  const start = shifted(`${now.slice(0, 13)}:00:00`, 3_600_000);
  return { start, end: shifted(start, 3_600_000), isAllDay: false };
}

/** Wall-clock times have no zone: they are reckoned as if they were UTC. */
function time(wallTime: string): number {
  return new Date(`${wallTime}Z`).getTime();
}

function shifted(wallTime: string, by: number): string {
  return new Date(time(wallTime) + by).toISOString().slice(0, 19);
}
