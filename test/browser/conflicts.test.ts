import assert from "node:assert/strict";

import { aClient, aSession } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("Resolve Schedule Conflicts, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    const { host, userId } = product;
    const { id: clientId } = await aClient(host, { firstName: "Ida", lastName: "Moe" });
    for (const [description, hour] of [
      ["Portraits", 14],
      ["Album", 9],
    ] as const) {
      const times = { start: tomorrowAt(hour), end: tomorrowAt(hour + 1) };
      await aSession(host, { photographer: userId, clientId, description, ...times });
    }
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    const calendar = product.google.accounts.get(annasEmail).calendar();
    calendar.create({ summary: "Ida's portraits", start: at(13), end: at(16) });
    calendar.create({ summary: "Breakfast", start: at(8), end: at(10) });
    await product.act("sync-now");
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("S3: shows both bookings of each conflict side by side", async () => {
    await desk.menu("Tools > Resolve Schedule Conflicts");
    await desk.onScreen("Resolve Schedule Conflicts");
    await desk.page.getByRole("region", { name: "Breakfast and Ida Moe - Album" }).waitFor();
    await desk.page.getByRole("region", { name: "Ida's portraits and Ida Moe - Portraits" }).waitFor();
    await desk.isAccessible();
  });

  it("S3: keeps both", async () => {
    const card = desk.page.getByRole("region", { name: "Breakfast and Ida Moe - Album" });
    await card.getByRole("button", { name: "Keep Both" }).click();
    await card.waitFor({ state: "detached" });
  });

  it("S3: opens the record to reschedule it", async () => {
    await desk.press("Open or reschedule Ida's portraits");
    await desk.page.getByRole("dialog").waitFor();
    await desk.press("Cancel");
  });

  it('S3: makes them one with "They are the same booking", and nothing is left to resolve', async () => {
    await desk.press("They are the same booking");
    await desk.page.getByRole("dialog").getByRole("button", { name: "They are the same booking" }).click();
    await desk.sees("They are one booking now.");
    await desk.sees(/No bookings overlap/);
    await desk.isAccessible();
    const left = await product.host.connection.query()("schedule_details").pluck("description");
    assert.deepEqual(left.toSorted(), ["Album", "Breakfast", "Portraits"]);
  });
});
