import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import type { CommandAnswer } from "./browser.js";
import { Product, tomorrowAt } from "./product.js";

describe("undoing a run, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;
  let preview: CommandAnswer;

  before(async () => {
    product = await Product.open();
    const { host, userId } = product;
    await anAppointment(host, {
      users: [userId],
      description: "Call the lab",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
  });

  after(() => product.close());

  it("R2: shows what would be put back before anything is done", async () => {
    preview = await product.browser.command("google-sync.undo", { run: 1, preview: true });

    assert.deepEqual(preview.text.split("\n"), [
      "1 would be put back, 0 left as they are. Nothing has been changed yet.",
      '  "Call the lab": deleted in Google',
    ]);
    assert.deepEqual(product.titles(), ["Call the lab"]);
  });

  it('R2: asks on a screen of its own, with "Undo This Run" as the answer', async () => {
    const { viewId, input } = preview.open ?? { viewId: "", input: {} };
    const { content } = await product.browser.view(viewId, input);

    assert.deepEqual(content, {
      kind: "question",
      text: "1 would be put back, 0 left as they are. Nothing has been changed yet.",
      details: ['"Call the lab": deleted in Google'],
      answers: [{ label: "Undo This Run", command: "google-sync.undo", input: { run: 1, preview: false } }],
    });
  });

  it("R2: puts it back, and names the run this made", async () => {
    const { text, open } = await product.browser.command("google-sync.undo", { run: 1 });

    assert.equal(text.split("\n")[0], "Undo of run 1. In Google: 1 deleted.");
    assert.deepEqual(open, { viewId: "google-sync.run-view", input: { run: 2 } });
    assert.deepEqual(product.titles(), []);
  });

  it("R2: refuses a run that is not kept", async () => {
    await assert.rejects(product.browser.command("google-sync.undo", { run: 99 }), /Run 99 is not kept any more/);
  });
});
