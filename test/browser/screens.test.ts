import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Desk, browserTest } from "./support/desk.js";
import { assertNotWider, assertNothingMoved } from "./support/layout.js";
import { openSampleProduct } from "./support/sample-product.js";
import type { SampleProduct } from "./support/sample-product.js";
import { sampleScreens } from "./support/sample-screens.js";

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

  it("the calendar does not move what is seen while entries come", async () => {
    await desk.page.reload();
    await desk
      .entry(/appointment:|Session:/)
      .first()
      .waitFor();
    await assertNothingMoved(desk.page);
  });

  it("the calendar does not move either when something is booked elsewhere", async () => {
    const day = new Date().toISOString().slice(0, 10);
    const times = { start: `${day}T10:00:00`, end: `${day}T11:00:00` };
    await anAppointment(product.host, { users: [1], description: "Made elsewhere", ...times });
    product.host.services.liveEvents.publish({ kind: "calendar-changed" });
    await desk.entry(/Made elsewhere/).waitFor();
    await assertNothingMoved(desk.page);
  });

  it("the calendar cuts no time in half, and leaves every title some room", async () => {
    await desk.press("All Users");
    for (const view of ["Week", "Month"]) {
      await desk.pick(view);
      await desk.entry(/:/).first().waitFor();
      assert.deepEqual(await desk.page.evaluate(cutShort), [], view);
    }
    await desk.pick("Week");
  });

  for (const [path, text] of sampleScreens) {
    describe(path, () => {
      before(async () => {
        await desk.menu(path);
        await desk.sees(text);
      });
      afterEach(() => desk.enlarge(100));

      it("has no violation in light and dark", () => desk.isAccessible());

      it("needs no scrolling sideways at twice and four times its size", async () => {
        for (const percent of [200, 400]) {
          await desk.enlarge(percent);
          await assertNotWider(desk.page);
        }
      });

      it("does not move what is seen while its data come", async () => {
        await desk.page.reload();
        await desk.sees(text);
        await assertNothingMoved(desk.page);
      });
    });
  }

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

/** The entries on one line of which a time is seen in part, or whose title has less room than three letters need. */
const cutShort = `
  [...document.querySelectorAll(".wb-entry-short .wb-entry-line, [data-view=dayGridMonth] .wb-entry-line")]
    .filter((line) => {
      const { bottom, right, width } = line.getBoundingClientRect();
      const isCut = [...line.querySelectorAll(".wb-entry-time")]
        .map((time) => time.getBoundingClientRect())
        .some((time) => time.top < bottom && (time.bottom > bottom || time.right > right + 1));
      return isCut || (width > 90 && line.querySelector(".wb-entry-title").getBoundingClientRect().width < 24);
    })
    .map(({ textContent }) => textContent)`;
