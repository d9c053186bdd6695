import assert from "node:assert/strict";

import { aPerson } from "../support/a-person.js";
import { timed } from "../support/google-events.js";
import { aClient, aClientGroup, aUser } from "../support/studio.js";
import type { MadeClientGroup } from "../support/studio.js";
import { Browser } from "./browser.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

describe("why something of Google is not in the studio, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;
  let group: MadeClientGroup;

  beforeEach(async () => {
    product = await Product.open();
    const clara = await aClient(product.host, { email: "clara@example.test" });
    group = await aClientGroup(product.host, { name: "Weddings", clients: [clara] });
  });
  afterEach(() => product.close());

  const calendar = () => product.google.accounts.get(annasEmail).calendar();
  const contacts = () => product.google.accounts.get(annasEmail).contacts();
  const tomorrow = tomorrowAt(0).slice(0, 10);

  function event(title: string, more: Readonly<Record<string, unknown>> = {}): string {
    return calendar().create({ ...timed(title, tomorrow, "10:00", "11:00"), ...more }).id;
  }

  /** What is said of what was typed: "title: sentence". */
  async function told(input: Readonly<Record<string, unknown>>, browser = product.browser): Promise<readonly string[]> {
    const { value } = await browser.command("google-sync.explain", { user: "AB", ...input });
    return (value as readonly { readonly title: string; readonly text: string }[]).map(
      ({ title, text }) => `${title}: ${text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, "THEN")}`,
    );
  }

  it("R4: an event is found by a part of its title, or its id, with the reason why it is not there", async () => {
    const old = event("Dentist, the old one");
    await product.connect({ sendAppointments: true });
    await product.act("sync-now");
    event("Dentist tomorrow");
    event("Dentist every week", { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"] });
    event("Dentist maybe", { status: "tentative" });
    await product.act("sync-now");

    assert.deepEqual((await told({ event: "DENTIST" })).toSorted(), [
      "Dentist every week: It is left out, because it repeats in Google, and repeating appointments made in Google are not supported.",
      'Dentist maybe: It is left out, because it is tentative, and "Download tentative, non-confirmed appointments" is not ticked.',
      "Dentist tomorrow: It is in the studio and in step, last synced THEN.",
      "Dentist, the old one: It is not in the studio, because it was in Google before syncing began, is older than what Populate brings in, or was taken back by an undo, and has not changed since. It comes in when it changes; Populate brings in what is recent enough.",
    ]);
    assert.equal((await told({ event: old })).length, 1);
  });

  it("R4: where nothing is known of an event, it says why that may be", async () => {
    const before = await told({ event: "Dentist" });
    await product.connect({ enabled: false });
    const off = await told({ event: "Dentist" });
    await product.save({ enabled: true });
    const noRun = await told({ event: "Dentist" });
    await product.act("sync-now");
    const oneWay = await told({ event: "Dentist" });
    await product.save({ sendAppointments: true });
    await product.act("sync-now");

    assert.deepEqual([before, off, noRun, oneWay, await told({ event: "Dentist" })].flat(), [
      'Dentist: Nothing of Google is in the studio, because "Enable Google Sync" is not ticked.',
      'Dentist: Nothing of Google is in the studio, because "Enable Google Sync" is not ticked.',
      "Dentist: No run has read this calendar to its end yet.",
      'Dentist: Google is not read, because "Send new, modified, and deleted Google appointments into StudioPlus Spectra" is not ticked.',
      "Dentist: No event like this was in this user's Google calendar at the last sync, THEN. What is newer comes with the next run; events of other calendars never do.",
    ]);
  });

  it("R4: a contact is found by its name or email, with the reason why it is no client", async () => {
    contacts().create(aPerson({ firstName: "Mia", lastName: "Old", email: "mia@example.test" }));
    contacts().create(aPerson({ firstName: "Clara", lastName: "Client", email: "other@example.test" }));
    await product.connect({ clientGroupId: group.id, sendContacts: true });
    await product.act("sync-now");

    assert.deepEqual(
      [await told({ contact: "mia@example" }), await told({ contact: "Clara Client" })],
      [
        [
          "Mia Old: It is no client of the studio, because it was in Google before contacts came in, or was left there by an answer or an undo. Populate asks for such contacts.",
        ],
        [
          "Clara Client: It may be a client of the studio: question 1, under Contacts to Review, asks.",
          "Clara Client: Anna Berg: waits for an answer to question 1.",
        ],
      ],
    );
  });

  it("R4: where contacts are not synced, it says why", async () => {
    await product.connect({});
    const none = await told({ contact: "Mia" });
    await product.save({ clientGroupId: group.id });
    const unread = await told({ contact: "Mia" });
    await product.act("sync-now");

    assert.deepEqual([none, unread, await told({ contact: "Mia" })].flat(), [
      "Mia: Contacts are not synced, because no client group is chosen on the Google tab.",
      "Mia: Google Contacts have not been read yet.",
      'Mia: Nobody like this was in Google Contacts when they were last read, THEN. They are not read again, because "Send new and modified Google contacts into StudioPlus Spectra" is not ticked.',
    ]);
  });

  it("C8: a private event is found by others by its id alone, and not by its title", async () => {
    await product.connect({ sendAppointments: true });
    await product.act("sync-now");
    const id = event("Secret", { visibility: "private" });
    await product.act("sync-now");
    await aUser(product.host, { initials: "ZZ" });
    const other = new Browser(product.serving.address);
    await other.signIn("ZZ", "");

    const byTitle = await told({ event: "Secret" }, other);
    const byId = await told({ event: id }, other);
    assert.deepEqual(
      [byTitle.map((line) => line.includes("No event like this")), byId.map((line) => line.split(":")[0])],
      [[true], ["Private appointment"]],
    );
  });

  it("R4: the menu asks for a title or name, and the list has a line for everything found", async () => {
    event("Mia's party");
    contacts().create(aPerson({ firstName: "Mia", lastName: "Old" }));
    await product.connect({ sendAppointments: true, clientGroupId: group.id, sendContacts: true });
    await product.act("sync-now");

    const { open } = await product.browser.command("google-sync.explain");
    const { content } = await product.browser.view("google-sync.explained-view", { search: "mia" });

    const { rows } = content as { readonly rows: readonly { readonly cells: Readonly<Record<string, string>> }[] };
    assert.deepEqual(
      [open, rows.map(({ cells }) => [cells["user"], cells["kind"], cells["title"]])],
      [
        { viewId: "google-sync.explain-view", input: {} },
        [
          ["AB", "Google event", "Mia's party"],
          ["AB", "Google contact", "Mia Old"],
        ],
      ],
    );
  });
});
