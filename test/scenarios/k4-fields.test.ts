import assert from "node:assert/strict";

import { clientsOf, contactsOf } from "../support/both-address-books.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { ClientValues, MadeClient, MadeClientGroup } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("the fields of clients and contacts", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let group: MadeClientGroup;
  let client: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
  });

  afterEach(() => bench.close());

  async function syncedClient(values: ClientValues, isTwoWay = true): Promise<void> {
    client = await aClient(bench.studio, values);
    group = await aClientGroup(bench.studio, { name: "Weddings", clients: [client] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: isTwoWay });
    await bench.run(anna);
  }

  /** The only contact, without what Google adds to each value. */
  function theContact(): Readonly<Record<string, unknown>> & { readonly resourceName: string } {
    const [contact] = anna.contacts.list();
    if (contact === undefined) throw new Error("There is no contact");
    return contact;
  }

  function listOf(name: string, ...keys: readonly string[]): readonly unknown[] {
    const values = theContact()[name] as readonly Readonly<Record<string, unknown>>[] | undefined;
    return (values ?? []).map((value) => keys.map((key) => value[key]));
  }

  it("K4: every field goes out", async () => {
    await syncedClient({
      firstName: "Zoë",
      lastName: "de la Cruz",
      salutation: "Dr.",
      company: "Cruz & Co",
      jobTitle: "Owner",
      email: "zoe@example.test",
      phones: [
        { label: "Mobile", number: "(555) 010-0100" },
        { label: "Studio line", number: "555 0101" },
      ],
      mainAddress: { street: "1 Main St", city: "Chicago", region: "IL", postalCode: "60601", country: "US" },
      mailingAddress: { street: "PO Box 7", city: "Chicago" },
      birthDate: "--02-29",
      anniversary: "2019-06-15",
    });

    assert.deepEqual(
      [
        listOf("names", "honorificPrefix", "givenName", "familyName"),
        listOf("organizations", "name", "title"),
        listOf("emailAddresses", "value"),
        listOf("phoneNumbers", "type", "value"),
        listOf("addresses", "type", "streetAddress", "city", "postalCode"),
        listOf("birthdays", "date"),
        listOf("events", "type", "date"),
      ],
      [
        [["Dr.", "Zoë", "de la Cruz"]],
        [["Cruz & Co", "Owner"]],
        [["zoe@example.test"]],
        [
          ["mobile", "(555) 010-0100"],
          ["Studio line", "555 0101"],
        ],
        [
          ["home", "1 Main St", "Chicago", "60601"],
          ["Mailing", "PO Box 7", "Chicago", undefined],
        ],
        [[{ month: 2, day: 29 }]],
        [["anniversary", { year: 2019, month: 6, day: 15 }]],
      ],
    );
  });

  it("K4: every field comes back", async () => {
    await syncedClient({});
    anna.contacts.change(theContact().resourceName, {
      names: [{ givenName: "Zoë", familyName: "Cruz", honorificPrefix: "Dr." }],
      organizations: [{ name: "Cruz & Co", title: "Owner" }],
      emailAddresses: [{ value: "zoe@example.test" }],
      phoneNumbers: [{ value: "555 0101", type: "Studio line" }],
      addresses: [{ type: "work", streetAddress: "1 Main St", city: "Chicago" }],
      birthdays: [{ date: { month: 2, day: 29 } }],
      events: [{ type: "anniversary", date: { year: 2019, month: 6, day: 15 } }],
    });

    await bench.run(anna);
    const { summary } = await bench.run(anna);
    const [read] = await bench.studio.clients.find([client.id]);

    assert.deepEqual(
      [
        [read?.firstName, read?.lastName, read?.salutation, read?.company, read?.jobTitle, read?.email],
        read?.phones.map(({ label, number }) => [label, number]),
        [read?.mainAddress.street, read?.mainAddress.city, read?.birthDate, read?.anniversary],
        summary,
      ],
      [
        ["Zoë", "Cruz", "Dr.", "Cruz & Co", "Owner", "zoe@example.test"],
        [["Studio line", "555 0101"]],
        ["1 Main St", "Chicago", "--02-29", "2019-06-15"],
        "Nothing had changed.",
      ],
    );
  });

  for (const isTwoWay of [true, false]) {
    it(`K4: what a contact holds beyond our fields survives an update, ${isTwoWay ? "two-way" : "one way"}`, async () => {
      await syncedClient({ email: "clara@example.test", phones: ["555 0100"] }, isTwoWay);
      const { resourceName } = theContact();
      anna.contacts.label(resourceName, "Friends of mine");
      anna.contacts.change(resourceName, {
        emailAddresses: [{ value: "clara@example.test" }, { value: "second@example.test", type: "work" }],
        addresses: [
          { type: "home", city: "Chicago" },
          { type: "cabin", city: "Duluth" },
        ],
        userDefined: [{ key: "Shoe size", value: "38" }],
        biographies: [{ value: "My own notes" }],
      });
      await bench.run(anna);
      await bench.edit("clients", client.id, {
        email: "new@example.test",
        main_city: "Aurora",
        main_street: "2 Elm St",
      });

      const { summary } = await bench.run(anna);
      const later = await bench.run(anna);

      assert.deepEqual(
        [
          summary,
          listOf("emailAddresses", "value", "type"),
          listOf("addresses", "type", "city", "streetAddress"),
          listOf("userDefined", "key", "value"),
          listOf("biographies", "value"),
          anna.contacts.labels(resourceName).toSorted(),
          later.summary,
        ],
        [
          "In Google Contacts: 1 changed.",
          [
            ["new@example.test", undefined],
            ["second@example.test", "work"],
          ],
          [
            ["home", "Aurora", "2 Elm St"],
            ["cabin", "Duluth", undefined],
          ],
          [["Shoe size", "38"]],
          [["My own notes"]],
          ["Friends of mine", "Weddings"],
          "Nothing had changed.",
        ],
      );
    });
  }

  it("K4: a phone stays tied to its entry whichever side changes its number or label", async () => {
    await syncedClient({
      phones: [
        { label: "Mobile", number: "555 0100" },
        { label: "Work", number: "555 0101" },
      ],
    });
    anna.contacts.change(theContact().resourceName, {
      phoneNumbers: [
        { value: "555 0111", type: "work" },
        { value: "555 0100", type: "home" },
      ],
    });
    await bench.run(anna);
    const inStudio = await clientsOf(bench, group);
    const [read] = await bench.studio.clients.find([client.id]);
    const home = read?.phones.find(({ label }) => label === "Home");
    await bench.edit("client_phones", home?.id ?? 0, { number: "555 0199" });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [inStudio, contactsOf(anna), summary],
      [
        ["Clara Client | Home 555 0100 | Work 555 0111 | Weddings"],
        ["Clara Client | work 555 0111 | home 555 0199 | Weddings"],
        "Nothing had changed.",
      ],
    );
  });

  it("K4, C15: phones added on both sides end on both; a phone removed on one goes from the other", async () => {
    await syncedClient({ phones: ["555 0100"] });
    anna.contacts.change(theContact().resourceName, { phoneNumbers: [{ value: "555 0122", type: "home" }] });
    await bench.studio.connection
      .query()("client_phones")
      .insert({ client_id: client.id, label: "Work", number: "555 0133", position: 5 });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), contactsOf(anna), summary],
      [
        ["Clara Client | Work 555 0133 | Home 555 0122 | Weddings"],
        ["Clara Client | home 555 0122 | work 555 0133 | Weddings"],
        "Nothing had changed.",
      ],
    );
  });

  it("K5: numbers written differently are the same, and each side keeps its own form and case", async () => {
    await syncedClient({
      firstName: "deShawn",
      lastName: "McKAY",
      email: "A@Example.test",
      phones: ["(212) 555-0123"],
    });
    anna.contacts.change(theContact().resourceName, {
      emailAddresses: [{ value: "a@example.test" }],
      phoneNumbers: [{ value: "+1 212 555 0123", type: "mobile" }],
    });

    const { summary } = await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), contactsOf(anna), summary],
      [
        ["deShawn McKAY | A@Example.test | Mobile (212) 555-0123 | Weddings"],
        ["deShawn McKAY | a@example.test | mobile +1 212 555 0123 | Weddings"],
        "Nothing had changed.",
      ],
    );
  });

  it("C11: a text longer than the studio's column is cut with a warning, and not pushed back", async () => {
    await syncedClient({});
    const long = "x".repeat(300);
    anna.contacts.change(theContact().resourceName, { organizations: [{ name: long }] });

    const { warnings } = await bench.run(anna);
    await bench.edit("clients", client.id, { email: "c@example.test" });
    await bench.run(anna);

    assert.deepEqual(
      [
        warnings.map(({ code }) => code),
        (await bench.studio.clients.find([client.id]))[0]?.company.length,
        listOf("organizations", "name"),
      ],
      [["text-cut"], 200, [[long]]],
    );
  });

  it("C15: both sides changed one field: the later change wins, and the other is named", async () => {
    await syncedClient({ email: "clara@example.test" });
    await bench.edit("clients", client.id, { email: "studio@example.test" });
    bench.clock.advance({ minutes: 5 });
    anna.contacts.change(theContact().resourceName, { emailAddresses: [{ value: "google@example.test" }] });

    const { lost } = await bench.run(anna);

    assert.deepEqual(
      [await clientsOf(bench, group), lost.map(({ field, value }) => [field, value])],
      [["Clara Client | google@example.test | Weddings"], [["email", "studio@example.test"]]],
    );
  });

  it("K4: more phones than a list of contacts shows come in all the same, and none is lost in Google", async () => {
    await syncedClient({ email: "clara@example.test" });
    const phoneNumbers = Array.from({ length: 103 }, (_, at) => ({ value: `212 555 ${1000 + at}`, type: "work" }));
    anna.contacts.change(theContact().resourceName, { phoneNumbers });
    await bench.run(anna);
    const [before] = await bench.studio.clients.find([client.id]);
    await bench.edit("client_phones", before?.phones[0]?.id ?? 0, { number: "212 555 9999" });

    await bench.run(anna);
    const { summary } = await bench.run(anna);

    const numbers = listOf("phoneNumbers", "value").flat();
    assert.deepEqual(
      [before?.phones.length, numbers.length, numbers.includes("212 555 9999"), summary],
      [103, 103, true, "Nothing had changed."],
    );
  });
});
