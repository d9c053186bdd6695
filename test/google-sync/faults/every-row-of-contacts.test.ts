import assert from "node:assert/strict";

import { verdictOf } from "../../../src/google-sync/google/error-table.js";
import { failureOf, networkFailure } from "../../../src/google-sync/google/failure.js";
import type { Verdict } from "../../../src/google-sync/google/index.js";
import { aPerson } from "../../support/a-person.js";
import { clientsOf, contactsOf } from "../../support/both-address-books.js";
import { eventsOf } from "../../support/both-sides.js";
import { aClient, aClientGroup, anAppointment, joinGroup } from "../../support/studio.js";
import type { MadeClientGroup } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { contactOperations, contactRefusals } from "./support/contact-refusals.js";
import type { ContactPlace, ContactRefusal } from "./support/contact-refusals.js";
import { waysOut } from "./support/expectations.js";
import { nameOfRow } from "./support/refusals.js";

describe("clients and contacts that Google refuses, row by row of the tables of errors", () => {
  let bench: SyncBench;

  before(async () => {
    bench = await SyncBench.open();
  });

  after(() => bench.close());

  for (const refusal of contactRefusals()) {
    it(`G3, G4: ${titleOf(refusal)}`, () => expectFromStartToEnd(refusal));
  }

  async function expectFromStartToEnd({ place, fault, ...refusal }: ContactRefusal): Promise<void> {
    const { person, group, wanted } = await prepare(place);
    const match = { operation: contactOperations[place], account: person.email };
    const verdict = meaningOf({ place, fault, ...refusal });
    // A new listing is not refused a token it does not carry.
    const times = verdict.kind === "sync-token-refused" ? { times: 1 } : {};
    const struck = bench.google.faults.add({ match, fault, ...times });
    const before = bench.google.log.entries().length;
    const { outcome, errors, warnings } = await bench.run(person);
    const asked = bench.google.log
      .entries()
      .slice(before)
      .filter(({ operation }) => operation === match.operation);
    assert.ok(asked.length <= 12, `${asked.length} requests`);
    const lines = [...errors, ...warnings];
    assert.deepEqual({ outcome, codes: lines.map(({ code }) => code) }, expected(verdict, place));
    for (const { code, text } of lines) assert.match(text, words[code] ?? /no words are known/);
    // The calendar goes on, and nobody is lost on either side.
    assert.deepEqual(eventsOf(person), ["2026-04-01T10:00 Desk"]);
    assert.deepEqual(missing(await clientsOf(bench, group), [/^(Clara|New)/, /^Dora/]), []);
    assert.deepEqual(missing(contactsOf(person), [/^Frida/]), []);

    await struck.dispose();
    for (const _later of [1, 2, 3]) {
      bench.clock.advance({ minutes: 30 });
      await bench.run(person);
    }
    assert.deepEqual(
      { contacts: contactsOf(person).map(nameOf), after: (await bench.run(person)).summary },
      { contacts: wanted, after: "Nothing had changed." },
    );
  }

  /** Clients and contacts in step where the place is met later; then something on its way in every direction. */
  async function prepare(
    place: ContactPlace,
  ): Promise<{ readonly person: BenchPerson; readonly group: MadeClientGroup; readonly wanted: readonly string[] }> {
    const isTwoWay = place !== "contacts-get";
    const person = await bench.person({ populateGoogle: true, sendContacts: isTwoWay });
    const clara = await aClient(bench.studio, { firstName: "Clara", email: "clara@example.test" });
    const dora = await aClient(bench.studio, { firstName: "Dora", email: "dora@example.test", phones: ["555 0101"] });
    const group = await aClientGroup(bench.studio, { name: `Group ${person.initials}`, clients: [clara, dora] });
    bench.setUp(person, { clientGroupId: group.id });
    person.contacts.create(aPerson({ firstName: "Frida", lastName: "Client", email: "frida@example.test" }));
    const desk = { users: [person.id], description: "Desk", start: "2026-04-01T10:00:00", end: "2026-04-01T11:00:00" };
    await anAppointment(bench.studio, desk);
    const isFirst = ["labels-list", "label-create", "contacts-list"].includes(place);
    if (isFirst) return { person, group, wanted: ["Clara Client", "Dora Client", "Frida Client"] };
    await bench.run(person);
    await bench.edit("clients", clara.id, { first_name: "New" });
    // One way, contacts are read one by one only where nobody is to be made (K1, K9).
    if (!isTwoWay) {
      await bench.edit("clients", dora.id, { company: "Acme" });
      return { person, group, wanted: ["Dora Client", "Frida Client", "New Client"] };
    }
    await joinGroup(bench.studio, group, await aClient(bench.studio, { firstName: "Emil" }));
    if (place === "label-members") {
      const frida = await aClient(bench.studio, { firstName: "Frida", email: "frida@example.test" });
      await joinGroup(bench.studio, group, frida);
    }
    if (place === "label-rename") await bench.edit("client_groups", group.id, { name: `Renamed ${person.initials}` });
    return { person, group, wanted: ["Dora Client", "Emil Client", "Frida Client", "New Client"] };
  }
});

/** What a run says about a meaning, at the request it met it. */
function expected(verdict: Verdict, place: ContactPlace): { outcome: string; codes: string[] } {
  const { kind } = verdict;
  const isNothing =
    kind === "sync-token-refused" ||
    // A batch refused as a whole: its contacts are asked for one by one.
    (["not-found", "precondition-failed"].includes(kind) && place === "contacts-update") ||
    // Another label has the name: the contacts go on under the old one.
    (kind === "duplicate-id" && place === "label-rename");
  if (isNothing) return { outcome: "done", codes: [] };
  return { outcome: "done-with-problems", codes: [codeOf(verdict, place)] };
}

function codeOf(verdict: Verdict, place: ContactPlace): string {
  const { kind } = verdict;
  if (kind === "refresh-token") return "google-needs-reconnecting";
  // Whoever may have been made is looked for before they are made again (K10).
  const isMaybeMade = verdict.kind === "retry-later" && verdict.because !== "rate";
  return isMaybeMade && place === "contacts-create" ? "contact-maybe-made" : `google-${kind}`;
}

/** Words of the report that say what to do, or what happens by itself, by its code. */
const words: Readonly<Record<string, RegExp>> = {
  ...waysOut,
  "contact-maybe-made": /looked for in a later run before they are made again/,
  "google-contacts-not-permitted": /Connect the account again and leave the permission ticked/,
  "google-address-book-full": /Google holds no more contacts/,
  "google-not-found": /next run/,
  "google-precondition-failed": /next run/,
  "google-duplicate-id": /next run/,
};

function meaningOf({ place, fault, status }: ContactRefusal): Verdict {
  const failure =
    fault.kind === "error" && typeof fault.error === "object" && "json" in fault.error
      ? failureOf(place, { status, body: JSON.stringify(fault.error.json) }, new Date(0))
      : networkFailure(place, "ECONNRESET");
  return verdictOf(failure);
}

function titleOf({ row, status, reason, place }: ContactRefusal): string {
  const said = [status === 0 ? "a cut connection" : status, reason].filter((part) => part !== "").join(" ");
  return `${said} to ${place} (${nameOfRow(row)}): the calendar goes on, nobody is lost, and later runs complete it`;
}

function nameOf(line: string): string {
  return line.split(" | ")[0] ?? "";
}

function missing(lines: readonly string[], wanted: readonly RegExp[]): readonly string[] {
  return wanted.filter((one) => !lines.some((line) => one.test(line))).map(({ source }) => source);
}
