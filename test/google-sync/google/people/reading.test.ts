import assert from "node:assert/strict";

import { defaultPacerLimits, GoogleError, unlimitedPace } from "../../../../src/google-sync/google/index.js";
import { all } from "../support/connected.js";
import { anna, ContactsBench } from "../support/contacts-bench.js";

describe("reading contacts from the local Google", () => {
  let bench: ContactsBench;

  async function start(...parameters: Parameters<typeof ContactsBench.open>): Promise<void> {
    bench = await ContactsBench.open(...parameters);
  }

  function fill(count: number): void {
    for (let index = 0; index < count; index += 1) {
      bench.book.create({ names: [{ givenName: "Mia", familyName: `Smith ${index}` }] });
    }
  }

  afterEach(() => bench.close());

  it("reads 3,000 contacts in three requests, and an idle poll in one", async () => {
    await start();
    fill(3_000);
    const full = await bench.readAll();
    const fullCounts = bench.counts();
    const idle = await bench.readAll(full.token);
    assert.deepEqual(
      [full.contacts.length, full.pages, fullCounts, idle.contacts.length, bench.counts()],
      [3_000, 3, { "people.connections.list": 3 }, 0, { "people.connections.list": 1 }],
    );
  });

  it("reads only what changed since the token; the deleted as tombstones", async () => {
    await start();
    fill(3);
    const { live, token } = await bench.readAll();
    const [first, second] = live.map(({ resourceName }) => resourceName);
    bench.book.change(first ?? "", { names: [{ givenName: "Maria", familyName: "Smith" }] });
    bench.book.delete(second ?? "");
    const delta = await bench.readAll(token);
    assert.deepEqual(
      delta.contacts.map((contact) => [
        contact.resourceName,
        contact.kind === "live" ? contact.fields.names?.[0]?.["givenName"] : contact.kind,
      ]),
      [
        [first, "Maria"],
        [second, "deleted"],
      ],
    );
  });

  it("asks for the sync token on every page, with the same parameters each time", async () => {
    await start({ pageSizeCap: 2 });
    fill(5);
    const { token } = await bench.readAll();
    await bench.readAll(token);
    const queries = bench.google.log.entries().map(({ query }) => {
      const { pageToken: _page, syncToken: _sync, ...same } = query;
      return JSON.stringify(same);
    });
    assert.deepEqual(
      [queries.length, new Set(queries).size, queries[0]?.includes('"requestSyncToken":"true"')],
      [4, 1, true],
    );
  });

  it("reads pages that are short or empty", async () => {
    await start({ shortPages: true });
    fill(2_500);
    assert.equal((await bench.readAll()).contacts.length, 2_500);
  });

  it("K8: a merge made in Google comes with the former names", async () => {
    await start();
    fill(2);
    const { live, token } = await bench.readAll();
    const [first = "", second = ""] = live.map(({ resourceName }) => resourceName);
    bench.book.merge(first, second);
    const delta = await bench.readAll(token);
    assert.deepEqual(
      delta.live.map(({ previousResourceNames }) => [...previousResourceNames].toSorted()),
      [[first, second].toSorted()],
    );
  });

  it("K4: keeps all a list holds, labels, other apps' marks, and nothing of notes or photos", async () => {
    await start();
    const { resourceName } = bench.book.create({
      names: [{ givenName: "Mia", familyName: "Smith", middleName: "J." }],
      phoneNumbers: [
        { value: "+1 214 555 0101", type: "mobile" },
        { value: "555 0102", type: "Cabin" },
      ],
      biographies: [{ value: "Private" }],
      clientData: [{ key: "other-app", value: "7" }],
    });
    bench.book.label(resourceName, "Weddings");
    const [contact] = (await bench.readAll()).live;
    assert.deepEqual(
      [contact?.fields.names?.[0]?.["middleName"], contact?.fields.phoneNumbers, contact?.clientData],
      [
        "J.",
        [
          {
            metadata: { primary: true },
            value: "+1 214 555 0101",
            type: "mobile",
            canonicalForm: "+12145550101",
            formattedType: "Mobile",
          },
          { value: "555 0102", type: "Cabin", formattedType: "Cabin" },
        ],
        { "other-app": "7" },
      ],
    );
    assert.deepEqual(
      [Object.keys(contact?.fields ?? {}).toSorted(), contact?.memberships.length],
      [["names", "phoneNumbers"], 2],
    );
  });

  it("G7: an expired and a nonsensical sync token are refused as such, and a full listing works again", async () => {
    await start({ tokenLifetimeSeconds: 30 * 86_400 });
    fill(1);
    const { token } = await bench.readAll();
    bench.clock.advance(7 * 86_400_000);
    for (const refused of [token, "nonsense"]) {
      await assert.rejects(
        bench.readAll(refused),
        (error) => error instanceof GoogleError && error.verdict.kind === "sync-token-refused",
      );
    }
    assert.equal((await bench.readAll()).contacts.length, 1);
  });

  it("A4: without the contacts permission it says so, and names what to tick", async () => {
    await start({}, unlimitedPace, ["openid", "email", "calendar.events"]);
    await assert.rejects(
      bench.readAll(),
      (error) =>
        error instanceof GoogleError &&
        error.verdict.kind === "contacts-not-permitted" &&
        /leave the permission ticked/.test(error.hint ?? ""),
    );
  });

  it("gets contacts two hundred at a time, each name with its outcome", async () => {
    await start();
    fill(450);
    const names = (await bench.readAll()).contacts.map(({ resourceName }) => resourceName);
    bench.book.delete(names[3] ?? "");
    bench.counts();
    const got = await bench.contacts.getContacts([...names, "people/c99"]);
    assert.deepEqual(
      [
        got.size,
        got.get(names[3] ?? "")?.kind,
        got.get("people/c99")?.kind,
        got.get(names[449] ?? "")?.kind,
        bench.counts(),
      ],
      [451, "not-found", "not-found", "found", { "people.getBatchGet": 3 }],
    );
  });

  it("G4: a page that is cut short or refused by an ill server is asked for again", async () => {
    await start();
    fill(1_500);
    const { faults } = bench.google;
    faults.add({ fault: { kind: "truncate" }, times: 1 });
    faults.add({ fault: { kind: "error", error: "peopleUnavailable" }, match: { nth: 2 }, times: 1 });
    faults.add({ fault: { kind: "reset" }, match: { nth: 3 }, times: 1 });
    const { contacts, token } = await bench.readAll();
    assert.deepEqual([contacts.length, token === undefined], [1_500, false]);
  });

  it("C14: a page that fails for good ends the listing without a token", async () => {
    await start({ pageSizeCap: 10 });
    fill(15);
    let pages = 0;
    await assert.rejects(async () => {
      for await (const page of bench.contacts.listContacts(undefined)) {
        pages += 1;
        if (pages === 1) bench.google.faults.add({ fault: { kind: "error", error: "peopleInternal" } });
        assert.equal(page.nextSyncToken, undefined);
      }
    }, GoogleError);
    assert.equal(pages, 1);
  });

  it("G4: stays within Google's quotas for contacts, and learns them from refusals", async () => {
    const contacts = {
      criticalReadsPerMinutePerUser: 30,
      criticalWritesPerMinutePerUser: 30,
      fullSyncsPerMinutePerUser: 2,
    };
    await start(
      {
        rateLimits: { unitsPerMinutePerUser: 600, unitsPerMinutePerProject: 10_000, contacts },
        tokenLifetimeSeconds: 86_400,
      },
      defaultPacerLimits,
    );
    fill(1);
    for (let poll = 0; poll < 5; poll += 1) assert.equal((await bench.readAll()).contacts.length, 1);
    assert.ok(bench.clock.now().getTime() >= Date.parse("2026-03-02T09:01:00Z"));
  });

  it("lists labels and Google's own groups in one request", async () => {
    await start();
    for (let index = 0; index < 40; index += 1) bench.book.createLabel(`Label ${index}`);
    const labels = await bench.contacts.listLabels();
    assert.deepEqual(
      [
        labels.filter(({ isSystem }) => !isSystem).length,
        labels.some(({ isSystem, resourceName }) => isSystem && resourceName === "contactGroups/myContacts"),
        bench.counts(),
      ],
      [40, true, { "contactGroups.list": 1 }],
    );
  });

  it("an abort ends the waiting and throws the abort's reason", async () => {
    await start();
    const controller = new AbortController();
    const contacts = bench.another(controller.signal);
    bench.google.faults.add({ fault: { kind: "slow", milliseconds: 5_000 }, match: { account: anna } });
    const reading = all(contacts.listContacts(undefined));
    controller.abort(new Error("The computer is shutting down"));
    await assert.rejects(reading, /shutting down/);
  });
});
