import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { aClient, aClientGroup, joinGroup } from "../support/studio.js";
import type { MadeClient, MadeClientGroup } from "../support/studio.js";
import { Product, annasEmail } from "./product.js";

describe("clients and contacts, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;
  let group: MadeClientGroup;
  let clara: MadeClient;

  beforeEach(async () => {
    product = await Product.open();
    clara = await aClient(product.host, { email: "clara@example.test" });
    group = await aClientGroup(product.host, { name: "Weddings", clients: [clara] });
    await aClientGroup(product.host, { name: "Old", isInactive: true });
  });
  afterEach(() => product.close());

  const contacts = () => product.google.accounts.get(annasEmail).contacts();
  const names = () =>
    contacts()
      .list()
      .map((contact) => (contact["names"] as readonly { readonly displayName: string }[])[0]?.displayName)
      .toSorted();

  /** What the first line of a contributed screen offers. */
  async function review(): Promise<readonly { readonly id: string; readonly labels: readonly string[] }[]> {
    const { content } = await product.browser.view("google-sync.contacts-to-review-view");
    const { rows } = content as {
      readonly rows: readonly { readonly id: string; readonly actions: readonly { readonly label: string }[] }[];
    };
    return rows.map(({ id, actions }) => ({ id, labels: actions.map(({ label }) => label) }));
  }

  it("P: offers active client groups only, and refuses the contacts box without one", async () => {
    await product.connect({});
    const { state } = await product.open();
    const refused = JSON.stringify(await product.save({ sendContacts: true, clientGroupId: null }));

    assert.deepEqual(
      [state.choices["clientGroups"], refused.includes("Choose the client group")],
      [[{ value: String(group.id), label: "Weddings" }], true],
    );
  });

  it('K2: "OK" says how many contacts would become clients, and asks which', async () => {
    contacts().create(aPerson({ firstName: "Rosa", lastName: "Ray" }));
    const { resourceName } = contacts().create(aPerson({ firstName: "Sue", lastName: "Snow" }));
    contacts().label(resourceName, "Weddings");
    await product.connect({});
    const values = { sendContacts: true, clientGroupId: group.id, populateStudio: true };
    const refused = JSON.stringify(await product.save(values));

    await product.save({ ...values, populateContacts: "all" });
    await product.act("sync-now");
    const { values: saved } = await product.open();

    assert.match(refused, /1 contact labelled with the client group's name would become clients, or all 2/);
    assert.deepEqual(
      [names(), saved["populateStudio"], saved["populateContacts"]],
      [["Clara Client", "Rosa Ray", "Sue Snow"], false, "ask"],
    );
    const members = await product.host.connection.query()("client_group_members").where({ client_group_id: group.id });
    assert.equal(members.length, 3);
  });

  it("K6: somebody who cannot be told for sure waits in Contacts to Review, side by side, with the answers", async () => {
    contacts().create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await product.connect({ clientGroupId: group.id });
    await product.act("sync-now");
    const [waiting] = await review();
    const { content } = await product.browser.view("google-sync.contact-comparison-view", {
      question: Number(waiting?.id.split(" ")[1]),
    });
    const { rows } = content as { readonly rows: readonly unknown[] };

    await product.browser.command("google-sync.answer", { id: waiting?.id.split(" ")[1], answer: "link-1" });
    await product.act("sync-now");

    assert.deepEqual(
      [waiting?.labels, rows, names(), await review()],
      [
        ["Link to Clara Client", "Create new"],
        [
          { label: "Name", values: ["Clara Client", "Clara Client"] },
          { label: "Email", values: ["clara@example.test", "other@example.test"] },
        ],
        ["Clara Client"],
        [],
      ],
    );
  });

  it("K6: everybody somebody may be stands side by side, each with an answer of its own", async () => {
    for (const email of ["one@example.test", "two@example.test"])
      contacts().create(aPerson({ firstName: "Clara", lastName: "Client", email, phone: "(312) 555-0101" }));
    await product.connect({ clientGroupId: group.id });
    await product.act("sync-now");
    const [waiting] = await review();
    const question = Number(waiting?.id.split(" ")[1]);

    const { content } = await product.browser.view("google-sync.contact-comparison-view", { question });

    const { sides, rows, sideActions, actions } = content as {
      readonly sides: readonly string[];
      readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
      readonly sideActions: readonly (readonly { readonly label: string; readonly input: unknown }[])[];
      readonly actions: readonly { readonly label: string }[];
    };
    assert.deepEqual(sides, [
      "In the studio: Clara Client",
      "In Google, 1: Clara Client",
      "In Google, 2: Clara Client",
    ]);
    assert.deepEqual(
      rows.map(({ label, values }) => [label, ...values.toSorted()]),
      [
        ["Name", "Clara Client", "Clara Client", "Clara Client"],
        ["Email", "clara@example.test", "one@example.test", "two@example.test"],
        ["Phones", "", "mobile, +13125550101", "mobile, +13125550101"],
      ],
    );
    assert.deepEqual(
      [sideActions.map((some) => some.map(({ input }) => input)), actions.map(({ label }) => label)],
      [
        [[], [{ id: String(question), answer: "link-1" }], [{ id: String(question), answer: "link-2" }]],
        ["Create new"],
      ],
    );
  });

  it('K3, R4: a client who left the set says so, and "Send again" brings the contact back', async () => {
    await product.connect({ clientGroupId: group.id, sendContacts: true });
    await product.act("sync-now");
    const inStep = await statusText();
    contacts().delete(contacts().list()[0]?.resourceName ?? "");
    await product.act("sync-now");
    const left = await statusText();
    const before = names();

    await product.browser.command("google-sync.sync-again", { client: clara.id });
    await product.act("sync-now");

    assert.match(inStep, /^Anna Berg: in step with Google, last synced/);
    assert.match(left, /deleted or taken out of the label in Google\. "Send again" brings it back/);
    assert.deepEqual([before, names()], [[], ["Clara Client"]]);
  });

  async function statusText(): Promise<string> {
    const [contributed] = await product.browser.statusOf("client", clara.id);
    const [line] = (contributed?.lines ?? []) as readonly { readonly text: string }[];
    return line?.text ?? "";
  }

  it("G8: held people are listed one by one, and compared value by value", async () => {
    for (const firstName of ["Dora", "Eve"]) {
      const client = await aClient(product.host, { firstName, lastName: "Day", email: `${firstName}@example.test` });
      await joinGroup(product.host, group, client);
    }
    await product.connect({ clientGroupId: group.id, sendContacts: true });
    await product.act("sync-now");
    for (const { resourceName } of contacts().list()) contacts().delete(resourceName);
    await product.act("sync-now");
    const [open] = (await product.browser.command("google-sync.held")).value as readonly { readonly id: number }[];
    const question = open?.id;

    const list = (await product.browser.view("google-sync.held-items-view", { question })).content as {
      readonly rows: readonly {
        readonly cells: unknown;
        readonly open: { readonly input: { readonly item: number } };
      }[];
    };
    const input = { question, item: list.rows[0]?.open.input.item };
    const item = (await product.browser.view("google-sync.held-item-view", input)).content as {
      readonly rows: unknown;
    };

    assert.deepEqual(
      [list.rows.length, list.rows[0]?.cells, item.rows],
      [
        3,
        { title: "Clara Client", studio: "Clara Client, clara@example.test", google: "not there" },
        [
          { label: "There", values: ["Yes", "No"] },
          { label: "Name", values: ["Clara Client", ""] },
          { label: "Email", values: ["clara@example.test", ""] },
        ],
      ],
    );
  });

  it('C15: the client\'s record shows both values of a conflict, and "Use the other value" makes it hold', async () => {
    await product.connect({ clientGroupId: group.id, sendContacts: true });
    await product.act("sync-now");
    const [contact] = contacts().list();
    contacts().change(contact?.resourceName ?? "", { emailAddresses: [{ value: "google@example.test" }] });
    await product.host.connection
      .query()("clients")
      .where({ id: clara.id })
      .update({ email: "studio@example.test", changed_at: new Date().toISOString() });
    await product.act("sync-now");
    const [contributed] = await product.browser.statusOf("client", clara.id);
    const [line] = (contributed?.lines ?? []) as readonly {
      readonly text: string;
      readonly actions: readonly { readonly label: string; readonly input: object }[];
    }[];

    await product.browser.command("google-sync.use-value", { ...line?.actions[0]?.input });
    await product.act("sync-now");

    assert.match(
      line?.text ?? "",
      /The email was changed on both sides: "studio@example.test", entered in the studio, was kept; "google@example.test", entered in Google, was not\./,
    );
    assert.deepEqual(
      [line?.actions.map(({ label }) => label), JSON.stringify(contacts().list()).includes("google@example.test")],
      [["Use the other value (email)"], true],
    );
  });
});
