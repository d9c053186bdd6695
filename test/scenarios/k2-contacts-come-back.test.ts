import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("contacts coming back from Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let clara: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, { email: "clara@example.test", phones: ["555 0100"] });
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
  });

  afterEach(() => bench.close());

  const rosa = aPerson({ firstName: "Rosa", lastName: "Ray", email: "rosa@example.test", phone: "+1 212 555 0144" });
  const claraOnBoth = "Clara Client | clara@example.test | Mobile 555 0100 | Weddings";

  it("K2: a new contact becomes a client in the group, and joins the label", async () => {
    await bench.run(anna);
    anna.contacts.create(rosa);

    const { contacts } = await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [contacts?.studio.created, await clientsOf(bench, group), contactsOf(anna), summary],
      [
        1,
        [claraOnBoth, "Rosa Ray | rosa@example.test | Mobile +1 212 555 0144 | Weddings"],
        [
          "Clara Client | clara@example.test | mobile 555 0100 | Weddings",
          "Rosa Ray | rosa@example.test | mobile +1 212 555 0144 | Weddings",
        ],
        "Nothing had changed.",
      ],
    );
  });

  it("K2: a change made in Google comes back to the client", async () => {
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", {
      names: [{ givenName: "Clara", familyName: "Bride" }],
      phoneNumbers: [
        { value: "555 0100", type: "mobile" },
        { value: "555 0177", type: "work" },
      ],
    });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), summary],
      [["Clara Bride | clara@example.test | Mobile 555 0100 | Work 555 0177 | Weddings"], "Nothing had changed."],
    );
  });

  it("K2: contacts that existed before stay in Google, even when they are changed", async () => {
    const { resourceName } = anna.contacts.create(rosa);
    await bench.run(anna);
    anna.contacts.change(resourceName, { emailAddresses: [{ value: "rosa.ray@example.test" }] });

    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), [claraOnBoth]);
  });

  it("K2: with Populate Spectra labelled contacts come in, by default no others", async () => {
    anna.contacts.create(rosa);
    const { resourceName } = anna.contacts.create(aPerson({ firstName: "Sue", lastName: "Snow" }));
    anna.contacts.label(resourceName, "Weddings");
    bench.setUp(anna, { populateStudio: true });

    await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), bench.settingsOf(anna)["populateStudio"]],
      [[claraOnBoth, "Sue Snow | Weddings"], false],
    );
  });

  it('K2: with Populate Spectra and "All contacts" all of them come in, once', async () => {
    anna.contacts.create(rosa);
    bench.setUp(anna, { populateStudio: true, populateContacts: "all" });
    await bench.run(anna);
    bench.setUp(anna, { populateStudio: true, populateContacts: "all" });

    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), [
      claraOnBoth,
      "Rosa Ray | rosa@example.test | Mobile +1 212 555 0144 | Weddings",
    ]);
  });

  it("W2: Populate Spectra brings no contacts in without the contacts box", async () => {
    anna.contacts.label(anna.contacts.create(rosa).resourceName, "Weddings");
    bench.setUp(anna, { populateStudio: true, populateContacts: "all", sendContacts: false });

    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), [claraOnBoth]);
  });

  it("K2: one way, nothing comes back", async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", { emailAddresses: [{ value: "other@example.test" }] });
    anna.contacts.create(rosa);

    await bench.run(anna);

    assert.deepEqual(await clientsOf(bench, group), [claraOnBoth]);
  });

  it('P7: differences found when two-way is switched on are held, and "Use Google\'s" takes them over', async () => {
    bench.setUp(anna, { sendContacts: false });
    await bench.run(anna);
    const [contact] = anna.contacts.list();
    anna.contacts.change(contact?.resourceName ?? "", { emailAddresses: [{ value: "other@example.test" }] });
    bench.setUp(anna, { sendContacts: true });
    const { questions } = await bench.run(anna);
    const before = await clientsOf(bench, group);

    await bench.answer("google");
    await bench.run(anna);

    assert.deepEqual(
      [questions.map(({ kind }) => kind), before, await clientsOf(bench, group)],
      [["differences-at-two-way"], [claraOnBoth], ["Clara Client | other@example.test | Mobile 555 0100 | Weddings"]],
    );
  });
});
