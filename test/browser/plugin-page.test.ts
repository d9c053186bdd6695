import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import type { Frame } from "playwright-core";

import { Product } from "../whole-product/product.js";
import { showIn } from "./support/accessible.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

const busyDays = fileURLToPath(new URL("../../../samples/busy-days", import.meta.url));

describe("a page of a plugin's own, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder, plugins: [busyDays] });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
    await desk.menu("Tools > Busy Days");
    await desk.onScreen("Busy Days");
  });

  after(async () => {
    await desk?.close();
    await product?.close();
  });

  const pageFrame = (): Frame =>
    desk.page.frames().find((frame) => frame.url().includes("/plugin-pages/")) ?? assert.fail("The page is not there");

  it("calls its command and shows what comes", async () => {
    const page = desk.page.frameLocator('iframe[title="Busy Days"]');
    await page.getByRole("row", { name: /Wednesday/ }).waitFor();
    await page.getByLabel("Weeks ahead").selectOption("26");
    await page.getByRole("row", { name: /Saturday/ }).waitFor();
    await desk.isAccessible();
  });

  it("is shown in the colours the workbench is shown in", async () => {
    for (const scheme of ["dark", "light"] as const) {
      await showIn(desk.page, scheme);
      await pageFrame().locator(`html[data-theme="${scheme}"]`).waitFor({ state: "attached" });
    }
  });

  it("X3: reaches neither the host's cookies and storage nor its API nor the workbench", async () => {
    const tries = ["document.cookie", "localStorage.length", "parent.document.title", "top.location.href"];
    const reached = [];
    for (const attempt of tries) reached.push(await pageFrame().evaluate(whatComesOf(attempt)));
    reached.push(await pageFrame().evaluate(whatComesOf('await fetch("/api/me").then(({ status }) => status)')));
    reached.push(await pageFrame().evaluate(whatComesOf('await fetch("/health", { mode: "no-cors" })')));
    assert.deepEqual(reached, ["refused", "refused", "refused", "refused", "refused", "refused"]);
    assert.match(desk.takeComplaints().join("\n"), /connect-src 'none'/);
  });

  it("X3: has no origin when it is opened outside of the workbench either", async () => {
    const alone = await desk.page.context().newPage();
    await alone.goto("/plugin-pages/busy-days.page/");
    assert.equal(await alone.evaluate(whatComesOf("document.cookie")), "refused");
    await alone.close();
  });

  it("X4: goes when its plugin is switched off", async () => {
    await desk.menu("Utilities > Plugin Manager");
    await desk.page.getByRole("switch", { name: "Busy Days enabled" }).click({ force: true });
    await desk.sees("Disabled by a user");
    await desk.page.goto("/views/busy-days.page");
    await desk.sees(/Nothing called "busy-days.page"/);
    assert.equal(await desk.page.locator("iframe").count(), 0);
  });
});

/** Program text that tries something and says whether it was refused. */
function whatComesOf(attempt: string): string {
  return `(async () => { try { return String(${attempt}); } catch { return "refused"; } })()`;
}
