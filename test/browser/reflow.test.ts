import assert from "node:assert/strict";

import { Desk, browserTest } from "./support/desk.js";
import { openSampleProduct } from "./support/sample-product.js";
import type { SampleProduct } from "./support/sample-product.js";

/** Every place of the menus but the calendar, whose week needs both dimensions (WCAG 1.4.10). */
const screens: readonly (readonly [path: string, text: string | RegExp])[] = [
  ["Maintenance > Client > Clients", /clients/],
  ["Maintenance > Client > Client Groups", "Add"],
  ["Maintenance > Preferences > User Preferences", "OK"],
  ["Maintenance > Preferences > Company (Studio) Preferences", "OK"],
  ["Maintenance > General (Studio) > Users", "Mateo Álvarez"],
  ["Maintenance > General (Studio) > Security Groups", "Photographers"],
  ["Tools > Add Clients to Group", "Next"],
  ["Tools > Resolve Schedule Conflicts", /No bookings overlap/],
  ["Utilities > Control Center", "Google Sync Processor"],
  ["Utilities > Control Center Logs", /run/i],
  ["Utilities > Outbox", /mail/i],
  ["Utilities > Plugin Manager", /Google Sync/],
  ["Maintenance > Google Sync > Sync Status", "Sync Status"],
  ["Maintenance > Google Sync > Held Changes", "Held Changes"],
  ["Maintenance > Google Sync > Sync Runs", "Sync Runs"],
  ["Maintenance > Google Sync > Check and Repair", "Check and Repair"],
];

/** What has to be scrolled sideways to be read, by name. */
const sideways = `
  [...document.querySelectorAll("html, main *")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((element) => element.localName === "html" || ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
    .map((element) => element.querySelector("[aria-label]")?.getAttribute("aria-label") + " in " + element.className)`;

describe("every screen, read at twice and four times its size", function () {
  this.timeout(browserTest);
  let product: SampleProduct;
  let desk: Desk;

  before(async function () {
    product = await openSampleProduct(new Date().toISOString().slice(0, 10));
    desk = await Desk.open(this, product.address);
    await desk.type("User Initials", "OH");
    await desk.page.getByLabel("Password", { exact: true }).fill("olivia-demo");
    await desk.press("Sign In");
    await desk.onScreen("Calendar");
  });

  after(async () => {
    await desk?.close();
    await product?.close();
  });

  afterEach(() => desk.enlarge(100));

  for (const [path, text] of screens) {
    it(`${path} needs no scrolling sideways`, async () => {
      await desk.menu(path);
      await desk.sees(text);
      for (const percent of [200, 400]) {
        await desk.enlarge(percent);
        assert.deepEqual(await desk.page.evaluate(sideways), [], `at ${percent} %`);
      }
    });
  }
});
