import assert from "node:assert/strict";

import { calendarMethods } from "../../src/local-google/calendar/methods.js";
import { googleErrors } from "../../src/local-google/http/google-errors.js";
import { isObject } from "../../src/local-google/json.js";
import type { JsonObject } from "../../src/local-google/json.js";
import { peopleMethods } from "../../src/local-google/people/methods.js";
import { readSourceEtag, writePersonEtag } from "../../src/local-google/people/person-etags.js";
import { personFieldNames } from "../../src/local-google/people/person-fields.js";
import { Anna, anEvent, items } from "./support/client.js";
import { AnnasContacts, at, objectsIn } from "./support/contacts-client.js";
import { absence, calendarDocument, discoveryMethods, observedShapes } from "./support/discovery.js";

describe("local Google: its methods against the Discovery document", function () {
  before(function () {
    if (!calendarDocument) {
      console.log(`    skipped: ${absence}`);
      this.skip();
    }
  });

  for (const method of [...calendarMethods, ...peopleMethods]) {
    it(`${method.name} has the verb, path, parameters and scopes of the document`, () => {
      const described = discoveryMethods().find(({ id }) => id === method.name);
      const query = Object.entries(described?.parameters ?? {})
        .filter(([, parameter]) => isObject(parameter) && parameter["location"] === "query")
        .map(([name]) => name);
      const scopes = described?.scopes.map((scope) => scope.replace("https://www.googleapis.com/auth/", ""));
      assert.deepEqual(
        {
          method: method.method,
          path: method.path,
          query: new Set(method.query.filter((name) => name !== "eventLabelVersion")),
          scopes: new Set(method.scopes),
        },
        { method: described?.httpMethod, path: described?.path, query: new Set(query), scopes: new Set(scopes) },
      );
    });
  }
});

describe("local Google: its answers against recorded shapes", function () {
  before(function () {
    if (!observedShapes) {
      console.log(`    skipped: ${absence}`);
      this.skip();
    }
  });
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const recorded = (...path: string[]): unknown =>
    path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), observedShapes);
  const sameKeys = (actual: unknown, name: string): void => {
    assert.deepEqual(keysOf(actual), keysOf(recorded("calendar", name)));
  };

  it("a delta without changes", async () => {
    sameKeys((await anna.list({ syncToken: await anna.syncToken() })).json, "delta: nothing changed");
  });

  it("a delta with a deleted event", async () => {
    const { id } = anna.calendar.create(anEvent());
    const syncToken = await anna.syncToken();
    anna.calendar.delete(id);
    sameKeys((await anna.list({ syncToken })).json, "delta: event or whole series deleted");
  });

  it("a delta with a deleted instance", async () => {
    const { id } = anna.calendar.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY"] });
    const syncToken = await anna.syncToken();
    anna.calendar.deleteInstance(id, "2026-03-26T08:00:00");
    sameKeys((await anna.list({ syncToken })).json, "delta: one instance deleted (master is listed again)");
  });

  it("a delta with a changed instance", async () => {
    const { id } = anna.calendar.createSeries({ ...anEvent(), recurrence: ["RRULE:FREQ=DAILY"] });
    const syncToken = await anna.syncToken();
    anna.calendar.changeInstance(id, "2026-03-26T08:00:00", { summary: "late" });
    sameKeys((await anna.list({ syncToken })).json, "delta: one instance changed");
  });

  it("a page that is not the last", async () => {
    const day = {
      start: { date: "2026-05-04" },
      end: { date: "2026-05-07" },
      transparency: "transparent",
      summary: "Fair",
    };
    for (let index = 0; index < 2; index++) anna.calendar.create(day);
    sameKeys((await anna.list({ maxResults: 1 })).json, "full: page that is not the last");
  });

  it("the calendar list", async () => {
    anna.google.accounts.get(anna.email).addCalendar({
      id: "de.german#holiday@group.v.calendar.google.com",
      summary: "Holidays",
      accessRole: "reader",
    });
    const { json } = await anna.call("GET", "/users/me/calendarList");
    const [primary, holidays] = items({ status: 200, headers: {}, text: "", json });
    const [recordedPrimary, recordedHolidays] = [recorded("calendar", "calendarList", "items")].flat();
    // The newer dataOwner is in the Discovery document, not yet in the recordings.
    const { dataOwner: _owner, ...shown } = primary ?? {};
    assert.deepEqual([keysOf(shown), keysOf(holidays)], [keysOf(recordedPrimary), keysOf(recordedHolidays)]);
  });

  const sameErrors = {
    "syncToken expired (events.list)": "fullSyncRequired",
    "syncToken garbage": "invalidSyncToken",
    "updatedMin too old": "updatedMinTooLongAgo",
    "timeMax not after timeMin": "windowEmpty",
    "orderBy=startTime without singleEvents": "orderingNotAvailable",
    "access token missing/expired/revoked": "authError",
    "per-user rate": "userRateLimitExceeded",
    "per-project rate (403 form)": "rateLimitExceeded",
    "per-project rate (429 form)": "tooManyRequests",
    "operational limit": "quotaExceeded",
    "attendee edits shared field": "forbiddenForNonOrganizer",
    "unknown event or calendar": "notFound",
    "id reused on insert": "duplicate",
    "operational conflict (batch)": "conflict",
    "delete of deleted": "deleted",
    "If-Match stale": "conditionNotMet",
    backend: "backendError",
    "scope missing": "insufficientPermissions",
  } as const;
  for (const [name, own] of Object.entries(sameErrors)) {
    it(`the error "${name}"`, () => {
      const { status, json } = googleErrors[own];
      assert.deepEqual(
        { status, body: json },
        { status: recorded("calendar", "errors", name, "status"), body: recorded("calendar", "errors", name, "body") },
      );
    });
  }
});

describe("local Google: its contacts against recorded shapes", function () {
  before(function () {
    if (!observedShapes) {
      console.log(`    skipped: ${absence}`);
      this.skip();
    }
  });
  const contacts = new AnnasContacts();
  beforeEach(async () => contacts.start());
  afterEach(async () => contacts.dispose());
  const recorded = (...path: string[]): unknown => at(observedShapes, "people", ...path);
  const personFields =
    "names,photos,birthdays,addresses,emailAddresses,phoneNumbers,biographies,organizations,memberships,userDefined,metadata";
  const created = (): unknown => {
    const body = at(recorded("connections: full, last page"), "connections", 0);
    const { memberships: _groups, ...person } = Object(body) as JsonObject;
    // Only a number with its country's prefix has a sure canonical form.
    return contacts.byHand.create({
      ...person,
      phoneNumbers: [
        { value: "+49 30 1234567", type: "mobile" },
        { value: "12", type: "work" },
      ],
    });
  };

  it("a full list", async () => {
    created();
    contacts.settle();
    const { json } = await contacts.list({ personFields });
    const expected = recorded("connections: full, last page");
    assert.deepEqual(keysOf(json), keysOf(expected));
    assert.deepEqual(
      ["names", "addresses", "birthdays"].map((name) => withoutMetadata(at(json, "connections", 0, name, 0))),
      ["names", "addresses", "birthdays"].map((name) => withoutMetadata(at(expected, "connections", 0, name, 0))),
    );
  });

  it("the etag of a person, byte by byte", () => {
    const mask = personFieldNames.filter((name) => personFields.split(",").includes(name));
    const etag = String(at(recorded("connections: full, last page"), "connections", 0, "etag"));
    assert.equal(writePersonEtag(mask, readSourceEtag(etag)), etag);
  });

  it("a delta without changes", async () => {
    const { json } = await contacts.list({ syncToken: await contacts.syncToken() });
    assert.deepEqual(keysOf(json), keysOf(recorded("connections: delta, nothing changed")));
  });

  it("a delta with a deleted contact", async () => {
    const { resourceName } = contacts.byHand.create({ names: [{ givenName: "Ada" }] });
    const syncToken = await contacts.syncToken();
    contacts.byHand.delete(resourceName);
    contacts.settle();
    const { json } = await contacts.list({ syncToken });
    assert.deepEqual(keysOf(json), keysOf(recorded("connections: delta, one deleted")));
  });

  it("the contact groups", async () => {
    const { resourceName } = contacts.byHand.create({ names: [{ givenName: "Ada" }] });
    contacts.byHand.label(resourceName, "Customers");
    const { json } = await contacts.call("GET", "/contactGroups");
    const shown = objectsIn(json["contactGroups"]);
    // The recording leaves out the groups of the system nobody uses any more.
    const contactGroups = [shown[0], shown[1], shown.at(-1)];
    assert.deepEqual(keysOf({ ...json, contactGroups }), keysOf(recorded("contactGroups")));
  });

  const sameErrors = {
    "sync token older than 7 days": "peopleSyncTokenExpired",
    "malformed sync token": "peopleInvalidArgument",
    "stale etag on updateContact": "peopleStaleEtag",
    "contact gone": "peopleNotFound",
    "quota per minute per user": "peopleCriticalReads",
    "backend quota": "peopleExhausted",
    "bad access token": "peopleUnauthenticated",
  } as const;
  for (const [name, own] of Object.entries(sameErrors)) {
    it(`the error "${name}"`, () => {
      const { status, json } = googleErrors[own];
      assert.deepEqual({ status, body: json }, recorded("errors", name));
    });
  }

  it('the error "scope missing"', async () => {
    const token = contacts.anna.google.grant(contacts.anna.email, { scopes: ["calendar.events"] }).accessToken;
    const { status, json } = await contacts.call("GET", "/people/me/connections", { token });
    assert.deepEqual({ status, body: json }, recorded("errors", "scope missing"));
  });
});

function withoutMetadata(value: unknown): unknown {
  return isObject(value) ? { ...value, metadata: undefined } : value;
}

/** The keys of a value, all the way down; values themselves are left out. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (!isObject(value)) return typeof value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, keysOf(value[key])]),
  );
}
