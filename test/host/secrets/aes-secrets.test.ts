import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { StudioKeyMissingError, UnreadableSecretError } from "../../../src/api/index.js";
import { AesSecrets, StudioKey } from "../../../src/host/secrets/index.js";

describe("secrets at rest", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spectra-secrets-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const keyIn = (name: string): StudioKey => new StudioKey(join(folder, name), undefined);

  it("A6: come back to their owner, and look different every time", () => {
    const key = keyIn("a");
    key.ensure();
    const secrets = new AesSecrets(key, "plugin");
    const [first, second] = [secrets.protect("refresh", "user/1"), secrets.protect("refresh", "user/1")];
    assert.deepEqual(
      [secrets.reveal(first, "user/1"), secrets.reveal(second, "user/1"), first === second],
      ["refresh", "refresh", false],
    );
  });

  it("A6: cannot be read as another owner's, another plugin's, or after a change", () => {
    const key = keyIn("a");
    key.ensure();
    const text = new AesSecrets(key, "plugin").protect("refresh", "user/1");
    const changed = `${text.slice(0, -2)}${text.endsWith("AA") ? "BB" : "AA"}`;
    assert.throws(() => new AesSecrets(key, "plugin").reveal(text, "user/2"), UnreadableSecretError);
    assert.throws(() => new AesSecrets(key, "other").reveal(text, "user/1"), UnreadableSecretError);
    assert.throws(() => new AesSecrets(key, "plugin").reveal(changed, "user/1"), UnreadableSecretError);
  });

  it("A6: a computer without the key says so", () => {
    assert.throws(() => new AesSecrets(keyIn("none"), "plugin").protect("refresh", "user/1"), StudioKeyMissingError);
  });

  it("A6: the key is exported and imported, and only its owner can read its file", () => {
    const here = keyIn("here");
    here.ensure();
    const there = keyIn("there");
    there.import(here.export() ?? "", "the file");
    const text = new AesSecrets(here, "plugin").protect("refresh", "user/1");
    assert.equal(new AesSecrets(there, "plugin").reveal(text, "user/1"), "refresh");
    assert.equal(statSync(join(folder, "there")).mode & 0o777, 0o600);
  });

  it("A6: a key never replaces another one", () => {
    const [here, there] = [keyIn("here"), keyIn("there")];
    here.ensure();
    there.ensure();
    assert.throws(() => there.import(here.export() ?? "", "the file"), /already has another studio key/);
    assert.throws(() => there.import("hello", "the file"), /the file does not hold a studio key/);
  });
});
