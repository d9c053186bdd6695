import { timed } from "../../support/google-events.js";
import { anAppointment, aSession } from "../../support/studio.js";
import type { MadeRecord } from "../../support/studio.js";
import type { BenchPerson, SyncBench } from "../../support/sync-bench.js";
import { synced } from "./scene.js";
import type { Scene } from "./scene.js";

const days = ["2026-04-01", "2026-04-02", "2026-04-03"] as const;
const both = { populateGoogle: true, populateStudio: true, sendAppointments: true };

/** Populate both ways, two-way with everything at once, a first run in pieces, and a larger deletion somebody approved. */
export const calendarScenes: readonly Scene[] = [
  {
    title: "W4: Populate both ways",
    async prepare(bench) {
      const anna = await bench.person(both);
      await fillCalendar(bench, anna);
      // The same on both sides already: a pair, not two (W5).
      await anAppointment(bench.studio, {
        users: [anna.id],
        description: "Known to both",
        start: "2026-04-07T10:00:00",
        end: "2026-04-07T11:00:00",
      });
      anna.google.create(timed("Known to both", "2026-04-07", "10:00", "11:00"));
      return synced(anna);
    },
  },
  {
    title: "C5, C12, C13, C15: edits, creations and deletions on both sides",
    async prepare(bench) {
      const anna = await bench.person(both);
      const made = await fillCalendar(bench, anna);
      await bench.run(anna);
      const [first, second, third] = made;
      const at = (title: string): string => anna.google.list().find(({ summary }) => summary === title)?.id ?? "";
      if (first) await bench.edit("appointments", first.id, { location: "Studio 2", description: "Renamed here" });
      anna.google.patch(at("Call 1"), { summary: "Renamed there" });
      if (third) await bench.edit("appointments", third.id, { deleted_at: bench.clock.now().toISOString() });
      anna.google.delete(at("Dinner 1"));
      anna.google.patch(at("Clara Client - Portrait"), {
        start: { dateTime: "2026-04-09T15:00:00" },
        end: { dateTime: "2026-04-09T16:00:00" },
      });
      // One field here, another there: a change with two halves.
      if (second) await bench.edit("appointments", second.id, { location: "Beach" });
      await anAppointment(bench.studio, {
        users: [anna.id],
        description: "New here",
        start: "2026-04-08T10:00:00",
        end: "2026-04-08T10:30:00",
      });
      anna.google.create(timed("New there", "2026-04-08", "12:00", "13:00"));
      return synced(anna);
    },
  },
  {
    title: "C23: one way",
    async prepare(bench) {
      const anna = await bench.person({ populateGoogle: true });
      const [first, second] = await fillCalendar(bench, anna);
      await bench.run(anna);
      const [event] = anna.google.list().filter(({ summary }) => summary === "Call 0");
      if (event) anna.google.patch(event.id, { location: "Edited there" });
      if (first) await bench.edit("appointments", first.id, { description: "Renamed here" });
      if (second) await bench.edit("appointments", second.id, { deleted_at: bench.clock.now().toISOString() });
      return synced(anna);
    },
  },
  {
    title: "G1, G8: a larger deletion that was approved",
    async prepare(bench) {
      const anna = await bench.person(both);
      for (let index = 0; index < 14; index += 1) {
        const day = `2026-05-${String(index + 1).padStart(2, "0")}`;
        await anAppointment(bench.studio, {
          users: [anna.id],
          description: `Call ${index}`,
          start: `${day}T10:00:00`,
          end: `${day}T11:00:00`,
        });
      }
      await bench.run(anna);
      for (const { id } of anna.google.list().slice(0, 12)) anna.google.delete(id);
      await bench.run(anna);
      await bench.answer("apply");
      return synced(anna);
    },
  },
];

/** Three appointments, three events and a session. */
export async function fillCalendar(bench: SyncBench, anna: BenchPerson): Promise<readonly MadeRecord[]> {
  const made: MadeRecord[] = [];
  for (const [index, day] of days.entries()) {
    const times = { start: `${day}T10:00:00`, end: `${day}T11:00:00` };
    made.push(await anAppointment(bench.studio, { users: [anna.id], description: `Call ${index}`, ...times }));
    anna.google.create(timed(`Dinner ${index}`, day, "18:00", "20:00"));
  }
  await aSession(bench.studio, {
    photographer: anna.id,
    description: "Portrait",
    start: "2026-04-05T10:00:00",
    end: "2026-04-05T12:00:00",
  });
  return made;
}
