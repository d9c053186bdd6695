import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

const everyKind = fileURLToPath(new URL("../../../test/browser/fixtures/every-kind", import.meta.url));

describe("the views a plugin declares, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder, plugins: [everyKind] });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  const open = async (row: string, title: string): Promise<void> => {
    await desk.menu("Tools > Every Kind");
    await desk.onScreen("Many Rows");
    await desk.page.getByRole("link", { name: row, exact: true }).click();
    await desk.onScreen(title);
  };

  it("X3: draws a list, a part of it at a time, and every text of it as text", async () => {
    await desk.menu("Tools > Every Kind");
    await desk.sees("200 of 1,000 are shown.");
    await desk.sees("<b>as text</b>");
    assert.equal(await desk.page.getByRole("row").count(), 201);
    await desk.isAccessible();
    await desk.press("Show More");
    await desk.sees("400 of 1,000 are shown.");
    await desk.page.getByRole("button", { name: /^Try Again/ }).click();
    await desk.sees("Answered: Try Again.");
  });

  it("draws a record with times in the studio's manner, and asks before an action that wants it", async () => {
    await open("record", "One Record");
    await desk.sees(/Mar 8, 2026, 2:30\sAM to Mar 8, 2026, 3:30\sAM/);
    await desk.isAccessible();
    await desk.press("Undo");
    await desk.sees("Everything is put back.");
    await desk.page.getByRole("dialog").getByRole("button", { name: "Undo", exact: true }).click();
    await desk.sees("Answered: Undo.");
  });

  it("draws two sides, marking what differs with a word", async () => {
    await open("compare", "Two Sides");
    await desk.page.getByRole("row", { name: /Title.*Differs.*Fitting.*Fitting, second/ }).waitFor();
    await desk.isAccessible();
    await desk.press("Keep the Studio's");
    await desk.sees("Answered: Keep the Studio's.");
    await desk.page
      .getByRole("row", { name: /Actions/ })
      .getByRole("button", { name: "Link to Theirs" })
      .click();
    await desk.sees("Answered: Link to Theirs.");
  });

  it("draws a question with its answers", async () => {
    await open("question", "A Question");
    await desk.sees("Portraits, March 9");
    await desk.isAccessible();
    await desk.button("Discard").focus();
    await desk.page.keyboard.press("Enter");
    await desk.sees("Answered: Discard.");
    // A busy button takes no focus: it is given back to whoever works with the keyboard.
    await desk.page.waitForFunction("document.activeElement?.textContent === 'Discard'");
  });

  it("draws progress", async () => {
    await open("progress", "Some Progress");
    await desk.page.getByRole("progressbar", { name: "Sending bookings" }).waitFor();
    await desk.isAccessible();
  });

  it("draws a form, guards what was typed into it, and sends it", async () => {
    await open("form", "A Form");
    await desk.type("Name", "Ida");
    await desk.menu("File > Calendar");
    await desk.press("Stay Here");
    await desk.isAccessible();
    await desk.press("Send");
    await desk.sees("Answered: Ida.");
  });

  it("X4: names a plugin's contributions in the Plugin Manager", async () => {
    await desk.menu("Utilities > Plugin Manager");
    const card = desk.page
      .getByRole("listitem")
      .filter({ has: desk.page.getByRole("heading", { name: "Every Kind" }) });
    await card.getByText("What It Brings").click();
    await card.getByText("Tools > Every Kind").waitFor();
    await desk.isAccessible();
    await card.getByRole("switch").focus();
    for (const state of ["Disabled by a user", "Enabled"]) {
      await desk.page.keyboard.press("Space");
      await card.getByText(state, { exact: true }).waitFor();
    }
    assert.equal(await desk.page.evaluate("document.activeElement.role"), "switch");
  });
});
