import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

describe("switching syncing off and on, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  beforeEach(async () => {
    product = await Product.open();
    const { host, userId } = product;
    await anAppointment(host, {
      users: [userId],
      description: "Call the lab",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    await product.connect({ populateGoogle: true });
    await product.act("sync-now");
  });

  afterEach(() => product.close());

  it("A10: switched off, nothing syncs and nothing is deleted", async () => {
    await product.save({ enabled: false });
    await anAppointment(product.host, {
      users: [product.userId],
      description: "Later",
      start: tomorrowAt(12),
      end: tomorrowAt(13),
    });
    const result = await product.act("sync-now");
    assert.deepEqual(result, { kind: "refused", message: "Google Sync is switched off for this user." });
    assert.deepEqual(product.titles(), ["Call the lab"]);
  });

  it("A10: switched on again, what was booked meanwhile goes out and nothing doubles", async () => {
    await product.save({ enabled: false });
    await anAppointment(product.host, {
      users: [product.userId],
      description: "Later",
      start: tomorrowAt(12),
      end: tomorrowAt(13),
    });
    await product.save({ enabled: true });
    await product.act("sync-now");
    assert.deepEqual(product.titles(), ["Call the lab", "Later"]);
  });

  it("A10, A11: a calendar that is gone has not had its events removed: they stay linked", async () => {
    await product.save({ enabled: false });
    const calendar = product.google.accounts.get(annasEmail).calendar();
    calendar.removeCalendar();

    const refused = await product.act("remove-events", { confirmed: true });

    const links = await product.host.connection.query()("google_sync_links").where({ state: "linked" });
    assert.deepEqual(
      [refused.kind, refused.message.slice(0, 43), links.length],
      ["refused", "0 of 1 events were deleted in Google. Googl", 1],
    );
  });

  it("A10: an event somebody deleted in Google meanwhile is gone as well", async () => {
    await product.save({ enabled: false });
    const calendar = product.google.accounts.get(annasEmail).calendar();
    product.google.faults.add({
      match: { operation: "calendar.events.delete" },
      fault: { kind: "error", error: "notFound" },
    });
    assert.equal(calendar.list().length, 1);

    const removed = await product.act("remove-events", { confirmed: true });

    const links = await product.host.connection.query()("google_sync_links").where({ state: "linked" });
    assert.deepEqual([removed.message, links], ["1 of 1 events were deleted in Google.", []]);
  });

  it("A10: removes the studio's events from today on only once the person has seen how many there are", async () => {
    await product.save({ enabled: false });
    const asked = await product.act("remove-events");
    assert.equal(asked.kind, "ask");
    assert.deepEqual(product.titles(), ["Call the lab"]);
    const removed = await product.act("remove-events", { confirmed: true });
    assert.equal(removed.message, "1 of 1 events were deleted in Google.");
    assert.deepEqual(product.titles(), []);
  });

  it("A10: choosing another calendar visibly ticks Populate Google, and leaves the old calendar as it is", async () => {
    const other = product.google.accounts.get(annasEmail).addCalendar({ summary: "Work", timeZone: "America/Chicago" });
    await product.save({ calendarId: other.id });
    const { values } = await product.open();
    assert.equal(values["populateGoogle"], true);
    await product.act("sync-now");
    assert.deepEqual([product.titles(), product.titles(other.id)], [["Call the lab"], ["Call the lab"]]);
  });

  it("A2: offers the primary calendar as such, and goes back to it", async () => {
    const other = product.google.accounts.get(annasEmail).addCalendar({ summary: "Work", timeZone: "America/Chicago" });
    const { state } = await product.open();
    assert.deepEqual(state.choices["calendars"], [
      { value: "primary", label: annasEmail },
      { value: other.id, label: "Work" },
    ]);
    await product.save({ calendarId: other.id });
    await product.save({ calendarId: "primary", populateGoogle: false });
    await anAppointment(product.host, {
      users: [product.userId],
      description: "Later",
      start: tomorrowAt(12),
      end: tomorrowAt(13),
    });
    await product.act("sync-now");
    assert.deepEqual([product.titles(), product.titles(other.id)], [["Call the lab", "Later"], []]);
  });

  it("A5: reconnecting the same account resumes without one duplicate", async () => {
    const removed = await product.act("remove");
    assert.equal(removed.message, "The Google account was removed. Nothing was deleted.");
    assert.deepEqual(product.titles(), ["Call the lab"]);
    await product.connect({ populateGoogle: true });
    await product.act("sync-now");
    assert.deepEqual(product.titles(), ["Call the lab"]);
  });

  it("A7: a revoked permission is said on the tab and in a notification, and touches no data", async () => {
    product.google.revokeGrants(annasEmail);
    await anAppointment(product.host, {
      users: [product.userId],
      description: "Later",
      start: tomorrowAt(12),
      end: tomorrowAt(13),
    });
    const result = await product.act("sync-now");
    assert.equal(result.kind, "refused");
    const { state } = await product.open();
    assert.deepEqual(state.facts[0], { label: "Connection", value: "Needs reconnecting (anna@example.test)" });
    const notifications = await product.host.connection.query()("notifications").select("title");
    assert.ok(notifications.some(({ title }) => title === "Google needs reconnecting"));
    assert.deepEqual(product.titles(), ["Call the lab"]);
  });

  it("A11: a calendar without write access is said on the tab; nothing is written and nothing read as deleted", async () => {
    await product.save({ sendAppointments: true });
    product.google.accounts.get(annasEmail).calendar().setAccessRole("reader");
    await product.act("sync-now");
    const { state } = await product.open();
    assert.deepEqual(state.facts[0], { label: "Connection", value: "Calendar not available (anna@example.test)" });
    const entries = await product.host.connection.query()("appointments").whereNull("deleted_at").select("description");
    assert.deepEqual(entries, [{ description: "Call the lab" }]);
  });
});
