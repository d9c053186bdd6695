import assert from "node:assert/strict";

import { hasShortWords } from "../../src/workbench/common/short-words.js";

describe("a text in a column of a table", () => {
  it("is broken between words when they are names and addresses", () => {
    assert.equal(hasShortWords("Jiří Szczepańczyk\nolivia@example.test"), true);
    assert.equal(hasShortWords(""), true);
  });

  it("is broken inside of a word that would make the table too wide", () => {
    assert.equal(hasShortWords("See https://meet.example.test/a-very-long-name-of-a-room"), false);
  });
});
