import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { eventIdOf, marksOf } from "../../src/google-sync/calendar/index.js";
import { ConcernedUsers } from "../../src/google-sync/commands/concerned-users.js";
import { HeldCommand, HeldQuestion } from "../../src/google-sync/commands/index.js";
import type { QuestionKind } from "../../src/google-sync/engine/index.js";
import { HeldItems } from "../../src/google-sync/job/index.js";
import { answersOf } from "../../src/google-sync/questions/index.js";
import { readSyncSettings } from "../../src/google-sync/settings/index.js";
import { SyncFacts } from "../../src/google-sync/tab/sync-facts.js";
import { aPerson } from "../support/a-person.js";
import { timed } from "../support/google-events.js";
import { deleteInGoogle, deleteInStudio, hourLater, manyInStep, moveInStudio } from "../support/many-in-step.js";
import { aClient, aClientGroup, aSession, anAppointment, leaveGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const from10 = { start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };

describe("everything that is held", function () {
  this.timeout(30_000);
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clients: MadeClient[];

  beforeEach(async () => {
    bench = await SyncBench.open();
    const emails = { emailWarnings: true, emailAddress: "anna@example.test" };
    anna = await bench.person({ populateGoogle: true, sendAppointments: true, ...emails });
  });

  afterEach(() => bench.close());

  async function clientsInStep(count: number): Promise<void> {
    clients = [];
    for (let index = 0; index < count; index += 1)
      clients.push(await aClient(bench.studio, { lastName: `No ${index}`, email: `no${index}@example.test` }));
    group = await aClientGroup(bench.studio, { name: "Weddings", clients });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    await bench.run(anna);
  }

  const contacts = () => anna.contacts.list().map(({ resourceName }) => resourceName);

  /** What somebody does so that the next run asks a question of the kind, and no other. */
  const causes: Readonly<Record<QuestionKind, () => Promise<void>>> = {
    "deleted-in-google": async () => {
      await aSession(bench.studio, { photographer: anna.id, ...from10 });
      await bench.run(anna);
      anna.google.delete(anna.google.list()[0]?.id ?? "");
    },
    "differences-at-two-way": async () => {
      bench.setUp(anna, { sendAppointments: false });
      await anAppointment(bench.studio, { users: [anna.id], ...from10 });
      await bench.run(anna);
      anna.google.patch(anna.google.list()[0]?.id ?? "", { location: "Beach" });
      bench.clock.advance({ minutes: 5 });
      bench.setUp(anna, { sendAppointments: true });
    },
    "unknown-entry": async () => {
      await bench.run(anna);
      const { guid: studioGuid } = await bench.services().studio.facts();
      const unknown = { studioGuid, userGuid: anna.guid, entryId: "5f3c4a3e-8f4b-4b0e-9c55-0c1d2e3f4a5b" };
      const marks = { id: eventIdOf(unknown, anna.email, 0), extendedProperties: { private: marksOf(unknown) } };
      anna.google.create(timed("From the backup", "2026-04-02", "10:00", "11:00", marks));
    },
    "zone-changed": async () => {
      await bench.run(anna);
      bench.zone = zoneName("America/New_York");
    },
    "many-deletions-in-studio": async () => deleteInGoogle(anna, await manyInStep(bench, anna, 4)),
    "many-deletions-in-google": async () => deleteInStudio(bench, await manyInStep(bench, anna, 4)),
    "many-moves-in-studio": async () => {
      for (const { eventId } of await manyInStep(bench, anna, 10)) {
        // An event's start and end as Google's API shows them.
        const { start, end } = anna.google.get(eventId) as unknown as Record<"start" | "end", { dateTime: string }>;
        const later = { start: { dateTime: hourLater(start.dateTime) }, end: { dateTime: hourLater(end.dateTime) } };
        anna.google.patch(eventId, later);
      }
    },
    "many-moves-in-google": async () => moveInStudio(bench, await manyInStep(bench, anna, 10)),
    "many-leaving-in-studio": async () => {
      await clientsInStep(4);
      for (const client of clients) await leaveGroup(bench.studio, group, client);
    },
    "many-leaving-in-google": async () => {
      await clientsInStep(4);
      for (const name of contacts()) anna.contacts.delete(name);
    },
    "many-replacements-in-studio": async () => {
      await clientsInStep(22);
      for (const name of contacts().slice(0, 21))
        anna.contacts.change(name, { names: [{ givenName: "X", familyName: "Y" }] });
    },
    "many-replacements-in-google": async () => {
      await clientsInStep(22);
      for (const { id } of clients.slice(0, 21)) await bench.edit("clients", id, { email: "" });
    },
    "many-creations-in-studio": async () => {
      await clientsInStep(1);
      for (let index = 0; index < 51; index += 1)
        anna.contacts.create(aPerson({ firstName: "New", lastName: `Person ${index}` }));
    },
    "unclear-match": async () => {
      anna.contacts.create(aPerson({ firstName: "Paul", lastName: "Other", email: "no0@example.test" }));
      clients = [await aClient(bench.studio, { lastName: "No 0", email: "no0@example.test" })];
      group = await aClientGroup(bench.studio, { name: "Weddings", clients });
      bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    },
    "merged-in-google": async () => {
      await clientsInStep(2);
      const [first = "", second = ""] = contacts();
      anna.contacts.merge(first, second);
    },
  };

  /** "Waiting for an answer" on the Google tab (P2). */
  async function waitingOnTab(): Promise<string | undefined> {
    const { links, journal, questions, contactLinks, conflicts, studio, clock } = bench.services();
    const state = { isManaged: false, isEnabled: false, computerName: undefined, isComputerOn: false };
    const jobs = { stateOf: () => Promise.resolve({ ...state, nextRunAt: undefined }) };
    const facts = new SyncFacts(links, journal, questions, jobs, contactLinks, conflicts, studio, clock);
    const { user } = await readSyncSettings(bench.preferences(), anna.id);
    return (await facts.of(anna.id, undefined, user)).find(({ label }) => label === "Waiting for an answer")?.value;
  }

  /** `spectra sync held` (G8). */
  async function onCommandLine(): Promise<string> {
    const services = bench.services();
    const { questions, clearances } = services;
    const concerned = new ConcernedUsers(bench.studio.users, clearances);
    const items = new HeldItems(services, bench.preferences());
    const one = new HeldQuestion(questions, items, concerned, bench.studio.users);
    const { signal } = new AbortController();
    return (await new HeldCommand(questions, concerned, one).run({ input: {}, viewer: undefined, signal })).text;
  }

  for (const [kind, cause] of Object.entries(causes)) {
    it(`G8, P2, J6: ${kind} is asked once, and seen in notifications, on the tab, by mail and on the command line`, async () => {
      await cause();
      bench.mails.length = 0;

      await bench.run(anna);
      await bench.run(anna);

      const open = await bench.openQuestions(anna);
      const [question] = open;
      assert.ok(question !== undefined);
      const subject = `google-sync/question/${question.id}`;
      const told = bench.notifications.filter((one) => one.subject === subject);
      const text = await onCommandLine();
      assert.deepEqual(
        {
          kinds: open.map((one) => one.kind),
          told: told.length,
          onTab: await waitingOnTab(),
          mails: bench.mails.filter((mail) => JSON.stringify(mail).includes(JSON.stringify(question.text).slice(1, -1)))
            .length,
          notOffered: answersOf(question).filter(
            ({ id, label }) => !text.includes(`sync answer ${question.id} ${id.padEnd(10)} "${label}"`),
          ),
        },
        { kinds: [kind], told: 1, onTab: "1", mails: 1, notOffered: [] },
      );
    });
  }
});
