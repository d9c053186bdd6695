import { aClient, aClientGroup } from "../../support/studio.js";
import type { MadeClient } from "../../support/studio.js";
import { fillCalendar } from "./calendar-scenes.js";
import { fillContacts } from "./contact-scenes.js";
import { synced, undone } from "./scene.js";
import type { Scene } from "./scene.js";

const everything = {
  populateGoogle: true,
  populateStudio: true,
  populateContacts: "all",
  sendAppointments: true,
  sendContacts: true,
} as const;

/** Calendar and contacts in one run, and runs taken back. */
export const undoScenes: readonly Scene[] = [
  {
    title: "W4, K2: calendar and contacts populated in one run",
    async prepare(bench) {
      const anna = await bench.person();
      await fillCalendar(bench, anna);
      const { group } = await fillContacts(bench, anna);
      bench.setUp(anna, { ...everything, clientGroupId: group.id });
      return synced(anna);
    },
  },
  {
    title: "R2: Populate of calendar and contacts taken back",
    async prepare(bench) {
      const anna = await bench.person();
      await fillCalendar(bench, anna);
      const { group } = await fillContacts(bench, anna);
      bench.setUp(anna, { ...everything, clientGroupId: group.id });
      const { runId } = await bench.run(anna);
      return undone(anna, runId);
    },
  },
  {
    title: "R2: changes of calendar and contacts taken back",
    async prepare(bench) {
      const anna = await bench.person();
      const [first, second] = await fillCalendar(bench, anna);
      const { group, clients } = await fillContacts(bench, anna);
      bench.setUp(anna, { ...everything, clientGroupId: group.id });
      await bench.run(anna);
      if (first) await bench.edit("appointments", first.id, { location: "Studio 2" });
      if (second) await bench.edit("appointments", second.id, { deleted_at: bench.clock.now().toISOString() });
      const at = (title: string): string => anna.google.list().find(({ summary }) => summary === title)?.id ?? "";
      anna.google.patch(at("Dinner 1"), { summary: "Supper" });
      anna.google.delete(at("Dinner 2"));
      const [, , carl, dora] = clients;
      if (carl) await bench.edit("clients", carl.id, { email: "new@example.test" });
      if (dora) await bench.edit("clients", dora.id, { main_city: "Springfield" });
      for (const { resourceName } of anna.contacts.list().slice(0, 2))
        anna.contacts.change(resourceName, { organizations: [{ name: "Cook" }] });
      const { runId } = await bench.run(anna);
      return undone(anna, runId);
    },
  },
  {
    title: "R2: more contacts taken back than a run may delete",
    async prepare(bench) {
      const clients: MadeClient[] = [];
      for (let index = 0; index < 14; index += 1)
        clients.push(await aClient(bench.studio, { firstName: `No ${index}`, phones: [`555 01${index + 10}`] }));
      const group = await aClientGroup(bench.studio, { name: "Weddings", clients });
      const anna = await bench.person({ clientGroupId: group.id, sendContacts: true });
      const { runId } = await bench.run(anna);
      return undone(anna, runId);
    },
  },
];
