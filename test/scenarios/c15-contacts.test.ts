import assert from "node:assert/strict";

import { UseOtherContactValue } from "../../src/google-sync/again/index.js";
import type { RunReport } from "../../src/google-sync/reports/index.js";
import { contactsOf } from "../support/both-address-books.js";
import { replacing } from "../support/replacing.js";
import { aClient, aClientGroup } from "../support/studio.js";
import type { MadeClient } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

describe("a client and its contact changed on both sides", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let clara: MadeClient;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person();
    clara = await aClient(bench.studio, {
      email: "clara@example.test",
      company: "Acme",
      phones: [{ label: "Mobile", number: "(312) 555-0101" }],
    });
    const group = await aClientGroup(bench.studio, { name: "Weddings", clients: [clara] });
    bench.setUp(anna, { clientGroupId: group.id, sendContacts: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  function inGoogle(change: Readonly<Record<string, unknown>>): void {
    anna.contacts.change(anna.contacts.list()[0]?.resourceName ?? "", { ...change } as never);
  }

  function inStudio(values: Readonly<Record<string, unknown>>): Promise<void> {
    return bench.edit("clients", clara.id, values);
  }

  const lostOf = ({ lost }: RunReport) => lost.map(({ title, field, side, value }) => [title, field, side, value]);

  async function onOffer(): Promise<readonly (readonly string[])[]> {
    const [link] = await bench.services().contactLinks.findByClient(clara.id);
    return (link?.lost ?? []).map(({ field, value }) => [field, value]);
  }

  function use(field: string, viewer = anna.id): Promise<string> {
    const { contactLinks, clients, unitOfWork, clearances, clock } = bench.services();
    return new UseOtherContactValue(contactLinks, clients, unitOfWork, clearances, clock).use(clara.id, field, viewer);
  }

  async function both(): Promise<readonly unknown[]> {
    const [client] = await bench.studio.clients.find([clara.id]);
    return [client?.email, client?.company, client?.phones[0]?.number, contactsOf(anna)[0]];
  }

  it("C15: the later change wins, the other value is in the report, and stays on offer", async () => {
    await inStudio({ email: "studio@example.test" });
    bench.clock.advance({ minutes: 5 });
    inGoogle({ emailAddresses: [{ value: "google@example.test" }] });

    const report = await bench.run(anna);

    assert.deepEqual(
      [lostOf(report), await onOffer(), (await both())[0]],
      [
        [["Clara Client", "email", "studio", "studio@example.test"]],
        [["email", "studio@example.test"]],
        "google@example.test",
      ],
    );
  });

  it("C15: an older change that came from Google makes a later one of the studio no older: it wins in everybody's contacts", async () => {
    const { clientGroupId } = bench.settingsOf(anna);
    const ben = await bench.person({ clientGroupId: Number(clientGroupId), sendContacts: true });
    await bench.run(ben);
    inGoogle({ organizations: [{ name: "Globex" }] });
    bench.clock.advance({ minutes: 5 });
    const [bens] = ben.contacts.list();
    ben.contacts.change(bens?.resourceName ?? "", { emailAddresses: [{ value: "google@example.test" }] } as never);
    bench.clock.advance({ minutes: 5 });
    await inStudio({ email: "studio@example.test" });

    await bench.run(anna);
    await bench.run(ben);

    assert.deepEqual((await both()).slice(0, 2), ["studio@example.test", "Globex"]);
  });

  it("C15, G3: what the studio cannot take over is not agreed on, though another field of it travels to Google", async () => {
    await inStudio({ email: "studio@example.test" });
    inGoogle({ organizations: [{ name: "Globex" }] });
    const { clients } = bench.services();
    bench.replaced.clients = replacing(clients, { change: () => Promise.reject(new Error("The row is locked.")) });
    await bench.run(anna);
    delete bench.replaced.clients;
    bench.clock.advance({ minutes: 10 });

    await bench.run(anna);

    assert.deepEqual((await both()).slice(0, 2), ["studio@example.test", "Globex"]);
  });

  it('C15: "Use the other value" makes it hold on both sides', async () => {
    await inStudio({ email: "studio@example.test" });
    bench.clock.advance({ minutes: 5 });
    inGoogle({ emailAddresses: [{ value: "google@example.test" }] });
    await bench.run(anna);

    const used = await use("email");
    const report = await bench.run(anna);

    assert.deepEqual(
      [used, (await both())[0], contactsOf(anna)[0]?.includes("studio@example.test"), lostOf(report), await onOffer()],
      ["studio@example.test", "studio@example.test", true, [], []],
    );
    assert.equal((await bench.run(anna)).summary, "Nothing had changed.");
  });

  it('C15: "Use the other value" of a phone and of a name', async () => {
    inGoogle({
      names: [{ givenName: "Klara", familyName: "Kunde" }],
      phoneNumbers: [{ value: "(312) 555-0199", type: "mobile" }],
    });
    bench.clock.advance({ minutes: 5 });
    await inStudio({ first_name: "Claire" });
    const db = bench.studio.connection.query();
    await db("client_phones")
      .where({ client_id: clara.id })
      .update({ number: "(312) 555-0102", changed_at: bench.clock.now().toISOString() });
    const report = await bench.run(anna);
    const offers = await onOffer();

    for (const [field = ""] of offers) await use(field);
    await bench.run(anna);

    assert.deepEqual(
      [lostOf(report).map(([, field, , value]) => [field, value]), offers.length, contactsOf(anna)],
      [
        [
          ["name", "Klara Kunde"],
          ["phone", "mobile, +13125550199"],
        ],
        2,
        ["Klara Kunde | clara@example.test | mobile +13125550199 | Weddings"],
      ],
    );
  });

  it("C15: what the studio lost is in the report and on offer though another field goes to Google", async () => {
    await inStudio({ email: "studio@example.test", company: "Bcme" });
    bench.clock.advance({ minutes: 5 });
    inGoogle({ emailAddresses: [{ value: "google@example.test" }] });

    const report = await bench.run(anna);

    const [contact] = anna.contacts.list();
    assert.deepEqual(
      [lostOf(report), await onOffer(), JSON.stringify(contact?.["organizations"]).includes("Bcme")],
      [[["Clara Client", "email", "studio", "studio@example.test"]], [["email", "studio@example.test"]], true],
    );
  });

  it("C15: what is on offer is so until the client or the contact changes again", async () => {
    await inStudio({ email: "studio@example.test" });
    bench.clock.advance({ minutes: 5 });
    inGoogle({ emailAddresses: [{ value: "google@example.test" }] });
    await bench.run(anna);
    anna.contacts.label(anna.contacts.list()[0]?.resourceName ?? "", "Friends of mine");
    await bench.run(anna);
    const afterLabel = await onOffer();
    await inStudio({ company: "Bcme" });

    await bench.run(anna);

    assert.deepEqual([afterLabel.length, await onOffer()], [1, []]);
    await assert.rejects(use("email"), { code: "item-refused" });
  });

  it("X1: using it needs the clearance to change clients, and another user's offer is not one's own", async () => {
    const ben = await bench.person({}, "BB");
    await inStudio({ email: "studio@example.test" });
    bench.clock.advance({ minutes: 5 });
    inGoogle({ emailAddresses: [{ value: "google@example.test" }] });
    await bench.run(anna);
    bench.deny(anna, "Clients", "add-modify");
    bench.deny(ben, "Users", "add-modify");

    await assert.rejects(use("email"), { code: "item-refused" });
    await assert.rejects(use("email", ben.id), { code: "item-refused" });
    assert.equal((await both())[0], "google@example.test");
  });

  it("C16: a client edited while its contact was deleted leaves the set with its edit; the contact stays gone", async () => {
    await inStudio({ email: "studio@example.test" });
    anna.contacts.delete(anna.contacts.list()[0]?.resourceName ?? "");

    const { warnings } = await bench.run(anna);

    assert.deepEqual(
      [warnings.map(({ code }) => code), (await both())[0], contactsOf(anna)],
      [["left-synced-set"], "studio@example.test", []],
    );
  });
});
