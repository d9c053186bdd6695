import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

interface StatusLine {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly command: string; readonly input: unknown }[];
}

describe("asking for one record again, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;
  let appointment: number;

  before(async () => {
    product = await Product.open();
    const { host, userId } = product;
    const made = await anAppointment(host, {
      users: [userId],
      description: "Call",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    appointment = made.id;
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
  });

  after(() => product.close());

  async function status(): Promise<StatusLine> {
    const [contributed] = await product.browser.statusOf("appointment", appointment);
    assert.ok(contributed);
    const [line] = contributed.lines as readonly StatusLine[];
    assert.ok(line);
    return line;
  }

  async function press(label: string): Promise<void> {
    const action = (await status()).actions.find((one) => one.label === label);
    assert.ok(action, `there is no button "${label}"`);
    await product.browser.command(action.command, action.input);
    await product.act("sync-now");
  }

  it('R2: what Undo put back rests, and travels again with "Sync again"', async () => {
    await product.browser.command("google-sync.undo", { run: 1 });
    await product.act("sync-now");
    assert.deepEqual(product.titles(), []);

    await press("Sync again");

    assert.deepEqual(product.titles(), ["Call"]);
  });

  it("C15: the record shows the value that lost a conflict of two edits", async () => {
    const calendar = product.google.accounts.get(annasEmail).calendar();
    const [event] = calendar.list();
    calendar.patch(event?.id ?? "", { location: "Beach" });
    const { host } = product;
    await host.connection
      .query()("appointments")
      .where({ id: appointment })
      .update({ location: "Park", changed_at: new Date().toISOString() });
    await product.act("sync-now");

    const { text, actions } = await status();

    assert.match(text, /The location was changed on both sides; "Beach", entered in Google, was not kept\./);
    assert.deepEqual(
      actions.map(({ label }) => label),
      ["Use the other value (location)"],
    );
  });

  it('C15: "Use the other value" makes it hold on both sides', async () => {
    await press("Use the other value (location)");

    const [row] = await product.host.connection.query()("appointments").where({ id: appointment }).select("location");
    const [event] = product.google.accounts.get(annasEmail).calendar().list();
    assert.deepEqual([row, event?.["location"], (await status()).actions], [{ location: "Beach" }, "Beach", []]);
  });

  it("C15: refuses a value that is not on offer any more", async () => {
    await assert.rejects(
      product.browser.command("google-sync.use-value", { appointment, field: "location" }),
      /No other value of \\"location\\" is on offer/,
    );
  });
});
