import assert from "node:assert/strict";

import { aUser, anAppointment } from "../support/studio.js";
import { Browser } from "./browser.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

interface Held {
  readonly items: readonly { readonly id: number; readonly title: string }[];
}

describe("held changes, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;
  let question: number;
  let items: Held["items"];

  /** Three appointments, one of them private in Google, are in step, and somebody deletes them all in the studio. */
  beforeEach(async () => {
    product = await Product.open();
    const { host, userId } = product;
    for (const hour of [9, 10]) {
      await anAppointment(host, {
        users: [userId],
        description: `At ${hour}`,
        start: tomorrowAt(hour),
        end: tomorrowAt(hour + 1),
      });
    }
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    const calendar = product.google.accounts.get(annasEmail).calendar();
    calendar.create({ summary: "At 11", visibility: "private", start: at(11), end: at(12) });
    await product.act("sync-now");
    await host.connection.query()("appointments").update({ deleted_at: new Date().toISOString() });
    await product.act("sync-now");
    const [open] = (await product.browser.command("google-sync.held")).value as readonly { readonly id: number }[];
    question = open?.id ?? 0;
    ({ items } = (await product.browser.command("google-sync.held", { question })).value as Held);
  });

  afterEach(() => product.close());

  const tomorrow = tomorrowAt(0).slice(0, 10);
  const listed = (browser: Browser) => browser.view("google-sync.held-items-view", { question });

  it("G8: the screen lists what is held on both sides, each with its answers and a screen of its own", async () => {
    const { content } = (await listed(product.browser)) as { content: { rows: readonly Record<string, unknown>[] } };
    const [first] = content.rows;
    assert.deepEqual(first, {
      id: String(items[0]?.id),
      cells: { title: "At 9", studio: "not there", google: `${tomorrow} 09:00 to 10:00, At 9` },
      open: { viewId: "google-sync.held-item-view", input: { question, item: items[0]?.id } },
      actions: [
        ["Apply", "apply"],
        ["Discard", "discard"],
      ].map(([label, answer]) => ({
        label,
        command: "google-sync.answer",
        input: { id: String(question), answer, items: String(items[0]?.id) },
      })),
    });
  });

  it("G8: one item is compared value by value", async () => {
    const input = { question, item: items[0]?.id };
    const { content } = (await product.browser.view("google-sync.held-item-view", input)) as {
      content: { readonly sides: unknown; readonly rows: unknown };
    };
    assert.deepEqual(
      [content.sides, content.rows],
      [
        ["In the studio", "In Google"],
        [
          { label: "There", values: ["No", "Yes"] },
          { label: "Title", values: ["", "At 9"] },
          { label: "When", values: ["", `${tomorrow} 09:00 to 10:00`] },
          { label: "Location", values: ["", ""] },
          { label: "Notes", values: ["", ""] },
        ],
      ],
    );
  });

  it("G8: answered one by one, each is done as answered", async () => {
    const [first, ...others] = items.map(({ id }) => id);
    const answer = (chosen: string, ids: readonly unknown[]) =>
      product.browser.command("google-sync.answer", { id: String(question), answer: chosen, items: ids.join(",") });
    const { text } = await answer("discard", [first]);
    await answer("apply", others);
    await product.act("sync-now");

    assert.deepEqual(
      [text, product.titles()],
      [`1 item of question ${question} is answered with "Discard". The next run carries it out.`, ["At 9"]],
    );
    assert.deepEqual(((await listed(product.browser)).content as { rows: unknown }).rows, []);
    const { content } = await product.browser.view("google-sync.held-item-view", { question, item: first });
    assert.deepEqual((content as { actions: unknown }).actions, []);
  });

  it("C8: an administrator sees of a private one when it is, and nothing else", async () => {
    const { host, serving } = product;
    await aUser(host, { initials: "ZZ" });
    const other = new Browser(serving.address);
    await other.signIn("ZZ", "");

    const answered = await other.command("google-sync.held", { question });

    assert.deepEqual(
      (answered.value as Held).items.map(({ title }) => title),
      ["At 9", "At 10", "Private appointment"],
    );
    assert.doesNotMatch(JSON.stringify(answered), /At 11/);
  });

  it("R5, G8: Check says that nothing is inconsistent, and what waits, on the command line and through the API", async () => {
    const { text, value, hasFailures } = await product.browser.command("google-sync.check");

    const [first, second, third = "", ...more] = text.split("\n");
    assert.deepEqual(
      [first, second, more, hasFailures],
      ["AB: nothing is inconsistent.", "  3 items wait for an answer and rest on both sides until then.", [], false],
    );
    assert.match(
      third,
      /^ {2}waiting +3 entries .* Maintenance > Google Sync > Held Changes, or "spectra sync answer \d+"\.$/,
    );
    const [{ findings, waiting }] = value as [{ findings: unknown[]; waiting: Record<string, unknown>[] }];
    assert.deepEqual(
      [findings, waiting.map(({ question: id, items: count, where }) => [id, count, where])],
      [[], [[question, 3, "Held Changes"]]],
    );
  });

  it("R5, G8: Check's screen has a row for what waits, which opens it", async () => {
    const { content } = (await product.browser.view("google-sync.check-view")) as {
      content: { rows: readonly { readonly cells: Record<string, string>; readonly open: unknown }[] };
    };
    assert.deepEqual(
      content.rows.map(({ cells: { user, title }, open }) => ({ user, title, open })),
      [{ user: "AB", title: "3 items wait", open: { viewId: "google-sync.held-items-view", input: { question } } }],
    );
    assert.match(content.rows[0]?.cells["text"] ?? "", /Answer it under Held Changes\.$/);
  });

  it("R5, G8: once it is answered Check says that everything is consistent", async () => {
    await product.browser.command("google-sync.answer", { id: String(question), answer: "apply" });
    await product.act("sync-now");

    const { text } = await product.browser.command("google-sync.check");

    assert.equal(text, "AB: everything is consistent.");
  });
});
