import assert from "node:assert/strict";

import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

const never = new AbortController().signal;

describe("watching over the host, through the whole product", function () {
  this.timeout(30_000);
  const log: string[] = [];
  let product: Product;

  before(async () => {
    product = await Product.open({ log: (line) => log.push(line) });
    const { host, userId } = product;
    const start = tomorrowAt(10);
    await anAppointment(host, { users: [userId], description: "Lab", start, end: tomorrowAt(11) });
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await host.services.jobRunner.run("google-sync.processor", { signal: never });
    product.google.revokeGrants(annasEmail);
    await host.services.jobRunner.run("google-sync.processor", { signal: never });
  });
  after(() => product.close());

  const lines = () => log.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const metric = async (start: string) =>
    (await (await fetch(`${product.serving.address}/metrics`)).text())
      .split("\n")
      .filter((one) => one.startsWith(start));

  it("counts runs, items, and requests by how they ended", async () => {
    assert.deepEqual(await metric("spectra_google_sync_runs_total{"), [
      'spectra_google_sync_runs_total{outcome="done"} 1',
      'spectra_google_sync_runs_total{outcome="failed"} 1',
    ]);
    assert.ok(
      (await metric("spectra_google_sync_items_total{")).includes(
        'spectra_google_sync_items_total{kind="calendar",side="google",action="created"} 1',
      ),
    );
    const outcomes = (await metric("spectra_google_sync_requests_total{")).map(
      (line) => /outcome="([\w-]+)"/.exec(line)?.[1],
    );
    assert.deepEqual(outcomes.toSorted(), ["done", "refresh-token"]);
    assert.equal((await metric("spectra_host_job_runs_total{")).length, 2);
  });

  it("a run's lines bear its id, also those of the plugin", () => {
    const [, second] = lines().filter(({ msg }) => msg === "A job run starts");
    const failed = lines().filter(({ msg }) => msg === "A run failed");
    assert.ok(typeof second?.["jobRunId"] === "string");
    assert.deepEqual(
      failed.map(({ name, jobRunId }) => [name, jobRunId]),
      [["google-sync", second["jobRunId"]]],
    );
  });

  it("a request's lines bear the id its answer names", async () => {
    const answer = await fetch(`${product.serving.address}/api/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ initials: "ab", password: "" }),
    });
    await answer.text();
    const told = lines().filter(({ requestId }) => requestId === answer.headers.get("x-request-id"));
    assert.deepEqual(
      told.map(({ msg, route, status }) => [msg, route, status]),
      [["A request was answered", "/api/sign-in", 200]],
    );
  });
});
