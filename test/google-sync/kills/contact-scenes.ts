import { aPerson } from "../../support/a-person.js";
import { aClient, aClientGroup, joinGroup, leaveGroup } from "../../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../../support/studio.js";
import type { BenchPerson, SyncBench } from "../../support/sync-bench.js";
import { synced } from "./scene.js";
import type { Scene } from "./scene.js";

const bothWays = { sendContacts: true, populateStudio: true, populateContacts: "all" } as const;
const photoUrl = "https://photos.example.test/p.jpg";

/** Contacts made in a batch, populated both ways, and changed in every way on both sides, two-way and one way. */
export const contactScenes: readonly Scene[] = [
  {
    title: "K1, K6, K10: clients pushed, one way",
    async prepare(bench) {
      const anna = await bench.person();
      const { group } = await fillContacts(bench, anna);
      bench.setUp(anna, { clientGroupId: group.id });
      return synced(anna);
    },
  },
  {
    title: "K2, K6, K10: contacts populated both ways",
    async prepare(bench) {
      const anna = await bench.person();
      const { group } = await fillContacts(bench, anna);
      bench.setUp(anna, { clientGroupId: group.id, ...bothWays });
      return synced(anna);
    },
  },
  {
    title: "K3, K4, K8, C15: contacts changed, made and deleted on both sides",
    async prepare(bench) {
      const { anna, group, clients } = await inStep(bench);
      await changeContacts(bench, anna, group, clients);
      return synced(anna);
    },
  },
  {
    title: "K9: contacts changed on both sides, one way",
    async prepare(bench) {
      const { anna, group, clients } = await inStep(bench);
      bench.setUp(anna, { sendContacts: false });
      await bench.run(anna);
      await changeContacts(bench, anna, group, clients);
      return synced(anna);
    },
  },
];

/** Five clients in a group and four contacts: one of them the same person, one perhaps, one with a picture. */
export async function fillContacts(
  bench: SyncBench,
  { contacts }: BenchPerson,
): Promise<{ readonly group: MadeClientGroup; readonly clients: readonly MadeClient[] }> {
  const clients: MadeClient[] = [];
  for (const [index, firstName] of ["Abel", "Bea", "Carl", "Dora", "Emil"].entries()) {
    clients.push(
      await aClient(bench.studio, {
        firstName,
        lastName: "Client",
        email: `${firstName.toLowerCase()}@example.test`,
        phones: [`555 010${index}`],
      }),
    );
  }
  const group = await aClientGroup(bench.studio, { name: "Weddings", clients });
  contacts.create(aPerson({ firstName: "Abel", lastName: "Client", email: "abel@example.test", company: "Acme" }));
  contacts.create(aPerson({ firstName: "Bea", lastName: "Client", email: "another@example.test" }));
  contacts.create(aPerson({ firstName: "Rosa", lastName: "Ray", email: "rosa@example.test", phone: "555 0144" }));
  const person = aPerson({ firstName: "Sven", lastName: "Sun", phone: "555 0155" });
  contacts.load([{ person, labels: ["Choir"], photoUrl, place: "the scene" }]);
  return { group, clients };
}

async function inStep(bench: SyncBench) {
  const anna = await bench.person();
  const { group, clients } = await fillContacts(bench, anna);
  bench.setUp(anna, { clientGroupId: group.id, ...bothWays });
  await bench.run(anna);
  await bench.answer("create-new");
  bench.clock.advance({ minutes: 10 });
  await bench.run(anna);
  return { anna, group, clients };
}

/** Everything that may happen to clients and contacts between two runs. */
async function changeContacts(
  bench: SyncBench,
  { contacts }: BenchPerson,
  group: MadeClientGroup,
  [abel, bea, carl, dora, emil]: readonly MadeClient[],
): Promise<void> {
  const named = (email: string): string =>
    contacts.list().find((contact) => JSON.stringify(contact).includes(email))?.resourceName ?? "";
  if (abel) await bench.edit("clients", abel.id, { company: "Baker", email: "new@example.test" });
  // Its email is changed here, its company and phones there: a change with two halves.
  contacts.change(named("abel@example.test"), {
    organizations: [{ name: "Cook" }],
    phoneNumbers: [{ value: "555 0199", type: "home" }],
  });
  if (bea) await bench.edit("clients", bea.id, { deleted_at: bench.clock.now().toISOString() });
  if (carl) await leaveGroup(bench.studio, group, carl);
  contacts.delete(named("dora@example.test"));
  if (dora) await bench.edit("clients", dora.id, { main_city: "Springfield" });
  contacts.rename(named("emil@example.test"));
  if (emil) await bench.studio.connection.query()("client_phones").where({ client_id: emil.id }).delete();
  contacts.unlabel(named("rosa@example.test"), group.name);
  contacts.change(named("Sven"), { names: [{ givenName: "Sven", familyName: "Moon" }] });
  contacts.create(aPerson({ firstName: "Tara", lastName: "Tree", email: "tara@example.test" }));
  await joinGroup(
    bench.studio,
    group,
    await aClient(bench.studio, { firstName: "Frida", lastName: "Client", phones: ["555 0177"] }),
  );
}
