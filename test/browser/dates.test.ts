import assert from "node:assert/strict";

import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("dates and times, in a browser of another locale than the studio's", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    await product.host.connection.query()("company").update({ locale: "de-DE" });
    // The browser's own is en-US.
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
    await desk.press("New Appointment");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  const field = (label: string) => desk.page.getByRole("textbox", { name: label, exact: true });
  const shows = (label: string, text: string) =>
    field(label)
      .and(desk.page.locator(`[value="${text}"]`))
      .waitFor();

  it("are typed and shown as the studio writes them", async () => {
    await field("Start Date").fill("24.12.2031");
    await field("Start Time").fill("9");
    await field("Start Time").press("Tab");
    await shows("Start Date", "24.12.2031");
    await shows("Start Time", "09:00");
    await shows("End Date", "24.12.2031");
    await shows("End Time", "10:00");
  });

  it("say what to type instead of what is none", async () => {
    await field("Start Date").fill("soon");
    await field("Start Date").press("Tab");
    await desk.sees(/^Type a date such as \d\d\.\d\d\.\d{4}\.$/);
    await desk.isAccessible();
    await field("Start Date").fill("24.12.31");
    await field("Start Date").press("Tab");
    await shows("Start Date", "24.12.2031");
  });

  it("are taken from a month by keyboard, and the focus returns", async () => {
    const choose = desk.button("Choose Start Date");
    await choose.press("Enter");
    const month = desk.page.getByRole("grid", { name: "Dezember 2031" });
    await month.getByRole("button", { name: "Mittwoch, 24. Dezember 2031" }).and(focused()).waitFor();
    await desk.isAccessible();
    await desk.page.keyboard.press("PageDown");
    await desk.page.keyboard.press("ArrowRight");
    await desk.page.keyboard.press("Enter");
    await shows("Start Date", "25.01.2032");
    await choose.and(focused()).waitFor();
    await shows("End Date", "25.01.2032");
  });

  it("leave the dialog open when the month is closed with Escape", async () => {
    await desk.press("Choose End Date");
    await desk.page.getByRole("grid").waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("grid").waitFor({ state: "detached" });
    assert.equal(await desk.page.getByRole("dialog", { name: "New Appointment" }).count(), 1);
  });

  it("are given up with Escape first, and only then the dialog", async () => {
    await field("Start Date").fill("26.");
    await field("Start Date").press("Escape");
    await shows("Start Date", "25.01.2032");
    await field("Start Time").fill("99");
    await field("Start Time").press("Escape");
    await desk.page.getByRole("dialog", { name: "New Appointment" }).waitFor();
  });

  it("go by a quarter of an hour with the arrow keys", async () => {
    await field("End Time").press("ArrowUp");
    await shows("End Time", "10:15");
  });

  it("are saved with Enter, as they are typed last", async () => {
    await desk.type("Description", "Fitting");
    await field("Start Time").fill("11:30");
    await field("Start Time").press("Enter");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    const rows = await product.host.connection.query()("appointments").select("starts_at", "ends_at");
    assert.deepEqual(rows, [{ starts_at: "2032-01-25T11:30:00", ends_at: "2032-01-25T12:45:00" }]);
  });

  const focused = () => desk.page.locator(":focus");
});
