import { landmarkAppointments, linkedAppointments, unlinkedAppointments } from "./sample-appointments.js";
import type { PlannedAppointment } from "./sample-appointments.js";
import type { SampleRandom } from "./sample-random.js";
import { sampleRepeats } from "./sample-repeats.js";
import type { PlannedRepeat } from "./sample-repeats.js";
import { sampleSessions } from "./sample-sessions.js";
import type { PlannedSession, SampleWorld } from "./sample-sessions.js";

/** A whole schedule to be made. */
export interface PlannedSchedule {
  readonly sessions: readonly PlannedSession[];
  readonly appointments: readonly PlannedAppointment[];
  readonly repeats: readonly PlannedRepeat[];
}

/**
 * Plans exactly so many appointments and sessions; each occurrence of a repeat counts, event
 * lines do not. The same world, number and chance give the same schedule.
 */
export function planSchedule(entries: number, world: SampleWorld, random: SampleRandom): PlannedSchedule {
  const landmarks = landmarkAppointments(world).slice(0, entries);
  const left = entries - landmarks.length;
  const inRepeats = Math.round(left * 0.09);
  const inSessions = Math.round(left * 0.45);
  const linkedCount = Math.round(left * 0.18);
  // What is fixed comes first, sessions find their times around everything else.
  const repeats = sampleRepeats(inRepeats, world, random.part("repeats"));
  const unlinkedCount = left - inRepeats - inSessions - linkedCount;
  const unlinked = unlinkedAppointments(unlinkedCount, world, random.part("unlinked"));
  const linked = linkedAppointments(linkedCount, world, random.part("linked"));
  const sessions = sampleSessions(inSessions, world, random.part("sessions"));
  return { sessions, repeats, appointments: [...landmarks, ...linked, ...unlinked] };
}
