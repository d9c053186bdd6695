import assert from "node:assert/strict";

import { aClient, aSession } from "../support/studio.js";
import { Product, tomorrowAt } from "./product.js";

describe("erasing a client, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  beforeEach(async () => {
    product = await Product.open();
  });
  afterEach(() => product.close());

  it("R6: forgets them in the studio and in what Google Sync keeps, and takes their name out of Google", async () => {
    const { host, userId, browser } = product;
    const client = await aClient(host, { firstName: "Zelda", lastName: "Quixote" });
    await aSession(host, {
      clientId: client.id,
      photographer: userId,
      description: "Family",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    await product.connect({ populateGoogle: true });
    await product.act("sync-now");
    const before = product.titles();

    await browser.post(`/api/clients/${client.id}/erase`, {});
    const kept = async () => {
      const tables = ["clients", "google_sync_links", "google_sync_journal", "google_sync_runs", "job_runs"];
      return JSON.stringify(await Promise.all(tables.map((table) => host.connection.query()(table).select())));
    };
    // The plugin forgets in its own time; the limit of the test is the deadline.
    while (/Zelda|Quixote/.test(await kept())) await new Promise((resolve) => setTimeout(resolve, 10));
    await product.act("sync-now");

    assert.deepEqual([before, product.titles()], [["Zelda Quixote - Family"], ["Erased client - Family"]]);
  });
});
