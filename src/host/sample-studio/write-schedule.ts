import type { Transaction } from "../../api/index.js";
import { AppointmentStore, SessionStore } from "../studio-data/index.js";
import type { StudioConnection } from "../studio-data/index.js";
import type { PlannedAppointment } from "./sample-appointments.js";
import type { PlannedSchedule } from "./sample-schedule.js";
import type { PlannedSession } from "./sample-sessions.js";

/** How many of each were written. */
export interface WrittenSchedule {
  readonly appointments: number;
  readonly sessions: number;
  readonly eventLines: number;
  readonly repeats: number;
}

/** Writes a planned schedule, most of it many rows at a time. */
export async function writeSchedule(
  connection: StudioConnection,
  { appointments, repeats, sessions }: PlannedSchedule,
  transaction: Transaction,
): Promise<WrittenSchedule> {
  const store = new AppointmentStore(connection);
  await writeAppointments(store, appointments, transaction);
  for (const { rule, occurrences } of repeats) await store.createRepeat(rule, occurrences, transaction);
  const eventLines = await writeSessions(new SessionStore(connection), sessions, transaction);
  const inRepeats = repeats.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  return {
    appointments: appointments.length + inRepeats,
    sessions: sessions.length,
    eventLines,
    repeats: repeats.length,
  };
}

async function writeAppointments(
  store: AppointmentStore,
  planned: readonly PlannedAppointment[],
  transaction: Transaction,
): Promise<void> {
  const ids = await store.createMany(
    planned.map(({ fields }) => fields),
    transaction,
  );
  for (const [index, id] of ids.entries()) {
    if (planned[index]?.isDeleted !== true) continue;
    const made = await store.findById(id, transaction);
    if (made !== undefined) await store.remove(id, made.version, transaction);
  }
}

/** The number of event lines, primary ones too. */
async function writeSessions(
  store: SessionStore,
  planned: readonly PlannedSession[],
  transaction: Transaction,
): Promise<number> {
  const ids = await store.createMany(
    planned.map(({ fields }) => fields),
    transaction,
  );
  let eventLines = 0;
  for (const [index, id] of ids.entries()) {
    const { lines, isDeleted } = planned[index] ?? {};
    if (lines === undefined && isDeleted !== true) continue;
    let session = await store.findById(id, transaction);
    if (session !== undefined && lines !== undefined) {
      const { version } = await store.setAdvancedScheduling(id, session.version, true, transaction);
      session = await store.saveLines(id, version, lines, transaction);
      eventLines += session.lines.length;
    }
    if (session !== undefined && isDeleted === true) await store.remove(id, session.version, transaction);
  }
  return eventLines;
}
