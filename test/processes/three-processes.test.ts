import assert from "node:assert/strict";

import type { TitledRun } from "../../src/host/control-center/index.js";
import { anAppointment } from "../support/studio.js";
import { Product, tomorrowAt } from "../whole-product/product.js";
import { ControlCenterProcess } from "./control-center-process.js";
import { GoogleLine } from "./google-line.js";
import type { LineEntry } from "./google-line.js";
import { until } from "./until.js";

const job = "google-sync.processor";
const computers = ["ONE", "TWO", "THREE"] as const;
type Computer = (typeof computers)[number];
const isBatch = (method: string, path: string): boolean => method === "POST" && path.includes("/batch/");

describe("three computers on one database", function () {
  this.timeout(120_000);

  let product: Product;
  let log: LineEntry[];
  let lines: Map<Computer, GoogleLine>;
  let processes: Map<Computer, ControlCenterProcess>;

  beforeEach(async () => {
    product = await Product.open();
    log = [];
    lines = new Map();
    processes = new Map();
    for (let number = 0; number < 120; number += 1) {
      const description = `Booking ${String(number).padStart(3, "0")}`;
      const [start, end] = [tomorrowAt(9), tomorrowAt(10)];
      await anAppointment(product.host, { users: [product.userId], description, start, end });
    }
    await product.connect({ populateGoogle: true });
    for (const computer of computers) {
      const line = await GoogleLine.open(computer, product.google.url, log);
      lines.set(computer, line);
      const { folder: dataFolder } = product;
      processes.set(computer, new ControlCenterProcess({ computer, dataFolder, googleUrl: line.url, leaseSeconds: 6 }));
    }
    await Promise.all([...processes.values()].map((one) => one.hasReportedIn()));
  });

  afterEach(async () => {
    await Promise.all([...processes.values()].map((one) => one.kill()));
    await Promise.all([...lines.values()].map((line) => line.close()));
    await product.close();
  });

  const the = <T>(map: ReadonlyMap<Computer, T>, computer: Computer): T =>
    map.get(computer) ?? assert.fail(`no ${computer}`);

  /** Chooses the job's computer, and presses "Run Now". */
  async function runOn(computerName: Computer): Promise<void> {
    const { controlCenter } = product.host.services;
    await controlCenter.changeSettings(job, {
      isEnabled: true,
      schedule: { kind: "at", times: ["00:00"], days: ["Sun"] },
      computerName,
      notification: { when: "Never", address: "" },
    });
    assert.equal(await controlCenter.requestRun(job, product.userId), computerName);
  }

  const newestRun = async (isIt: (run: TitledRun) => boolean): Promise<TitledRun | undefined> =>
    (await product.host.services.controlCenter.listRuns({ limit: 20 })).find(isIt);

  /** The computers in the order they were at work, one after the other. */
  const turns = (): readonly string[] =>
    log.map(({ line }) => line).filter((line, index, all) => index === 0 || line !== all[index - 1]);

  it("G6, G5: one killed and one that sleeps past its lease are never at work beside another, and nothing is double", async () => {
    const killed = the(lines, "ONE").holdAnswer(isBatch);
    await runOn("ONE");
    await killed;
    the(processes, "ONE").signal("SIGKILL");
    await the(processes, "ONE").ended();

    const asleep = the(lines, "TWO").holdAnswer(isBatch);
    await runOn("TWO");
    await asleep;
    the(processes, "TWO").signal("SIGSTOP");
    // What it waits for is there the moment it wakes.
    the(lines, "TWO").release();

    await runOn("THREE");
    await until("run of THREE", () => newestRun((run) => run.computerName === "THREE" && run.outcome === "done"));
    the(processes, "TWO").signal("SIGCONT");
    const wokenAt = Date.now();
    await runOn("TWO");
    const last = await until("second run of TWO", () =>
      newestRun((run) => run.computerName === "TWO" && run.outcome === "done"),
    );

    const afterWaking = log.filter(({ line, at }) => line === "TWO" && at >= wokenAt);
    assert.deepEqual(
      {
        turns: turns(),
        atWorkBeforeItsTurn: afterWaking.filter(({ at }) => at < last.startedAt.getTime()),
        writtenAgain: afterWaking.filter(({ method, path }) => isBatch(method, path)),
        titles: product.titles(),
      },
      {
        turns: ["ONE", "TWO", "THREE", ...(afterWaking.length === 0 ? [] : ["TWO"])],
        atWorkBeforeItsTurn: [],
        writtenAgain: [],
        titles: Array.from({ length: 120 }, (_, number) => `Booking ${String(number).padStart(3, "0")}`),
      },
    );
    const brokenOff = (await product.host.services.controlCenter.listRuns({ outcome: "failed" })).map(
      ({ computerName, summary }) => [computerName, summary.startsWith("Broken off")],
    );
    assert.deepEqual(brokenOff, [
      ["TWO", true],
      ["ONE", true],
    ]);
  });

  it("J4, J1: Run Now reaches the job's computer, and its run is stopped from anywhere", async () => {
    const working = the(lines, "TWO").holdAnswer(isBatch);
    await runOn("TWO");
    await working;
    const run = await until("run", () => newestRun(({ outcome }) => outcome === undefined));
    await product.browser.post(`/api/job-runs/${run.id}/abort`, {});
    const ended = await until("end of the run", () =>
      newestRun(({ id, outcome }) => id === run.id && outcome === "failed"),
    );
    assert.match(ended.summary, /^Ended by hand/);
    assert.deepEqual(turns(), ["TWO"]);
  });

  it("SIGTERM abandons a run safely and ends the process in order", async () => {
    const working = the(lines, "TWO").holdAnswer(isBatch);
    await runOn("TWO");
    await working;
    the(processes, "TWO").signal("SIGTERM");
    assert.equal(await the(processes, "TWO").ended(), 0);
    const run = await newestRun(() => true);
    assert.deepEqual(
      [run?.outcome, run?.summary],
      ["failed", "Stopped before its end. The next run goes on from there."],
    );
  });
});
