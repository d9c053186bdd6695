import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isObject } from "../../src/local-google/json.js";

const program = join(import.meta.dirname, "../../src/local-google/main.js");

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program; once it says it is ready, does something with it and asks it to end. */
async function run(
  words: readonly string[],
  whenReady: (ready: string) => Promise<void> = async () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (!out.includes("\n")) return;
    whenReady(out).then(
      () => child.kill("SIGTERM"),
      (failure: unknown) => {
        err += String(failure);
        child.kill("SIGKILL");
      },
    );
  });
  const [status]: unknown[] = await once(child, "close");
  return { status: typeof status === "number" ? status : null, out, err };
}

describe("local Google: its own process", () => {
  const folder = mkdtempSync(join(tmpdir(), "local-google-process-"));
  after(() => rmSync(folder, { recursive: true }));

  it("says in one line of JSON where it is and who is there, answers, and ends cleanly on SIGTERM", async () => {
    let answered = 0;
    const ended = await run(
      ["--accounts", "anna@example.test,bob@example.test", "--time-zone", "Europe/Berlin"],
      async (line) => {
        const ready: unknown = JSON.parse(line);
        const url = isObject(ready) ? String(ready["url"]) : "";
        answered = (await fetch(`${url}/calendar/v3/colors`)).status;
      },
    );
    const ready: unknown = JSON.parse(ended.out);
    assert.deepEqual(
      [ended.status, answered, isObject(ready) ? ready["accounts"] : undefined, ended.err],
      [0, 401, ["anna@example.test", "bob@example.test"], ""],
    );
  });

  it("has the sample studio's people with --sample", async () => {
    const { out } = await run(["--sample", "--time-zone", "Europe/Berlin"]);
    const ready: unknown = JSON.parse(out);
    assert.deepEqual(isObject(ready) ? ready["accounts"] : undefined, [
      "olivia@example.test",
      "mateo@example.test",
      "grace@example.test",
      "jun@example.test",
    ]);
  });

  it("keeps its accounts over a restart with --state", async () => {
    const state = join(folder, "state.json");
    await run(["--accounts", "anna@example.test", "--state", state]);
    const { out } = await run(["--state", state]);
    assert.match(out, /anna@example\.test/);
  });

  for (const words of [
    ["--port", "x"],
    ["--colour"],
    ["--seed", "missing.json"],
    ["--sample", "--seed", "missing.json"],
    ["--accounts", "nobody"],
    ["--time-zone", "Mars/Base"],
  ]) {
    it(`ends with status 2 and a clear line: ${words.join(" ")}`, async () => {
      const { status, out, err } = await run(words);
      assert.deepEqual([status, out, err.trim().split("\n").length], [2, "", 1]);
    });
  }
});
