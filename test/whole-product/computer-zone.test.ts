import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { ComputerStore } from "../../src/host/studio-data/index.js";
import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

const job = "google-sync.processor";
const never = new AbortController().signal;

/** What the logs show of a job run. */
interface LoggedRun {
  readonly id: string;
  readonly outcome: string;
  readonly users: readonly { readonly outcome: string; readonly summary: string }[];
}

describe("a job that moves to a computer in another zone, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  beforeEach(async () => {
    product = await Product.open();
    const { host, userId } = product;
    await new ComputerStore(host.connection).heartbeat({
      name: "BACK-OFFICE",
      zone: zoneName("Europe/Berlin"),
      version: "1.0.0",
    });
    await choose("FRONT-DESK");
    const start = tomorrowAt(10);
    await anAppointment(host, { users: [userId], description: "Lab", start, end: tomorrowAt(11) });
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await run();
    await choose("BACK-OFFICE");
  });
  afterEach(() => product.close());

  /** What somebody does under Modify Job Settings. */
  const choose = (computerName: string) =>
    product.browser.put(`/api/jobs/${job}/settings`, {
      isEnabled: true,
      schedule: { kind: "every", minutes: 15 },
      computerName,
    });

  /** A run of the job, as its computer does it, and what the logs show of it. */
  async function run(): Promise<LoggedRun> {
    const { jobRunId, finished } = await product.host.services.jobRunner.start(job, { signal: never });
    await finished;
    return (await product.browser.get(`/api/job-runs/${jobRunId}`)) as unknown as LoggedRun;
  }

  const events = () =>
    product.google.accounts
      .get(annasEmail)
      .calendar()
      .list()
      .map(({ start, etag }) => [start, etag]);

  it("C22, J5: the run is held, writes nothing, and says why in the logs and on the tab", async () => {
    const before = events();
    await anAppointment(product.host, { users: [product.userId], start: tomorrowAt(12), end: tomorrowAt(13) });

    const { outcome, users } = await run();

    const { state } = await product.open();
    const told = state.facts.find(({ label }) => label === "Last run")?.value ?? "";
    assert.deepEqual([outcome, users.map((user) => user.outcome), events()], ["done-with-problems", ["held"], before]);
    for (const text of [users[0]?.summary ?? "", told]) assert.match(text, /America\/Chicago.*Europe\/Berlin/s);
    assert.ok(state.facts.some(({ label, value }) => label === "Waiting for an answer" && value === "1"));
  });

  it("C22: back on a computer of the old zone it goes on, and nothing waits any more", async () => {
    await run();
    await choose("FRONT-DESK");

    const { users } = await run();

    const { state } = await product.open();
    assert.deepEqual(
      users.map((user) => user.outcome),
      ["done"],
    );
    assert.ok(state.facts.some(({ label, value }) => label === "Waiting for an answer" && value === "0"));
  });

  it("C22: the new zone, once somebody says so, moves studio-born events to their wall-clock there", async () => {
    await run();
    const { value } = await product.browser.command("google-sync.held");
    const [{ id } = { id: 0 }] = value as readonly { readonly id: number }[];
    await product.browser.command("google-sync.answer", { id: String(id), answer: "new" });

    const { users } = await run();

    assert.deepEqual(
      [users.map((user) => user.outcome), product.startOf("Lab")],
      [["done"], [tomorrowAt(10), "Europe/Berlin"]],
    );
  });
});
