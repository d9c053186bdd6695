import assert from "node:assert/strict";

import type { Locator } from "playwright-core";

import { aClient, aSession, aUser } from "../support/studio.js";
import type { MadeUser } from "../support/studio.js";
import { Product, tomorrowAt } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("the event lines of a session, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;
  let ben: MadeUser;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    const { host, userId } = product;
    ben = await aUser(host, { firstName: "Ben", lastName: "Ode" });
    await host.connection.query()("resources").insert({ name: "Studio 2" });
    const { id: clientId } = await aClient(host, { firstName: "Ida", lastName: "Moe" });
    const times = { start: tomorrowAt(14), end: tomorrowAt(15) };
    await aSession(host, { photographer: userId, clientId, description: "Wedding", ...times });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
    await desk.pick("List");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  const open = () =>
    desk
      .entry(/Wedding/)
      .first()
      .click();
  const closed = () => desk.page.getByRole("dialog").waitFor({ state: "detached" });
  const hasFocus = (field: Locator) => field.and(desk.page.locator(":focus")).waitFor();
  const line = (name: string): Locator => desk.page.getByRole("group", { name, exact: true });
  const chooseIn = async (group: Locator, label: string, choice: string): Promise<void> => {
    await group.getByRole("combobox", { name: label, exact: true }).click();
    await desk.page.getByRole("option", { name: choice, exact: true }).click();
  };
  const stored = (): Promise<unknown> =>
    product.host.connection
      .query()("session_event_lines")
      .whereNull("deleted_at")
      .orderBy("id")
      .select("description", "starts_at", "user_id", "is_primary");

  it("C5: are switched on, added and saved", async () => {
    await open();
    await desk.tick("Use Event Lines");
    await desk.press("Add Event Line");
    const second = line("Event Line 2");
    const description = second.getByLabel("Description");
    await hasFocus(description);
    await description.fill("Set up");
    await desk.press("OK");
    await desk.sees('Choose a user or a room for event line "Set up".');
    await chooseIn(second, "User", "Ben Ode");
    await chooseIn(second, "Room or Resource", "Studio 2");
    await desk.isAccessible();
    await desk.press("OK");
    await closed();
    assert.deepEqual(await stored(), [
      { description: "Wedding", starts_at: tomorrowAt(14), user_id: product.userId, is_primary: 1 },
      { description: "Set up", starts_at: tomorrowAt(14), user_id: ben.id, is_primary: 0 },
    ]);
  });

  it("G9: show what somebody else changed on a line meanwhile", async () => {
    await open();
    await line("Event Line 2").getByLabel("Description").fill("Set up lights");
    await product.host.connection
      .query()("session_event_lines")
      .where({ description: "Set up" })
      .update({ description: "Set up flowers" });
    await desk.press("OK");
    await desk.sees("Changed Meanwhile");
    await desk.page.getByRole("row", { name: /^Event Lines .*Set up lights.*Set up flowers/s }).waitFor();
    await desk.press("Save Mine");
    await closed();
    assert.match(JSON.stringify(await stored()), /Set up lights/);
  });

  it("S2: are each checked for their room", async () => {
    await desk.press("New Appointment");
    await desk.type("Description", "Hair");
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Rooms and Resources", exact: true }).press("ArrowDown");
    await desk.page.getByRole("option", { name: "Studio 2", exact: true }).click();
    await desk.type("Start Date", tomorrowAt(14).slice(0, 10));
    await desk.type("Start Time", "14:30");
    await desk.press("OK");
    await desk.sees("This time is taken:");
    await desk.page
      .getByRole("listitem")
      .filter({ hasText: /^Studio 2: Set up lights/ })
      .waitFor();
    await desk.press("Choose Another Time");
    await desk.press("Cancel");
    await desk.press("Discard");
    await closed();
  });

  it("are removed, and nothing is lost of the others", async () => {
    await open();
    await desk.press("Remove Event Line 2");
    await hasFocus(desk.button("Add Event Line"));
    await desk.press("OK");
    await closed();
    assert.deepEqual(await stored(), [
      { description: "Wedding", starts_at: tomorrowAt(14), user_id: product.userId, is_primary: 1 },
    ]);
  });
});
