import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";

import { runCommandLine } from "../../../src/host/cli/command-line.js";
import { Output } from "../../../src/host/cli/output.js";

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

describe("spectra studio create --sample", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spectra-sample-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (...words: readonly string[]): Promise<Said> => {
    const [out, err] = [new Sink(), new Sink()];
    const status = await runCommandLine(["studio", "create", "--data", folder, ...words], {
      output: new Output(out, err, false),
      variables: {},
      packageFolder: join(import.meta.dirname, "../../../.."),
      signal: new AbortController().signal,
    });
    return { status, out: out.text, err: err.text };
  };

  it("makes a studio of the size asked for and says who can sign in", async () => {
    const { status, out } = await run("--sample", "--clients", "7", "--entries", "40", "--name", "Lakeside");
    assert.equal(status, 0);
    assert.match(out, /"Lakeside" was made, with 7 clients, \d+ appointments and \d+ sessions/);
    assert.match(out, /OH {2}Olivia Hartwell, olivia-demo/);
  });

  it("prints one JSON document with --json", async () => {
    const { out } = await run("--sample", "--entries", "0", "--clients", "1", "--json");
    const made: unknown = JSON.parse(out);
    assert.ok(made instanceof Object && "users" in made && "counts" in made);
  });

  it("refuses a second studio in the same place", async () => {
    await run("--sample", "--entries", "0", "--clients", "1");
    const { status, err } = await run("--sample");
    assert.equal(status, 2);
    assert.match(err, /There already is a studio "My Studio"/);
  });

  for (const [words, problem] of [
    [["--clients", "5"], "--clients and --entries are the size of a sample; add --sample.\n"],
    [["--sample", "--entries", "many"], "--entries many is no whole number.\n"],
    [["--sample", "--clients", "-1"], "--clients -1 is no whole number.\n"],
    [
      ["--sample", "--clients", "0"],
      "A sample studio with 0 clients cannot be made. Ask for 1 to 100000 clients and 0 to 100000 entries, in whole numbers.\n",
    ],
  ] as const) {
    it(`refuses ${words.join(" ")} in one line`, async () => {
      assert.deepEqual(await run(...words), { status: 2, out: "", err: problem });
    });
  }
});

/** Keeps what is written. */
class Sink extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
