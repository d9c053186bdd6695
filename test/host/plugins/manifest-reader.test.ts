import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { readPlugin } from "../../../src/host/plugins/index.js";
import { fixture } from "./plugin-fixtures.js";

async function problemsOf(folder: string): Promise<readonly string[]> {
  const found = await readPlugin(folder);
  return found.kind === "invalid" ? found.problems.map(({ path, message }) => `${path} ${message}`) : [];
}

describe("a plugin manifest", () => {
  it("is refused with every problem by path and in words", async () => {
    assert.deepEqual((await problemsOf(fixture("bad-manifest"))).toSorted(), [
      "/contributes/colours is not known here",
      "/contributes/commands/0/title is missing",
      "/description is missing",
      "/version must look like ^\\d+\\.\\d+\\.\\d+$",
    ]);
  });

  it("is refused when it names what is not its own or not there", async () => {
    assert.deepEqual(await problemsOf(fixture("bad-references")), [
      '/contributes/commands "good.greet" must start with "bad-references."',
      '/contributes/menus no command "bad-references.greet" is declared',
      "/contributes/preferencePages/0/schema cannot be read: the file is not there",
      "/contributes/views/0/document is missing",
      "/contributes/views/1/document is for views of the kind page",
      "/contributes/views/2/document must lie in the plugin's folder",
      "/contributes/views/3/document cannot be read: the file is not there",
      "/main must lie in the plugin's folder",
    ]);
  });

  it("is refused in a folder that has none", async () => {
    assert.deepEqual(await problemsOf(fixture("nowhere")), [
      "plugin.manifest.json cannot be read: the file is not there",
    ]);
  });

  it("of Google Sync is in order", async () => {
    assert.deepEqual(await problemsOf(fileURLToPath(new URL("../../../../", import.meta.url))), []);
  });
});
