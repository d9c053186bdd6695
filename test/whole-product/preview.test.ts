import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

const count = 12;
const shown =
  "12 appointments would be deleted in Google (12 of 12 linked items would be deleted, 12 of the 12 still to come).";

describe("Preview, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  /** Twelve appointments have travelled to Google, and then somebody deletes them all in the studio. */
  beforeEach(async () => {
    product = await Product.open();
    const { host, userId } = product;
    for (let hour = 1; hour <= count; hour += 1) {
      await anAppointment(host, {
        users: [userId],
        description: `No ${hour}`,
        start: tomorrowAt(hour),
        end: tomorrowAt(hour + 1),
      });
    }
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
    await host.connection.query()("appointments").update({ deleted_at: new Date().toISOString() });
  });

  afterEach(() => product.close());

  it('G1: the button asks what may be applied; said yes, "Sync Now" does it without asking again', async () => {
    const asked = await product.act("preview");
    const said = await product.act("preview", { ...asked.input, confirmed: true });
    const before = product.titles().length;
    await product.act("sync-now");

    assert.deepEqual(
      [asked.kind, asked.yes, asked.question, said.kind, said.message, before, product.titles()],
      [
        "ask",
        "Apply",
        `12 would wait for an answer. Nothing has been changed yet. ${shown} Apply them at the next run?`,
        "done",
        "Confirmed: the next run applies 12 appointments without asking.",
        count,
        [],
      ],
    );
  });

  it("G1, R3: said no, nothing happens, and the next run holds them", async () => {
    await product.act("preview");
    const { message } = await product.act("sync-now");

    assert.deepEqual([message, product.titles().length], ["1 waiting for an answer.", count]);
  });

  it("G1: the command says what to confirm, and confirms it", async () => {
    const first = await product.browser.command("google-sync.preview", { user: "AB" });
    const { confirmation } = first.value as { readonly confirmation: string };
    const second = await product.browser.command("google-sync.preview", { user: "AB", confirm: confirmation });
    await product.act("sync-now");

    assert.deepEqual(
      [
        first.text
          .split("\n")
          .filter((line) => !line.startsWith("  "))
          .slice(1),
        second.text.split("\n")[1],
        product.titles(),
      ],
      [
        [
          "Held for an answer (12):",
          shown,
          `To apply them at the next run: spectra sync preview --user AB --confirm ${confirmation}`,
        ],
        "Confirmed: the next run applies 12 appointments without asking.",
        [],
      ],
    );
  });

  it("R3: where nothing would be held, it only says what would be done", async () => {
    await product.host.connection.query()("appointments").update({ deleted_at: null });
    const calendar = product.google.accounts.get(annasEmail).calendar();
    calendar.create({ summary: "Dentist", start: { date: "2030-01-01" }, end: { date: "2030-01-02" } });

    assert.deepEqual(await product.act("preview"), {
      kind: "view",
      viewId: "google-sync.preview-view",
      input: { user: "AB" },
    });
    const { content } = await product.browser.view("google-sync.preview-view", { user: "AB" });
    const { rows } = content as { readonly rows: readonly { readonly cells: unknown }[] };
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [
        {
          group: "Made in the studio (1)",
          title: "Dentist",
          before: "",
          after: "2030-01-01 (all day)",
        },
      ],
    );
  });

  it("R3: where nothing would change, it says so", async () => {
    await product.act("sync-now");

    assert.deepEqual(await product.act("preview"), { kind: "done", message: "Nothing would change." });
  });
});
