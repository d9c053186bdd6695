import assert from "node:assert/strict";

import { Product, annasEmail, tomorrowAt } from "../whole-product/product.js";
import { anAppointment } from "../support/studio.js";
import { Desk, workbenchFolder } from "./support/desk.js";

describe("the guide, done in a browser", function () {
  this.timeout(60_000);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    const { host, userId } = product;
    await anAppointment(host, {
      users: [userId],
      description: "Call the lab",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    desk = await Desk.open(this, product.serving.address);
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("A1, P1: step 2: signs in, opens the Google tab and authenticates the Google account", async () => {
    await desk.isAccessible();
    await desk.signInAs("Anna Berg");
    await desk.menu("Maintenance > Preferences > User Preferences");
    await desk.onScreen("User Preferences");
    await desk.tick("Enable Google Sync");
    await desk.press("Authenticate My Google Account");
    await desk.page.getByRole("radio", { name: annasEmail }).check();
    await desk.press("Allow");
    await desk.press("Yes, this is my account");
    await desk.sees(`${annasEmail} is connected.`);
    await desk.seesTicked("Enable Google Sync", true);
    await desk.isAccessible();
  });

  it("W2, W3: populates Google with OK and Sync Now, and unticks the box", async () => {
    await desk.tick("Populate Google with all StudioPlus Spectra records during the next sync");
    await desk.tick("Send new, modified, and deleted Google appointments into StudioPlus Spectra");
    await desk.press("OK");
    await desk.sees("Saved.");
    await desk.press("Sync Now");
    await desk.sees("In Google: 1 created.");
    await desk.seesTicked("Populate Google with all StudioPlus Spectra records during the next sync", false);
    assert.deepEqual(product.titles(), ["Call the lab"]);
  });
});
