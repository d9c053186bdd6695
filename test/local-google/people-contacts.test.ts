import assert from "node:assert/strict";

import { AnnasContacts, aPerson, at, errorOf, objectsIn } from "./support/contacts-client.js";

describe("local Google: contacts", () => {
  const contacts = new AnnasContacts();
  beforeEach(async () => contacts.start());
  afterEach(async () => contacts.dispose());

  it("makes a contact in myContacts, with a resource name from its source id and an etag from mask and source", async () => {
    const made = await contacts.create(aPerson(), "metadata,memberships");
    const source = at(made, "metadata", "sources", 0);
    const etag = String(made["etag"]);
    assert.deepEqual(
      [
        made["resourceName"],
        etag.startsWith("%"),
        Buffer.from(etag.slice(1), "base64").includes(String(at(source, "etag")).slice(1)),
        at(made, "memberships", 0, "contactGroupMembership"),
      ],
      [
        `people/c${BigInt(`0x${String(at(source, "id"))}`)}`,
        true,
        true,
        { contactGroupId: "myContacts", contactGroupResourceName: "contactGroups/myContacts" },
      ],
    );
  });

  it("derives display names, types, addresses and sure phone numbers", async () => {
    const made = await contacts.create(
      {
        names: [
          {
            honorificPrefix: "Dr.",
            givenName: "Ada",
            middleName: "Maria",
            familyName: "Beispiel",
            honorificSuffix: "III",
          },
        ],
        phoneNumbers: [
          { value: "+1 (555) 010-0123", type: "homeFax" },
          { value: "555 0123", type: "boat house" },
        ],
        addresses: [{ streetAddress: "Musterweg 15", city: "Berlin", postalCode: "10115", country: "DE" }],
        genders: [{ value: "female" }],
      },
      "names,phoneNumbers,addresses,genders",
    );
    assert.deepEqual(
      [
        at(made, "names", 0, "displayName"),
        at(made, "names", 0, "displayNameLastFirst"),
        at(made, "names", 0, "unstructuredName"),
        at(made, "phoneNumbers", 0, "canonicalForm"),
        at(made, "phoneNumbers", 0, "formattedType"),
        at(made, "phoneNumbers", 1, "canonicalForm"),
        at(made, "phoneNumbers", 1, "formattedType"),
        at(made, "addresses", 0, "formattedValue"),
        at(made, "addresses", 0, "countryCode"),
        at(made, "genders", 0, "formattedValue"),
      ],
      [
        "Dr. Ada Maria Beispiel III",
        "Beispiel, Dr. Ada Maria, III",
        "Dr. Ada Maria Beispiel III",
        "+15550100123",
        "Home Fax",
        undefined,
        "boat house",
        "Musterweg 15\nBerlin\n10115\nDE",
        "DE",
        "Female",
      ],
    );
  });

  it("splits a name given as one text", async () => {
    const made = await contacts.create({ names: [{ unstructuredName: "Ada Maria Beispiel" }] });
    assert.deepEqual(
      ["givenName", "middleName", "familyName"].map((part) => at(made, "names", 0, part)),
      ["Ada", "Maria", "Beispiel"],
    );
  });

  it("has another person etag for another mask, and another source etag after every change", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const read = async (mask: string): Promise<unknown> => (await contacts.get(resourceName, mask))["etag"];
    const before = [await read("names"), await read("names,metadata"), await read("names")];
    contacts.byHand.label(resourceName, "starred");
    assert.deepEqual(
      [before[0] === before[1], before[0] === before[2], before[0] === (await read("names"))],
      [false, true, false],
    );
  });

  it("replaces the fields of the mask as a whole, clears listed ones that are absent, and leaves others", async () => {
    const made = await contacts.create(
      aPerson("Ada", {
        emailAddresses: [{ value: "ada@example.test" }, { value: "a@example.test" }],
        nicknames: [{ value: "Addy" }],
        urls: [{ value: "https://example.test" }],
      }),
    );
    const { json } = await contacts.update(
      { ...made, names: [{ givenName: "Grace" }], emailAddresses: [{ value: "grace@example.test", type: "work" }] },
      "emailAddresses,nicknames",
      "names,emailAddresses,nicknames,urls",
    );
    assert.deepEqual(
      [
        at(json, "names", 0, "givenName"),
        objectsIn(json["emailAddresses"]).map(({ value, formattedType }) => [value, formattedType]),
        json["nicknames"],
        at(json, "urls", 0, "value"),
      ],
      ["Ada", [["grace@example.test", "Work"]], undefined, "https://example.test"],
    );
  });

  it("refuses an old etag in either place, and a body without contact source", async () => {
    const made = await contacts.create(aPerson());
    const { json: newer } = await contacts.update({ ...made, names: [{ givenName: "B" }] }, "names");
    const replies = [
      await contacts.update(made, "names"),
      await contacts.update({ ...newer, etag: made["etag"] }, "names"),
      await contacts.update({ ...newer, metadata: made["metadata"] }, "names"),
      await contacts.update({ ...newer, metadata: {} }, "names"),
      await contacts.update(newer, "names"),
    ];
    assert.deepEqual(
      replies.map((reply) => errorOf(reply).slice(0, 2)),
      [
        [400, "FAILED_PRECONDITION"],
        [400, "FAILED_PRECONDITION"],
        [400, "FAILED_PRECONDITION"],
        [400, "INVALID_ARGUMENT"],
        [200, undefined],
      ],
    );
  });

  it("refuses two names, emptied memberships, unknown fields, unknown parameters, and a missing or wrong mask", async () => {
    const made = await contacts.create(aPerson(), "names,metadata,memberships");
    const query = { personFields: "names" };
    const replies = [
      await contacts.call("POST", "/people:createContact", {
        query,
        body: { names: [{ givenName: "A" }, { givenName: "B" }] },
      }),
      await contacts.update({ ...made, memberships: [] }, "memberships"),
      await contacts.call("POST", "/people:createContact", { query, body: { nmaes: [] } }),
      await contacts.call("POST", "/people:createContact", { query, body: { names: [{ given: "A" }] } }),
      await contacts.call("GET", "/people/me/connections", { query: { ...query, "x-maxResults": 5 } }),
      await contacts.call("GET", "/people/me/connections"),
      await contacts.call("GET", "/people/me/connections", { query: { personFields: "names,fileAses" } }),
      await contacts.update(made, "photos"),
    ];
    assert.deepEqual(
      replies.map((reply) => errorOf(reply).slice(0, 2)),
      replies.map(() => [400, "INVALID_ARGUMENT"]),
    );
  });

  it("takes a whole person back unchanged, ignoring what only Google sets", async () => {
    const everything = "names,emailAddresses,phoneNumbers,addresses,memberships,metadata,photos,biographies";
    const made = await contacts.create(
      aPerson("Ada", { biographies: [{ value: "note" }], addresses: [{ city: "Berlin", type: "home" }] }),
      everything,
    );
    const { json } = await contacts.update(made, "names,biographies,addresses,memberships", everything);
    const { etag: _old, metadata: _before, ...before } = made;
    const { etag: _new, metadata: _after, ...after } = json;
    assert.deepEqual(after, before);
  });

  it("deletes with an empty answer and knows the contact no more", async () => {
    const { resourceName } = contacts.byHand.create(aPerson());
    const deletion = await contacts.call("DELETE", `/${resourceName}:deleteContact`);
    const again = await contacts.call("DELETE", `/${resourceName}:deleteContact`);
    const gone = await contacts.call("GET", `/${resourceName}`, { query: { personFields: "names" } });
    assert.deepEqual(
      [deletion.json, errorOf(again).slice(0, 2), errorOf(gone).slice(0, 2)],
      [{}, [404, "NOT_FOUND"], [404, "NOT_FOUND"]],
    );
  });

  it("refuses without the scope, and without a token, in the words of the People API", async () => {
    const token = contacts.anna.google.grant(contacts.anna.email, { scopes: ["calendar.events"] }).accessToken;
    const query = { personFields: "names" };
    const replies = [
      await contacts.call("GET", "/people/me/connections", { query, token }),
      await contacts.call("GET", "/people/me/connections", { query, token: "none" }),
    ];
    assert.deepEqual(replies.map(errorOf), [
      [403, "PERMISSION_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"],
      [401, "UNAUTHENTICATED", undefined],
    ]);
  });
});

describe("local Google: batches of contacts", () => {
  const contacts = new AnnasContacts();
  beforeEach(async () => contacts.start());
  afterEach(async () => contacts.dispose());
  const readMask = "names,metadata";
  const batch = async (verb: string, body: unknown): ReturnType<AnnasContacts["call"]> =>
    contacts.call("POST", `/people:batch${verb}Contacts`, { body });
  const creations = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) => ({ contactPerson: aPerson(`N${index}`) }));

  it("creates up to 200, shows them, and reads them together", async () => {
    const { json } = await batch("Create", { contacts: creations(200), readMask });
    const created = objectsIn(json["createdPeople"]);
    const names = created.map(({ requestedResourceName }) => String(requestedResourceName));
    const read = await contacts.call("GET", "/people:batchGet", {
      query: { personFields: "names", resourceNames: [...names.slice(0, 199), "people/c1"] },
    });
    assert.deepEqual(
      [
        created.length,
        at(created[1], "person", "names", 0, "givenName"),
        objectsIn(read.json["responses"])
          .slice(-2)
          .map(({ httpStatusCode }) => httpStatusCode),
        errorOf(await batch("Create", { contacts: creations(201), readMask })).slice(0, 2),
      ],
      [200, "N1", [200, 404], [400, "INVALID_ARGUMENT"]],
    );
  });

  it("creates nothing when one cannot be created", async () => {
    const body = { contacts: [{ contactPerson: aPerson() }, { contactPerson: { names: [{}, { x: 1 }] } }], readMask };
    const reply = await batch("Create", body);
    assert.deepEqual(
      [
        reply.status,
        Object.keys(Object(at(reply.json, "error", "details", 0, "contactErrors"))),
        contacts.byHand.list(),
      ],
      [400, ["1"], []],
    );
  });

  it("answers nothing about contacts for an empty read mask", async () => {
    assert.deepEqual(
      [(await batch("Create", { contacts: creations(1), readMask: "" })).json, contacts.byHand.list().length],
      [{}, 1],
    );
  });

  it("updates all or nothing, and says which etag was old", async () => {
    const first = contacts.byHand.create(aPerson("A"));
    const second = contacts.byHand.create(aPerson("B"));
    contacts.byHand.change(second.resourceName, { nicknames: [{ value: "changed" }] });
    const change = (etags: readonly { readonly resourceName: string }[]): Record<string, unknown> =>
      Object.fromEntries(etags.map((person) => [person.resourceName, { ...person, names: [{ givenName: "New" }] }]));
    const mixed = await batch("Update", { contacts: change([first, second]), updateMask: "names", readMask });
    const alone = await batch("Update", { contacts: change([first]), updateMask: "names", readMask });
    assert.deepEqual(
      [
        errorOf(mixed).slice(0, 2),
        at(mixed.json, "error", "details", 0, "contactErrors", second.resourceName, "code"),
        Object.keys(Object(at(mixed.json, "error", "details", 0, "contactErrors"))).length,
        at(alone.json, "updateResult", first.resourceName, "person", "names", 0, "displayName"),
        at(contacts.byHand.get(second.resourceName), "names", 0, "givenName"),
      ],
      [[400, "FAILED_PRECONDITION"], 9, 1, "New", "B"],
    );
  });

  it("deletes up to 500, or none when one is unknown", async () => {
    const names = ["A", "B"].map((name) => contacts.byHand.create(aPerson(name)).resourceName);
    const refused = await batch("Delete", { resourceNames: [...names, "people/c1"] });
    const left = contacts.byHand.list().length;
    const { json } = await batch("Delete", { resourceNames: names });
    const many = await batch("Delete", {
      resourceNames: Array.from({ length: 501 }, (_, index) => `people/c${index}`),
    });
    assert.deepEqual([refused.status, left, json, contacts.byHand.list(), many.status], [404, 2, {}, [], 400]);
  });
});
