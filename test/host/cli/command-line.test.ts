import assert from "node:assert/strict";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";

import { runCommandLine } from "../../../src/host/cli/command-line.js";
import { Output } from "../../../src/host/cli/output.js";

/** A package whose only plugins are the fixtures of these tests. */
const packageFolder = fileURLToPath(new URL("../../../../test/host/plugins/fixtures", import.meta.url));

function textStream() {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

describe("the spectra command", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spectra-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function spectra(line: string) {
    const [out, error] = [textStream(), textStream()];
    const status = await runCommandLine(line.split(" "), {
      output: new Output(out.stream, error.stream, false),
      variables: { SPECTRA_DATA: folder, SPECTRA_LOG: "silent" },
      packageFolder: join(packageFolder, "good"),
      signal: AbortSignal.abort(),
    });
    return { status, out: out.text(), error: error.text() };
  }

  it("can be run by its name once it is built, as npx does", function () {
    // Windows knows programs by their endings.
    if (process.platform === "win32") this.skip();
    const main = fileURLToPath(new URL("../../../src/host/cli/main.js", import.meta.url));
    accessSync(main, constants.X_OK);
  });

  it("makes a studio once", async () => {
    assert.equal((await spectra("studio create --name North --time-zone America/Chicago")).status, 0);
    const { status, error } = await spectra("studio create --name South");
    assert.equal(status, 2);
    assert.match(error, /^There already is a studio "North" in this database\. Choose .*\n$/);
  });

  it("says in one line what is wrong with the words", async () => {
    for (const [line, said] of [
      ["studio create --time-zone Mars/Base", "--time-zone Mars/Base is no time zone this computer knows.\n"],
      ["studio create --edition Huge", "--edition Huge is none of Standard, Professional, Enterprise, Express.\n"],
      ["serve --port many", "--port many is not a port.\n"],
      ["serve --product other", "--product other is neither spectra nor mystratus.\n"],
      ["plugin list", 'There is no studio in this database yet. Make one with "spectra studio create".\n'],
    ] as const) {
      assert.deepEqual(await spectra(line), { status: 2, out: "", error: said }, line);
    }
  });

  it("says in one line which word it does not know, and where the known ones are", async () => {
    for (const [line, said] of [
      ["job list", "unknown command 'list'. Add --help to see what there is.\n"],
      [
        "studio create --nam North",
        "unknown option '--nam' (Did you mean --name?). Add --help to see what there is.\n",
      ],
    ] as const) {
      assert.deepEqual(await spectra(line), { status: 2, out: "", error: said }, line);
    }
    const { out } = await spectra("job list --json");
    assert.deepEqual(JSON.parse(out), {
      code: "usage",
      message: "unknown command 'list'",
      hint: "Add --help to see what there is.",
    });
  });

  it("says in one line that a data folder cannot be used, and does not wait for it", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    for (const data of [file, join(file, "below"), "/proc/spectra", "/proc/spectra/below"]) {
      const { status, out, error } = await spectra(`studio create --name North --data ${data}`);
      assert.deepEqual([status, out], [2, ""], data);
      assert.match(error, /^The data folder \S+ cannot be used: .*--data or SPECTRA_DATA\.\n$/);
    }
  });

  it("runs a program of a plugin for as long as the command, where a setting names it", async () => {
    await spectra("studio create --name North --time-zone America/Chicago");
    const { status, error } = await spectra("serve --port 0 --far-away-url near");
    assert.deepEqual(
      [status, error, readFileSync(join(folder, "far-away.txt"), "utf8")],
      [0, "--far-away-url is http://far-away.example.test\n", "ended"],
    );
  });

  it("says that such a program could not be started", async () => {
    await spectra("studio create --name North --time-zone America/Chicago");
    const { status, error } = await spectra("serve --port 0 --far-away-url silent");
    assert.deepEqual([status, error], [2, "--far-away-url silent could not be started.\n"]);
  });

  it("says in the help whose a group of commands is, and which", async () => {
    const { out } = await spectra("--help");
    assert.match(out, /\n {2}greetings +good: say/);
  });

  it("prints one JSON document with --json, also when it fails", async () => {
    await spectra("studio create --edition Standard");
    const listed = await spectra("plugin list --json");
    const failed = await spectra("plugin disable nothing --json");
    const [plugin] = JSON.parse(listed.out) as { id: string; state: string }[];
    assert.deepEqual([plugin?.id, plugin?.state], ["good", "enabled"]);
    assert.deepEqual(JSON.parse(failed.out), {
      code: "unknown-plugin",
      message: 'There is no plugin "nothing"',
      hint: '"spectra plugin list" names those there are.',
    });
  });

  it("A6: carries the studio key to another data folder", async () => {
    await spectra("studio create");
    const { out } = await spectra("key export");
    assert.match(out, /^spectra-studio-key-1:[\w-]{43}\n$/);
    assert.equal((await spectra("key import /nowhere/key.txt")).status, 2);
  });

  it("names every problem of a plugin's manifest", async () => {
    const { status, out } = await spectra(`plugin validate ${join(packageFolder, "bad-manifest")}`);
    assert.equal(status, 1);
    assert.match(out, /^\/description is missing$/m);
  });

  it("P5: says in which editions a plugin works", async () => {
    await spectra("studio create --edition Express");
    const { out } = await spectra("plugin list");
    assert.equal(out, "good 1.0.0  Not available in the Express edition; it needs Standard\n");
  });

  it("serves until it is stopped, and says where", async () => {
    await spectra("studio create --edition Standard");
    const { status, out } = await spectra("serve --port 0 --json");
    assert.equal(status, 0);
    assert.match((JSON.parse(out) as { address: string }).address, /^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
