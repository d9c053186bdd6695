import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const workbench = fileURLToPath(new URL("../../../src/workbench/", import.meta.url));

describe("the workbench", () => {
  it("has no word about any plugin in it: what is switched off leaves no trace on screen", () => {
    const files = readdirSync(workbench, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(tsx?|css|html)$/.test(name),
    );
    const naming = files.filter((name) => /google/i.test(readFileSync(`${workbench}${name}`, "utf8")));
    assert.ok(files.length > 100);
    assert.deepEqual(naming, []);
  });
});
