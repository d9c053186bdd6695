import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Product, tomorrowAt } from "./product.js";

describe("Check and Repair, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;

  before(async () => {
    product = await Product.open();
    const { host, userId } = product;
    await anAppointment(host, { users: [userId], description: "Call", start: tomorrowAt(10), end: tomorrowAt(11) });
    await product.connect({ populateGoogle: true });
    await product.act("sync-now");
  });

  after(() => product.close());

  it("R5: says that everything is consistent", async () => {
    const { text, hasFailures } = await product.browser.command("google-sync.check");
    assert.deepEqual([text, hasFailures], ["AB: everything is consistent.", false]);
  });

  it("R5: lists what is inconsistent, with Repair beside it", async () => {
    await product.host.connection.query()("google_sync_links").delete();

    const { content } = await product.browser.view("google-sync.check-view");

    const { rows } = content as { readonly rows: readonly { readonly cells: unknown; readonly actions: unknown }[] };
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [{ user: "AB", title: "Call", text: "It is in the studio and in Google, but nothing ties the two together." }],
    );
    assert.match(JSON.stringify(rows[0]?.actions), /"label":"Repair"/);
  });

  it("R5: repairs without a duplicate", async () => {
    await product.browser.command("google-sync.check", { user: "AB", repair: true });

    assert.deepEqual(product.titles(), ["Call"]);
    const { text } = await product.browser.command("google-sync.check");
    assert.equal(text, "AB: everything is consistent.");
  });
});
