import assert from "node:assert/strict";

import { Product, annasEmail } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("emails, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    await product.host.connection.query()("users").where({ initials: "AB" }).update({ email: annasEmail });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("says that emailing is not set up, and what is wrong beside the field", async () => {
    await desk.menu("Maintenance > Preferences > Company (Studio) Preferences");
    await desk.tab("Email");
    await desk.sees(/Emailing is not set up/);
    await desk.type("Mail Server (SMTP)", "smtp.example.test");
    await desk.press("OK");
    await desk.sees("Enter the address emails are sent from.");
    await desk.isAccessible();
    await desk.press("Cancel");
  });

  it('P3: the Google tab says so beside "Email Address"', async () => {
    await desk.menu("Maintenance > Preferences > User Preferences");
    await desk.tab("Google");
    await desk.sees(/Emailing is not set up, so nothing is sent/);
    await desk.isAccessible();
  });

  it('a sample studio puts "Send Test Email" into the outbox, which shows it in a frame that runs nothing', async () => {
    await product.host.studio.becomeSample();
    await desk.menu("Utilities > Outbox");
    await desk.sees(/There is no email here/);
    await desk.page.getByRole("link", { name: "Send Test Email" }).click();
    await desk.sees(/nothing leaves this computer/);
    await desk.press("Send Test Email");
    await desk.sees(/It lies in Utilities > Outbox/);
    await desk.menu("Utilities > Outbox");
    await desk.page.getByRole("link", { name: "Test email from Spectra" }).click();
    const mail = desk.page.frameLocator("iframe");
    await mail.getByText("Emailing works.").waitFor();
    assert.equal(
      await desk.page.locator("iframe").getAttribute("sandbox"),
      "allow-popups allow-popups-to-escape-sandbox",
    );
    await desk.isAccessible();
    if (process.env["SHOTS"] !== undefined) await desk.page.screenshot({ path: process.env["SHOTS"], fullPage: true });
  });
});
