import { storedValues } from "./stored-values.js";
import { aRepeat } from "./studio-builders.js";
import { anAppointment } from "./studio.js";
import type { MadeRecord } from "./studio.js";
import type { BenchPerson, SyncBench } from "./sync-bench.js";

/** An appointment that has travelled to Google. */
export interface InStep extends MadeRecord {
  readonly eventId: string;
}

export interface ManyOptions {
  /** The first of them are over by now. */
  readonly past?: number;
  /** All of them are occurrences of one repeat. */
  readonly isRepeat?: boolean;
}

/** So many appointments of a user, one an hour from 1 April on, in step on both sides. */
export async function manyInStep(
  bench: SyncBench,
  person: BenchPerson,
  count: number,
  { past = 0, isRepeat = false }: ManyOptions = {},
): Promise<readonly InStep[]> {
  const repeatId = isRepeat ? await aRepeat(bench.studio) : undefined;
  const made: MadeRecord[] = [];
  for (let index = 0; index < count; index += 1) {
    const month = index < past ? "01" : "04";
    const day = String(Math.floor(index / 20) + 1).padStart(2, "0");
    const time = `2026-${month}-${day}T${String(index % 20).padStart(2, "0")}`;
    made.push(
      await anAppointment(bench.studio, {
        users: [person.id],
        description: `No ${index}`,
        start: `${time}:00:00`,
        end: `${time}:30:00`,
        ...(repeatId === undefined ? {} : { repeatId }),
      }),
    );
  }
  await bench.run(person);
  const byTitle = new Map(person.google.list().map((event) => [event["summary"], event.id]));
  return made.map((record, index) => ({ ...record, eventId: byTitle.get(`No ${index}`) ?? "" }));
}

/** Somebody deletes them in the studio. */
export async function deleteInStudio(bench: SyncBench, appointments: readonly InStep[]): Promise<void> {
  for (const { id } of appointments)
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
}

/** Somebody deletes them in Google. */
export function deleteInGoogle({ google }: BenchPerson, appointments: readonly InStep[]): void {
  for (const { eventId } of appointments) google.delete(eventId);
}

/** Somebody moves them in the studio, an hour later on the same day, as another zone would have it. */
export async function moveInStudio(bench: SyncBench, appointments: readonly InStep[]): Promise<void> {
  for (const { id } of appointments) {
    const row: Readonly<Record<string, unknown>> = await bench.studio.connection
      .query()("appointments")
      .where({ id })
      .first("starts_at", "ends_at");
    const { starts_at, ends_at } = storedValues(row);
    await bench.edit("appointments", id, { starts_at: hourLater(starts_at), ends_at: hourLater(ends_at) });
  }
}

/** The same time an hour later, on the same day. */
export function hourLater(time: unknown): string {
  if (typeof time !== "string") throw new TypeError("There is no time");
  const hour = Number(time.slice(11, 13)) + 1;
  return `${time.slice(0, 11)}${String(hour).padStart(2, "0")}:${time.slice(14, 16)}:00`;
}
