import assert from "node:assert/strict";

import { zoneName } from "../../src/base/wall-time.js";
import { anAppointment } from "../support/studio.js";
import { Product, tomorrowAt } from "./product.js";

const job = "google-sync.processor";
const never = new AbortController().signal;

describe("myStratus, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  /** The host stands in Berlin, the studio in Chicago. */
  before(async () => {
    product = await Product.open({ product: "myStratus", computerZone: "Europe/Berlin" });
    const { host, userId } = product;
    const start = tomorrowAt(10);
    await anAppointment(host, { users: [userId], description: "Call the lab", start, end: tomorrowAt(11) });
    await product.connect({ populateGoogle: true });
    await host.scheduler.look(never);
    await host.scheduler.look(never);
  });
  after(() => product.close());

  it("P6: the job runs by itself, though nobody enabled it, and not again before its time", async () => {
    const runs = await product.browser.get("/api/job-runs?limit=10");
    assert.deepEqual(
      (runs as unknown as readonly { readonly jobId: string; readonly outcome: string }[]).map(({ jobId, outcome }) => [
        jobId,
        outcome,
      ]),
      [[job, "done"]],
    );
  });

  it("P6: the job is not shown in Control Center, nor changed from there", async () => {
    assert.deepEqual(await product.browser.get("/api/jobs"), []);
    const settings = { isEnabled: false, schedule: { kind: "every", minutes: 5 } };
    await assert.rejects(product.browser.put(`/api/jobs/${job}/settings`, settings), /404 .*unknown-job/);
  });

  it("C20: times are meant in the company's Time Zone, wherever the host stands", () => {
    assert.deepEqual(product.startOf("Call the lab"), [tomorrowAt(10), "America/Chicago"]);
  });

  it("C22: another company zone holds the run, and says whose zone it is", async () => {
    const { company, services } = product.host;
    const facts = (await company.find()) ?? assert.fail("no company");
    await company.save({ ...facts, timeZone: zoneName("America/New_York") });
    const { summary, users } = await services.jobRunner.run(job, { signal: never });
    await company.save(facts);
    assert.equal(summary, "1 user, 1 held until somebody answers.");
    assert.match(
      users[0]?.summary ?? "",
      /^The time zone of the company changed from America\/Chicago to America\/New_York/,
    );
  });

  it("P6: the tab warns of no job and no computer, and speaks of myStratus", async () => {
    const told = JSON.stringify(await product.open());
    assert.doesNotMatch(told, /Control Center|FRONT-DESK|StudioPlus Spectra/);
    assert.match(told, /StudioPlus myStratus/);
  });
});
