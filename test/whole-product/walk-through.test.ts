import assert from "node:assert/strict";

import { aSession, anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

describe("the whole product, through its HTTP API", function () {
  this.timeout(30_000);
  let product: Product;

  before(async () => {
    product = await Product.open();
    const { host, userId } = product;
    const start = tomorrowAt(10);
    await anAppointment(host, { users: [userId], description: "Call the lab", start, end: tomorrowAt(11) });
    await aSession(host, {
      photographer: userId,
      description: "Portraits",
      start: tomorrowAt(14),
      end: tomorrowAt(15),
    });
  });

  after(() => product.close());

  it("P2: says on the tab that no account is connected", async () => {
    const { state } = await product.open();
    assert.deepEqual(state.facts[0], { label: "Connection", value: "Not connected" });
  });

  it("A1: connects through Google's consent page and back, once the person confirms the email", async () => {
    const { url } = await product.act("connect");
    const landed = await product.browser.consent(url, annasEmail);
    assert.match(landed, /\/preferences\/user\/google-sync\.user-page/);
    const result = await product.act("confirm");
    assert.deepEqual(result, { kind: "done", message: "anna@example.test is connected." });
  });

  it('W2, W3: sends the schedule with "OK" and "Sync Now", and unticks Populate', async () => {
    const saved = await product.save({ enabled: true, populateGoogle: true, sendAppointments: true });
    assert.deepEqual(saved, { kind: "saved" });

    const result = await product.act("sync-now");

    assert.deepEqual(result, { kind: "done", message: "In Google: 2 created." });
    assert.deepEqual(product.titles(), ["Call the lab", "Clara Client - Portraits"]);
    const { values } = await product.open();
    assert.equal(values["populateGoogle"], false);
  });

  it("C5: brings in what was made in Google", async () => {
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    product.google.accounts
      .get(annasEmail)
      .calendar()
      .create({ summary: "Dentist", start: at(17), end: at(18) });
    await product.act("sync-now");
    const entries = await product.host.connection.query()("appointments").select("description", "origin").orderBy("id");
    assert.deepEqual(entries, [
      { description: "Call the lab", origin: "studio" },
      { description: "Dentist", origin: "google" },
    ]);
  });

  it("A6: gives no token away in what it answers", async () => {
    assert.doesNotMatch(JSON.stringify(await product.open()), /ya29|1\/\/0/);
  });

  it("P1: explains a refused value beside its control and saves nothing", async () => {
    const result = await product.save({ sendContacts: true, downloadTentative: true });
    assert.deepEqual(result, {
      kind: "refused",
      problems: [
        {
          severity: "error",
          field: "clientGroupId",
          text: "Choose the client group that contacts from Google are added to.",
        },
      ],
    });
    const { values } = await product.open();
    assert.equal(values["downloadTentative"], false);
  });
});
