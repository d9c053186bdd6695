import type { UserId } from "../../api/index.js";
import { addMinutes, dayOf } from "../../base/wall-time.js";
import type { EventLine, SessionFields } from "../studio-data/index.js";
import type { SampleDays } from "./sample-days.js";
import { findTime } from "./sample-diary.js";
import type { SampleDiary, Taken } from "./sample-diary.js";
import type { SampleStaff } from "./sample-people.js";
import type { SampleRandom } from "./sample-random.js";
import { sampleSessionTypes } from "./sample-session-types.js";
import type { SampleLine, SampleSessionType } from "./sample-session-types.js";
import { timed } from "./sample-when.js";

/** Everything a schedule is made of. */
export interface SampleWorld {
  readonly staff: SampleStaff;
  readonly cameraRoom: number;
  readonly viewingRoom: number;
  /** At least one. */
  readonly clientIds: readonly number[];
  readonly days: SampleDays;
  readonly diary: SampleDiary;
}

/** A session to be made. */
export interface PlannedSession {
  readonly fields: SessionFields;
  /** Lines beside the primary one; undefined without advanced scheduling. */
  readonly lines: readonly EventLine[] | undefined;
  readonly isDeleted: boolean;
}

/** Sessions of all types, most of them free of overlaps. */
export function sampleSessions(count: number, world: SampleWorld, random: SampleRandom): readonly PlannedSession[] {
  return Array.from({ length: count }, () => sampleSession(world, random));
}

function sampleSession(world: SampleWorld, random: SampleRandom): PlannedSession {
  const { staff, days } = world;
  const type = random.pickWeighted(sampleSessionTypes);
  const [photographerId, secondId] = random.percent(55) ? staff.photographers : staff.photographers.toReversed();
  const crew: Crew = {
    photographerId,
    secondId,
    assistantId: random.percent(type.percentWithAssistant) ? staff.assistant : undefined,
  };
  const location = random.pick(type.locations);
  const resourceIds = location === "" ? [world.cameraRoom] : [];
  const when = whenOf(type, crew, resourceIds, world, random);
  const isPast = dayOf(when.start) < days.today;
  const isCancelled = random.percent(4);
  const isAdvanced = random.percent(type.percentAdvanced);
  const fields: SessionFields = {
    clientId: random.pick(world.clientIds),
    sessionType: type.name,
    description: random.pick(type.descriptions),
    when,
    location,
    notes: random.percent(30) ? random.pick(sessionNotes) : "",
    status: isCancelled ? "cancelled" : isPast && random.percent(95) ? "completed" : "scheduled",
    isConfirmed: isPast || random.percent(60),
    photographerId,
    // Both photographers share a session now and then: it is one event in each one's calendar (C1).
    assistantId: crew.assistantId ?? (random.percent(6) ? secondId : undefined),
    bookedBy: random.pickWeighted([
      [staff.owner, 50],
      [staff.assistant, 30],
      [photographerId, 20],
    ]),
    resourceIds,
  };
  const lines = isAdvanced ? type.lines.map((line) => lineOf(line, fields, crew, world)) : undefined;
  return { fields, lines, isDeleted: random.percent(1.5) };
}

interface Crew {
  readonly photographerId: UserId | undefined;
  readonly secondId: UserId | undefined;
  readonly assistantId: UserId | undefined;
}

function whenOf(
  type: SampleSessionType,
  crew: Crew,
  roomIds: readonly number[],
  { days, diary }: SampleWorld,
  random: SampleRandom,
): SessionFields["when"] {
  const people = [crew.photographerId, crew.assistantId].filter((id) => id !== undefined);
  const taken: Taken[] = [...people.map((id) => `user ${id}` as const), ...roomIds.map((id) => `room ${id}` as const)];
  const minutes = random.pick(type.minutes);
  const [earliest, latest] = type.begins;
  const propose = (): SessionFields["when"] =>
    timed(days.pick(random, type.week), earliest + 15 * random.integer(0, (latest - earliest) / 15), minutes);
  // Now and then nobody looked into the diary before booking.
  return findTime(diary, taken, propose, random.percent(3) ? 1 : 12);
}

function lineOf(line: SampleLine, session: SessionFields, crew: Crew, { staff, cameraRoom }: SampleWorld): EventLine {
  const start = addMinutes(session.when.start, line.after);
  const doers: Readonly<Record<SampleLine["who"], UserId | undefined>> = {
    photographer: crew.photographerId,
    "second photographer": crew.secondId,
    assistant: staff.assistant,
    room: undefined,
  };
  return {
    id: undefined,
    description: line.description,
    when: { start, end: addMinutes(start, line.minutes), isAllDay: false },
    userId: doers[line.who],
    resourceId: line.who === "room" ? cameraRoom : undefined,
    isVisible: line.isVisible,
  };
}

const sessionNotes = [
  "Deposit paid.",
  "Bring the white backdrop and the big reflector.",
  "Parking behind the building.\nRing twice.",
  "Client asks for no social media.",
  "Late arrival likely: coming from work.",
  "Обязательно снять бабушку отдельно.",
] as const;
