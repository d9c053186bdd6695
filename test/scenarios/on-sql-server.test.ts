import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { HeldItems, confirmationOf, readConfirmation } from "../../src/google-sync/job/index.js";
import { aPerson } from "../support/a-person.js";
import { contactsOf } from "../support/both-address-books.js";
import { entriesOf, eventTitled, eventsOf } from "../support/both-sides.js";
import { timed, when } from "../support/google-events.js";
import { deleteInGoogle, deleteInStudio, manyInStep } from "../support/many-in-step.js";
import { shapeOf } from "../support/statement-shape.js";
import { aClient, aClientGroup, anAppointment, aSession, leaveGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

/** Every statement about the plugin's tables, one a line. */
const golden = new URL("../../../test/scenarios/golden/statements.sql", import.meta.url);

describe("a synced calendar in SQL Server's dialect", function () {
  this.timeout(20_000);
  const known = new Set(existsSync(golden) ? readFileSync(golden, "utf8").split("\n") : []);
  const sent = new Set<string>();
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.openOnSqlServer((sql) => {
      if (sql.includes("google_sync_")) sent.add(shapeOf(sql));
    });
    anna = await bench.person({ populateGoogle: true, sendAppointments: true });
  });

  afterEach(() => bench.close());

  after("compares the statements with the golden file", () => {
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, `${[...sent].toSorted().join("\n")}\n`);
    else {
      assert.deepEqual(
        [...sent].filter((sql) => !known.has(sql)),
        [],
        "New statements: read them, then run the tests with UPDATE_GOLDEN=1",
      );
    }
  });

  it("C15, C17: changes on both sides travel, and the next run is quiet", async () => {
    const [first, second, third] = await manyInStep(bench, anna, 6);
    await bench.edit("appointments", first?.id ?? 0, { location: "Park" });
    await bench.edit("appointments", second?.id ?? 0, { deleted_at: bench.clock.now().toISOString() });
    anna.google.patch(first?.eventId ?? "", { description: "Keys" });
    anna.google.delete(third?.eventId ?? "");
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));

    const report = await bench.run(anna);

    assert.deepEqual([report.errors, eventsOf(anna)], [[], await entriesOf(bench, anna)]);
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it("C13, G8: questions are asked, rest and are answered", async () => {
    const { id } = await aSession(bench.studio, { photographer: anna.id, description: "Family" });
    const made = await manyInStep(bench, anna, 11);
    deleteInGoogle(anna, made);
    anna.google.delete(eventTitled(anna, "Clara Client - Family").id);
    await bench.run(anna);
    await bench.answer("discard", anna);
    bench.google.invalidateSyncTokens(anna.email);

    await bench.run(anna);

    await bench.edit("sessions", id, { starts_at: "2026-07-08T10:00:00", ends_at: "2026-07-08T11:00:00" });
    await bench.run(anna);
    assert.deepEqual([await bench.openQuestions(anna), eventsOf(anna).length], [[], 12]);
  });

  it("K1-K3, K6, K10: a client group goes out, contacts come back, leave the set, wait to be told apart", async () => {
    const clara = await aClient(bench.studio, { email: "clara@example.test", phones: ["555 0100"] });
    const dora = await aClient(bench.studio, { firstName: "Dora", email: "dora@example.test" });
    const group = await aClientGroup(bench.studio, { clients: [clara, dora] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true, populateStudio: true });
    anna.contacts.create(aPerson({ firstName: "Dora", lastName: "Client", email: "other@example.test" }));
    const lost = {
      match: { operation: "people.people.batchCreateContacts" },
      fault: { kind: "reset" },
      times: 1,
    } as const;
    bench.google.faults.add({ ...lost, when: "after" });
    await bench.run(anna);
    bench.clock.advance({ minutes: 10 });
    await bench.answer("create-new", anna);
    bench.google.invalidateSyncTokens(anna.email);
    await bench.run(anna);
    const { resourceName } = anna.contacts.create(aPerson({ firstName: "Rosa", lastName: "Ray" }));
    await bench.run(anna);
    anna.contacts.delete(resourceName);
    await bench.edit("clients", clara.id, { email: "new@example.test" });
    await leaveGroup(bench.studio, group, dora);
    await bench.run(anna);
    bench.setUp(anna, { sendContacts: false });
    await bench.edit("clients", clara.id, { email: "newer@example.test" });
    await bench.run(anna);
    anna.contacts.deleteLabel(group.name);
    await bench.edit("clients", clara.id, { email: "newest@example.test" });

    const { errors } = await bench.run(anna);

    assert.deepEqual(
      [errors, contactsOf(anna).filter((line) => line.includes("newest@")), contactsOf(anna).length],
      [[], ["Clara Client | newest@example.test | mobile 555 0100 | Weddings"], 3],
    );
  });

  it("G1, G8: a count is confirmed in Preview, and held items are answered one by one", async () => {
    const made = await manyInStep(bench, anna, 6);
    await deleteInStudio(bench, made.slice(0, 3));
    bench.company["guardDeletions"] = 0;
    bench.company["guardDeletionShare"] = 0;
    const { plan } = await bench.runForResult(anna, { isPreview: true });
    const confirm = readConfirmation(confirmationOf(plan?.held ?? []));
    await bench.runForResult(anna, { isPreview: true, confirm });
    await bench.run(anna);
    await deleteInStudio(bench, made.slice(3));
    await bench.run(anna);
    const [question] = await bench.openQuestions(anna);
    assert.ok(question);
    const [first] = await new HeldItems(bench.services(), bench.preferences()).of(question);
    await bench.answerer().answer(question.id, "discard", anna.id, bench.zone, [first?.id ?? 0]);
    await bench.answer("apply", anna);

    await bench.run(anna);

    assert.deepEqual(eventsOf(anna).length, 1);
  });

  it("R6: what is old, and what is an erased client's, is forgotten", async () => {
    const client = await aClient(bench.studio, { firstName: "Zelda", lastName: "Quixote" });
    await aSession(bench.studio, { clientId: client.id, photographer: anna.id, description: "Family" });
    await bench.run(anna);
    const erasure = await bench.studio.unitOfWork.run((transaction) => bench.erasures().erase(client.id, transaction));
    const erasedAt = new Date(bench.clock.now().getTime() - 2 * 24 * 60 * 60_000).toISOString();
    await bench.studio.connection.query()("erasures").update({ erased_at: erasedAt });
    await bench.upkeep().erased(erasure);
    bench.clock.advance({ days: 1 });
    await bench.upkeep().nightly(bench.zone);
    bench.clock.advance({ days: 1 });
    await bench.upkeep().nightly(bench.zone);
    const links = await bench.studio.connection.query()("google_sync_links").select();
    assert.deepEqual(
      [/Zelda/.test(JSON.stringify(links)), bench.logger.lines.map(({ message }) => message)],
      [false, []],
    );
  });

  it("J6: what was mailed is remembered, said again a day later, and forgotten when it is over", async () => {
    bench.setUp(anna, { emailWarnings: true, emailAddress: "anna@example.test" });
    await bench.run(anna);
    anna.google.setAccessRole("reader");
    await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    await bench.run(anna);
    await bench.run(anna);
    bench.clock.advance({ days: 1 });
    await bench.run(anna);
    anna.google.setAccessRole("writer");
    await bench.run(anna);

    assert.deepEqual(
      bench.mails.map(({ subject }) => subject),
      [
        "Google Sync: Google calendar not available",
        "Google Sync: Google calendar not available",
        "Google Sync works again",
      ],
    );
  });

  it("G3, G7, W2: failures, expired tokens, populate and tentative events", async () => {
    bench.setUp(anna, { downloadTentative: true, populateStudio: true });
    anna.google.create(timed("Maybe", "2026-04-04", "09:00", "10:00", { status: "tentative" }));
    const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Lab" });
    const illness = bench.google.faults.add({
      match: { operation: "calendar.events.insert" },
      fault: { kind: "error", error: "parseError" },
      times: 1,
    });
    await bench.run(anna);
    await illness.dispose();
    anna.google.patch(eventTitled(anna, "Maybe").id, when("2026-04-05", "09:00", "10:00"));
    bench.google.invalidateSyncTokens(anna.email);
    bench.clock.advance({ minutes: 30 });
    bench.company["titleTemplate"] = "{description}";

    await bench.run(anna);

    await bench.edit("appointments", id, { description: "Print" });
    const { errors } = await bench.run(anna);
    assert.deepEqual(
      [errors, eventsOf(anna), await entriesOf(bench, anna)],
      [[], ["2026-04-05T09:00 Maybe", "2026-07-06T10:00 Print"], ["2026-04-05T09:00 Maybe", "2026-07-06T10:00 Print"]],
    );
  });

  it("R2, R5: runs are undone, inconsistencies found and repaired", async () => {
    const { signal } = new AbortController();
    const [first, second] = await manyInStep(bench, anna, 4);
    await bench.edit("appointments", first?.id ?? 0, { location: "Park" });
    anna.google.patch(second?.eventId ?? "", { description: "Keys" });
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    const { runId } = await bench.run(anna);

    const { report } = await bench.undo(runId);

    assert.deepEqual(
      [report.studio, report.google],
      [
        { created: 0, changed: 1, deleted: 1 },
        { created: 0, changed: 1, deleted: 0 },
      ],
    );
    await bench.undo(report.runId);
    await bench.loseLinks();
    assert.notDeepEqual(await bench.check().check(anna.id, signal), []);
    await bench.check().repair(anna.id, signal);
    assert.deepEqual(await bench.check().check(anna.id, signal), []);
  });
});
