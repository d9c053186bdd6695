import type { UserId } from "../../api/index.js";
import { addDays, addMonths } from "../../base/wall-time.js";
import type { Day } from "../../base/wall-time.js";
import type { AppointmentFields } from "../studio-data/index.js";
import { usualRepeats } from "./sample-appointment-types.js";
import type { SampleRepeat } from "./sample-appointment-types.js";
import { plainAppointment } from "./sample-appointments.js";
import type { SampleRandom } from "./sample-random.js";
import type { SampleWorld } from "./sample-sessions.js";
import { timed } from "./sample-when.js";

/** A repeat to be made: its occurrences, each an appointment (C18). */
export interface PlannedRepeat {
  readonly rule: string;
  readonly occurrences: readonly AppointmentFields[];
}

/** Repeats with so many occurrences in all: the usual ones first, then courses. */
export function sampleRepeats(count: number, world: SampleWorld, random: SampleRandom): readonly PlannedRepeat[] {
  const repeats: PlannedRepeat[] = [];
  let left = count;
  for (let index = 0; left > 0; index += 1) {
    const repeat = usualRepeats[index] ?? course(world, random);
    const planned = planRepeat({ ...repeat, count: Math.min(repeat.count, left) }, world);
    repeats.push(planned);
    left -= planned.occurrences.length;
  }
  return repeats;
}

function course({ days }: SampleWorld, random: SampleRandom): SampleRepeat {
  const weeksBack = Math.floor((Date.parse(days.today) - Date.parse(days.first)) / (7 * 86_400_000)) - 1;
  return {
    description: random.pick(["Retouching course", "Toddler group pictures", "Choir rehearsal pictures", "Mentoring"]),
    frequency: "WEEKLY",
    interval: 1,
    fromWeek: random.integer(-weeksBack, 14),
    weekday: random.integer(0, 5),
    begin: 15 * random.integer(36, 76),
    minutes: random.pick([45, 60, 90]),
    count: random.integer(4, 10),
    who: random.pick(["owner", "assistant", "photographers"]),
  };
}

function planRepeat(repeat: SampleRepeat, { staff, days, diary }: SampleWorld): PlannedRepeat {
  const { description, frequency, interval, begin, minutes, count } = repeat;
  const first = addDays(days.monday(repeat.fromWeek), repeat.weekday);
  const users: Readonly<Record<SampleRepeat["who"], readonly UserId[]>> = {
    everyone: staff.everyone,
    owner: [staff.owner],
    assistant: [staff.assistant],
    photographers: staff.photographers,
  };
  const occurrences = Array.from({ length: count }, (_none, index): AppointmentFields => {
    // Occurrences live on their own: the third begins later than the others, the sixth is cancelled.
    const isLater = index === 2;
    const when = timed(dayOfOccurrence(first, repeat, index), isLater ? begin + 30 : begin, minutes);
    const status = index === 5 ? "cancelled" : "scheduled";
    const userIds = users[repeat.who];
    diary.book(
      userIds.map((id) => `user ${id}` as const),
      when,
    );
    return { ...plainAppointment, description, when, status, bookedBy: staff.owner, userIds };
  });
  return { rule: `FREQ=${frequency};INTERVAL=${interval};COUNT=${count}`, occurrences };
}

function dayOfOccurrence(first: Day, { frequency, interval }: SampleRepeat, index: number): Day {
  if (frequency === "MONTHLY") return addMonths(first, index * interval);
  return addDays(first, index * interval * (frequency === "WEEKLY" ? 7 : 1));
}
