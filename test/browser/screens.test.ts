import { Desk, browserTest } from "./support/desk.js";
import { openSampleProduct } from "./support/sample-product.js";
import type { SampleProduct } from "./support/sample-product.js";

/** Every place of the menus, with a text that is there once the sample studio's data have come. */
const screens: readonly (readonly [path: string, text: string | RegExp])[] = [
  ["Maintenance > Client > Clients", /clients/],
  ["Maintenance > Client > Client Groups", "Add"],
  ["Maintenance > Preferences > User Preferences", "OK"],
  ["Maintenance > General (Studio) > Users", "Mateo Álvarez"],
  ["Maintenance > General (Studio) > Security Groups", "Photographers"],
  ["Tools > Add Clients to Group", "Next"],
  ["Tools > Resolve Schedule Conflicts", /No bookings overlap/],
  ["Utilities > Control Center", "Google Sync Processor"],
  ["Utilities > Control Center Logs", /run/i],
  ["Utilities > Outbox", /mail/i],
];
const contributed = [
  "Sync Status",
  "Held Changes",
  "Contacts to Review",
  "Sync Runs",
  "Check and Repair",
  "Why Is It Not Here?",
];
const companyPages = ["Scheduling", "Email", "Google"];

describe("every screen of the sample studio, in a browser", function () {
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

  for (const [path, text] of screens) {
    it(`${path} has no violation in light and dark`, async () => {
      await desk.menu(path);
      await desk.sees(text);
      await desk.isAccessible();
    });
  }

  it("each contributed screen has none", async () => {
    for (const title of contributed) {
      await desk.menu(`Maintenance > Google Sync > ${title}`);
      await desk.onScreen(title);
      await desk.isAccessible();
    }
  });

  it("each page of Company (Studio) Preferences has none", async () => {
    await desk.menu("Maintenance > Preferences > Company (Studio) Preferences");
    for (const title of companyPages) {
      await desk.tab(title);
      await desk.page
        .getByRole("link", { name: title, exact: true })
        .and(desk.page.locator("[aria-current=page]"))
        .waitFor();
      await desk.button("OK").waitFor();
      await desk.isAccessible();
    }
  });
});
