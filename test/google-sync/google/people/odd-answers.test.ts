import assert from "node:assert/strict";

import * as fc from "fast-check";

import "../../../support/fixed-seed.js";
import { GoogleError } from "../../../../src/google-sync/google/index.js";
import {
  readCreated,
  readGot,
  readPage,
  readUpdated,
} from "../../../../src/google-sync/google/people/person-answers.js";
import { readPerson } from "../../../../src/google-sync/google/people/read-person.js";
import { isObject } from "../../../../src/local-google/json.js";
import { arbitraryOf } from "../../../hostile/support/schema-arbitrary.js";
import { absence, peopleDocument } from "../../../local-google/support/discovery.js";
import { aCreate, anUpdate, aPersonJson, someCreates } from "../support/a-person.js";
import { all, connect } from "../support/connected.js";
import type { Connected } from "../support/connected.js";
import { outcomesOf } from "../support/contacts-bench.js";

const person = (number: number, fields?: object) => readPerson({ ...aPersonJson(number, fields) });

describe("answers of Google about contacts that nobody expects", () => {
  let connected: Connected | undefined;

  async function answering(body: unknown, status = 200): Promise<Connected["connection"]["contacts"]> {
    connected = await connect(() => ({ status, body }));
    return connected.connection.contacts;
  }

  afterEach(async () => {
    await connected?.google.close();
    connected = undefined;
  });

  it("C14: a broken person is named as unreadable, and the others are read", async () => {
    const broken = { resourceName: "people/c2", metadata: { sources: [] } };
    const contacts = await answering({ connections: [aPersonJson(1), broken], nextSyncToken: "t" });
    const [page] = await all(contacts.listContacts(undefined));
    assert.deepEqual(
      [page?.contacts.map(({ resourceName }) => resourceName), page?.unreadable],
      [
        ["people/c1"],
        [{ resourceName: "people/c2", problem: "Google's answer cannot be read: the person is no contact" }],
      ],
    );
  });

  it("C14: a page with neither a next page nor a token, or with both, is no page", () => {
    for (const json of [{}, { nextPageToken: "p", nextSyncToken: "t" }, { connections: {}, nextSyncToken: "t" }]) {
      assert.throws(() => readPage(json), GoogleError);
    }
  });

  it("K4: values of a linked profile are left out", () => {
    const names = [
      { metadata: { source: { type: "PROFILE" } }, displayName: "Profile" },
      { metadata: { source: { type: "CONTACT" }, primary: true, sourcePrimary: true }, givenName: "Mia" },
    ];
    const contact = person(1, { names });
    assert.deepEqual(contact.kind === "live" && contact.fields.names, [
      { metadata: { primary: true, sourcePrimary: true }, givenName: "Mia" },
    ]);
  });

  it("C17: half a surrogate pair and a NUL come as every database keeps them", () => {
    const contact = person(1, { organizations: [{ name: "A\ud800B\u0000" }] });
    assert.deepEqual(contact.kind === "live" && contact.fields.organizations, [{ name: "A\ufffdB" }]);
  });

  it("tells created contacts apart by our mark, not by their order; what is missing is unknown", async () => {
    const created = (number: number, mark: string): object => ({
      person: aPersonJson(number, { clientData: [{ key: "spectra-client", value: mark }] }),
      status: {},
    });
    const contacts = await answering({ createdPeople: [created(2, "c1"), created(1, "c0")] });
    const results = (await all(contacts.create(someCreates(3)))).flat();
    assert.deepEqual(
      results.map(({ key, outcome }) => [
        key,
        outcome.kind === "written" ? outcome.contact.resourceName : outcome.kind,
      ]),
      [
        ["c0", "people/c1"],
        ["c1", "people/c2"],
        ["c2", "unknown"],
      ],
    );
  });

  it("an update that Google answers for alone is judged alone", async () => {
    const live = [1, 2, 3, 4].map((number) => person(number)).filter((contact) => contact.kind === "live");
    const contacts = await answering({
      updateResult: {
        "people/c1": { person: aPersonJson(1) },
        "people/c2": { status: { code: 9, message: "stale" } },
        "people/c3": { httpStatusCode: 404 },
      },
    });
    const outcomes = await outcomesOf(
      contacts.update(live.map((contact) => anUpdate(contact, { fields: { names: [{ givenName: "M" }] } }))),
    );
    assert.deepEqual(outcomes, {
      "people/c1": "written",
      "people/c2": "stale",
      "people/c3": "not-found",
      "people/c4": "failed malformed-answer",
    });
  });

  it("an empty list of labels is no answer", async () => {
    await assert.rejects((await answering({})).listLabels(), GoogleError);
  });

  describe("of any shape", () => {
    if (peopleDocument === undefined) {
      it(`is skipped: ${absence}`, function skip() {
        this.skip();
      });
      return;
    }
    const document = peopleDocument;

    /** Reads, or says that it cannot; any other exception would end the whole run. */
    function harmless(schema: string, read: (json: Readonly<Record<string, unknown>>) => unknown): void {
      fc.assert(
        fc.property(arbitraryOf(document, schema), (json) => {
          if (!isObject(json)) return;
          try {
            read(json);
          } catch (error) {
            assert.ok(error instanceof GoogleError);
          }
        }),
        { numRuns: 200 },
      );
    }

    it("C14: pages are read, or refused as unreadable", () => {
      harmless("ListConnectionsResponse", readPage);
    });

    it("C14: every name asked for and every write has its outcome", () => {
      harmless("GetPeopleResponse", (json) => assert.equal(readGot(["people/c1"], json).length, 1));
      harmless("BatchCreateContactsResponse", (json) => assert.equal(readCreated([aCreate("c0")], json).length, 1));
      const contact = person(1);
      assert.ok(contact.kind === "live");
      harmless("BatchUpdateContactsResponse", (json) =>
        assert.equal(readUpdated([anUpdate(contact, {})], json).length, 1),
      );
    });
  });
});
