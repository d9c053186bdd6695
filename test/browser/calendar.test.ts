import assert from "node:assert/strict";

import type { Locator } from "playwright-core";

import { aClient, aSession, anAppointment } from "../support/studio.js";
import { Product, tomorrowAt } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("the calendar, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    const { host, userId } = product;
    const { id } = await aClient(host, { firstName: "Ida", lastName: "Moe", email: "ida@example.test" });
    await aSession(host, {
      photographer: userId,
      clientId: id,
      description: "Portraits",
      start: tomorrowAt(14),
      end: tomorrowAt(15),
    });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
    await desk.pick("List");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("books an appointment, and shows it", async () => {
    await desk.press("New Appointment");
    await desk.type("Description", "Fitting");
    await desk.type("Start Date", tomorrowAt(9).slice(0, 10));
    await desk.type("Start Time", "09:00");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.entry(/Fitting/).waitFor();
    const rows = await product.host.connection.query()("appointments").select("description", "starts_at", "ends_at");
    assert.deepEqual(rows, [{ description: "Fitting", starts_at: tomorrowAt(9), ends_at: tomorrowAt(10) }]);
  });

  it("S2: asks before it books over something", async () => {
    await desk.press("New Appointment");
    await desk.type("Description", "Second fitting");
    await desk.type("Start Date", tomorrowAt(9).slice(0, 10));
    await desk.type("Start Time", "09:30");
    await desk.press("OK");
    await desk.sees("This time is taken:");
    await desk.isAccessible();
    await desk.press("Book Anyway");
    await desk.entry(/Second fitting/).waitFor();
  });

  it("C5: links an appointment to a client and converts it to a session", async () => {
    await desk.entry(/: Fitting/).click();
    await desk.search("Client", "moe", /Ida Moe/);
    await desk.press("OK");
    await desk.entry(/Ida Moe - Fitting/).click();
    await desk.press("Convert to Session");
    await desk.type("Session Type", "Family");
    await desk.isAccessible();
    await desk.press("Convert");
    await desk.entry(/^Session: Ida Moe - Fitting/).waitFor();
  });

  it("G9: shows both values when somebody changed the record meanwhile", async () => {
    await desk.entry(/Second fitting/).click();
    await desk.type("Location", "Studio 1");
    await product.host.connection
      .query()("appointments")
      .where({ description: "Second fitting" })
      .update({ location: "Studio 2" });
    await desk.press("OK");
    await desk.sees("Changed Meanwhile");
    await desk.page.getByRole("row", { name: "Location Studio 1 Studio 2" }).waitFor();
    await desk.isAccessible();
    await desk.press("Save Mine");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    const locations = await product.host.connection.query()("appointments").pluck("location");
    assert.ok(locations.includes("Studio 1"));
  });

  it("refreshes itself when something else changed the schedule", async () => {
    await anAppointment(product.host, {
      users: [product.userId],
      description: "Made elsewhere",
      start: tomorrowAt(16),
      end: tomorrowAt(17),
    });
    product.host.services.liveEvents.publish({ kind: "calendar-changed" });
    await desk.entry(/Made elsewhere/).waitFor();
  });

  for (const view of ["Day", "Work Week", "Week", "Month"]) {
    it(`shows the ${view}`, async () => {
      await desk.pick(view);
      await desk.isAccessible();
    });
  }

  it("moves an entry by dragging it, and makes it longer by its end", async () => {
    await desk.pick("Day");
    await desk.press("Today");
    await goToTomorrow();
    const entry = desk.entry(/Made elsewhere/);
    const hour = await hourInPixels();
    await drag(entry, hour);
    assert.deepEqual(await savedWhen(), [tomorrowAt(17), tomorrowAt(18)]);
    await drag(entry, hour, "end");
    assert.deepEqual(await savedWhen(), [tomorrowAt(17), tomorrowAt(19)]);
  });

  /** Tomorrow by UTC, as the builders have it, may be the studio's tomorrow or the day after. */
  async function goToTomorrow(): Promise<void> {
    const day = new Date(`${tomorrowAt(12)}Z`);
    const title = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(day);
    const heading = desk.page.getByRole("heading", { level: 2, name: title });
    for (let presses = 0; presses < 2 && (await heading.count()) === 0; presses += 1) await desk.press("Later");
    await heading.waitFor();
  }

  /** The height of an hour: two entries begin two hours after one another. */
  async function hourInPixels(): Promise<number> {
    const [earlier, later] = await Promise.all(
      [/Portraits/, /Made elsewhere/].map((title) => desk.entry(title).boundingBox()),
    );
    return ((later?.y ?? 0) - (earlier?.y ?? 0)) / 2;
  }

  /** Takes an entry and lets it go so many pixels lower; waits until it is saved. */
  async function drag(entry: Locator, by: number, part: "middle" | "end" = "middle"): Promise<void> {
    // Far from the edges of the window, where dragging would scroll it.
    await entry.evaluate("(element) => element.scrollIntoView({ block: 'center' })");
    await entry.hover();
    const { x, y, width, height } = (await entry.boundingBox()) ?? assert.fail("no entry");
    const from = part === "end" ? y + height : y + height / 2;
    const { mouse } = desk.page;
    const saved = desk.page.waitForResponse((response) => response.request().method() === "PUT");
    await mouse.move(x + width / 2, from);
    await mouse.down();
    await mouse.move(x + width / 2, from + by / 2, { steps: 5 });
    await mouse.move(x + width / 2, from + by, { steps: 5 });
    await mouse.up();
    await saved;
  }

  async function savedWhen(): Promise<readonly unknown[]> {
    const row: unknown = await product.host.connection
      .query()("appointments")
      .where({ description: "Made elsewhere" })
      .first("starts_at", "ends_at");
    return Object.values(row as object);
  }

  it("gives the focus back to what opened a dialog", async () => {
    const focused = desk.page.locator(":focus");
    await desk.press("New Appointment");
    await desk.page.getByRole("dialog").waitFor();
    await desk.escape();
    await desk.button("New Appointment").and(focused).waitFor();
    const entry = desk.entry(/Made elsewhere/);
    await entry.press("Enter");
    await desk.page.getByRole("dialog").getByLabel("Description").waitFor();
    await desk.escape();
    await entry.and(focused).waitFor();
  });

  it("goes to a date taken from a month", async () => {
    await desk.press("Go to Date");
    await desk.page
      .getByRole("grid")
      .getByRole("button", { name: /[^0-9]15, / })
      .click();
    await desk.page.getByRole("heading", { level: 2, name: / 15, / }).waitFor();
    await desk.press("Today");
    await goToTomorrow();
  });

  it("asks before what was typed is lost", async () => {
    await desk.press("New Appointment");
    await desk.type("Description", "Half typed");
    await desk.page.keyboard.press("Escape");
    await desk.sees("What you changed here is not saved yet.");
    await desk.press("Discard");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  });
});
