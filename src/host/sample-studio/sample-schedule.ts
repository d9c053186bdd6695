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
  const linked = Math.round(left * 0.18);
  return {
    sessions: sampleSessions(inSessions, world, random.part("sessions")),
    repeats: sampleRepeats(inRepeats, world, random.part("repeats")),
    appointments: [
      ...landmarks,
      ...linkedAppointments(linked, world, random.part("linked")),
      ...unlinkedAppointments(left - inRepeats - inSessions - linked, world, random.part("unlinked")),
    ],
  };
}
