import assert from "node:assert/strict";

import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("the shell, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("finds a command by some letters of it, with the keyboard alone", async () => {
    await desk.page.keyboard.press("Control+k");
    await desk.page.getByRole("combobox", { name: "Command" }).fill("plug");
    await desk.page.getByRole("option", { name: /Plugin Manager/ }).waitFor();
    await desk.isAccessible();
    await desk.page.keyboard.press("Enter");
    await desk.onScreen("Plugin Manager");
    await desk.isAccessible();
  });

  it("is reached by the keyboard: menus along the bar, lines in them, and the focus is given back", async () => {
    const menus = desk.page.getByRole("navigation", { name: "Menus" });
    await menus.getByRole("button", { name: "File" }).focus();
    await desk.page.keyboard.press("ArrowRight");
    await desk.page.keyboard.press("Enter");
    await desk.page.getByRole("menuitem", { name: "Preferences" }).waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("menuitem").first().waitFor({ state: "detached" });
    assert.equal(await desk.page.evaluate("document.activeElement.textContent"), "Maintenance");
  });

  it("shows contributed menus, and leaves no trace of a plugin that is switched off", async () => {
    await desk.menu("Maintenance > Google Sync");
    await desk.page.getByRole("menuitem", { name: "Sync Status" }).click();
    await desk.onScreen("Sync Status");
    await desk.isAccessible();
    await desk.menu("Utilities > Plugin Manager");
    await desk.page.getByRole("switch", { name: /Google Sync/ }).click({ force: true });
    await desk.menu("Maintenance > Preferences");
    assert.equal(await desk.page.getByText("Google Sync", { exact: true }).filter({ visible: true }).count(), 1);
    await desk.page.keyboard.press("Escape");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("switch", { name: /Google Sync/ }).click({ force: true });
  });

  it("says which product, studio and edition it is", async () => {
    await desk.menu("Help > About");
    await desk.page.getByRole("dialog", { name: "About Spectra" }).getByText("Standard").waitFor();
    await desk.escape();
    await desk.menu("Help > Keyboard Shortcuts");
    await desk.page.getByRole("dialog", { name: "Keyboard Shortcuts" }).waitFor();
    await desk.isAccessible();
    await desk.escape();
  });

  it("prompts with what came in, and runs the command that belongs to it", async () => {
    const { notifications, liveEvents } = product.host.services;
    await notifications.notify({
      audience: { kind: "user", userId: product.userId },
      severity: "warning",
      title: "Two bookings overlap",
      text: "Have a look at them.",
      subject: "google-sync/test",
      command: "google-sync.status",
    });
    liveEvents.publish({ kind: "notifications-changed" });
    const prompt = desk.page.getByRole("region", { name: "New notification" });
    await prompt.getByText("Two bookings overlap").waitFor();
    await desk.isAccessible();
    await prompt.getByRole("button", { name: "Sync Status" }).click();
    await desk.onScreen("Sync Status");
  });

  it("is read at 200 % without scrolling sideways", async () => {
    const before = desk.page.viewportSize();
    await desk.page.setViewportSize({ width: 600, height: 390 });
    for (const path of ["/calendar", "/preferences/user", "/users", "/plugins"]) {
      await desk.page.goto(path);
      await desk.page.getByRole("heading", { level: 1 }).waitFor();
      const tooWide = await desk.page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      assert.ok(Number(tooWide) <= 0, `${path} is ${tooWide} pixels too wide`);
    }
    await desk.isAccessible();
    if (before !== null) await desk.page.setViewportSize(before);
  });

  it("says that there is nothing at an address, and where to go", async () => {
    await desk.page.goto("/nowhere");
    await desk.onScreen("There is nothing here");
    await desk.isAccessible();
  });
});
