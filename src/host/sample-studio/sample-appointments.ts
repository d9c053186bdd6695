import type { UserId, When } from "../../api/index.js";
import { addDays, dayOf } from "../../base/wall-time.js";
import type { AppointmentFields } from "../studio-data/index.js";
import { linkedTypes, unlinkedTypes } from "./sample-appointment-types.js";
import type { SampleAppointmentType } from "./sample-appointment-types.js";
import { findTime } from "./sample-diary.js";
import type { SampleRandom } from "./sample-random.js";
import type { SampleWorld } from "./sample-sessions.js";
import { allDay, timed } from "./sample-when.js";

/** An appointment to be made. */
export interface PlannedAppointment {
  readonly fields: AppointmentFields;
  readonly isDeleted: boolean;
}

/** What an appointment is like when nothing is said of it. */
export const plainAppointment = {
  location: "",
  notes: "",
  status: "scheduled",
  clientId: undefined,
  privateOwner: undefined,
  isFree: false,
  resourceIds: [],
} as const;

/** Appointments with clients. */
export function linkedAppointments(
  count: number,
  world: SampleWorld,
  random: SampleRandom,
): readonly PlannedAppointment[] {
  return Array.from({ length: count }, () => {
    const { fields, isDeleted } = single(random.pickWeighted(linkedTypes), world, random);
    return { fields: { ...fields, clientId: random.pick(world.clientIds) }, isDeleted };
  });
}

/** Appointments of the studio's own. */
export function unlinkedAppointments(
  count: number,
  world: SampleWorld,
  random: SampleRandom,
): readonly PlannedAppointment[] {
  return Array.from({ length: count }, () => single(random.pickWeighted(unlinkedTypes), world, random));
}

/**
 * Things known on both sides: people tend to have them in their own calendars too, word
 * for word, or something else at that time. They hang on the week of today only.
 */
export function landmarkAppointments({ staff, days, diary }: SampleWorld): readonly PlannedAppointment[] {
  const [mateo, grace] = staff.photographers;
  const landmarks: readonly Pick<AppointmentFields, "description" | "when" | "userIds">[] = [
    { description: "Dentist", when: timed(addDays(days.monday(1), 1), 510, 45), userIds: [mateo] },
    { description: "Staff training", when: timed(addDays(days.monday(1), 2), 780, 120), userIds: staff.everyone },
    { description: "Photo fair", when: allDay(addDays(days.monday(3), 3), 3), userIds: [staff.owner, grace] },
  ];
  return landmarks.map((landmark) => {
    diary.book(
      landmark.userIds.map((id) => `user ${id}` as const),
      landmark.when,
    );
    return { fields: { ...plainAppointment, ...landmark, bookedBy: staff.owner }, isDeleted: false };
  });
}

function single(type: SampleAppointmentType, world: SampleWorld, random: SampleRandom): PlannedAppointment {
  const { staff, viewingRoom } = world;
  const userIds = usersOf(type, world, random);
  const resourceIds = type.usesViewingRoom ? [viewingRoom] : [];
  const when = whenOf(type, userIds, resourceIds, world, random);
  const isCancelled = random.percent(5);
  const isConfirmed = dayOf(when.start) < world.days.today || random.percent(40);
  return {
    fields: {
      ...plainAppointment,
      description: random.pick(type.descriptions),
      when,
      location: random.pick(type.locations),
      notes: random.percent(15) ? random.pick(appointmentNotes) : "",
      status: isCancelled ? "cancelled" : isConfirmed ? "confirmed" : "scheduled",
      bookedBy: random.percent(60) ? userIds[0] : staff.owner,
      privateOwner: type.isPrivate ? userIds[0] : undefined,
      isFree: type.isFree,
      userIds,
      resourceIds,
    },
    isDeleted: random.percent(2),
  };
}

function usersOf({ who }: SampleAppointmentType, { staff }: SampleWorld, random: SampleRandom): readonly UserId[] {
  if (who === "everyone") return staff.everyone;
  return random.some(staff.everyone, who === "two" ? 2 : 1);
}

function whenOf(
  type: SampleAppointmentType,
  userIds: readonly UserId[],
  roomIds: readonly number[],
  { days, diary }: SampleWorld,
  random: SampleRandom,
): When {
  const { length, week } = type;
  const taken = [...userIds.map((id) => `user ${id}` as const), ...roomIds.map((id) => `room ${id}` as const)];
  if ("days" in length) {
    // Whole days go into the calendar whatever else is on that day.
    const when = allDay(days.pick(random, week), random.pick(length.days));
    if (!type.isFree) diary.book(taken, when);
    return when;
  }
  const [earliest, latest] = type.begins;
  const minutes = random.pick(length.minutes);
  const propose = (): When =>
    timed(days.pick(random, week), earliest + 15 * random.integer(0, (latest - earliest) / 15), minutes);
  if (type.isFree) return propose();
  return findTime(diary, taken, propose, random.percent(5) ? 1 : 10);
}

const appointmentNotes = [
  "Bring the receipts.",
  "Second floor, left door.\nCode at the desk.",
  "If it rains: the week after.",
  'Price list <2026> & "old" one to compare – see e-mail',
] as const;
