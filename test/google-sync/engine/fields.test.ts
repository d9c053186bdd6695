import assert from "node:assert/strict";

import { agreedOn, differs, isEmpty, pick } from "../../../src/google-sync/engine/index.js";
import type { Fields } from "../../../src/google-sync/engine/index.js";

describe("fields", () => {
  const table: readonly (readonly [title: string, one: Fields, other: Fields, isDifferent: boolean])[] = [
    ["equal ones do not differ", { title: "Portrait" }, { title: "Portrait" }, false],
    ["unequal ones differ", { title: "Portrait" }, { title: "Wedding" }, true],
    ["one of several is enough", { when: "Monday", title: "Portrait" }, { when: "Monday", title: "Wedding" }, true],
    ["an emptied one differs", { title: "Portrait" }, { title: "" }, true],
    ["what only the first knows is no difference", { title: "Portrait", notes: "x" }, { title: "Portrait" }, false],
    ["what only the other knows is no difference", { title: "Portrait" }, { title: "Portrait", notes: "x" }, false],
  ];
  for (const [title, one, other, isDifferent] of table) {
    it(title, () => {
      assert.equal(differs(one, other), isDifferent);
    });
  }

  it("are picked by name, where present", () => {
    assert.deepEqual(pick({ title: "Portrait", notes: "", when: "Monday" }, ["notes", "title", "colour"]), {
      notes: "",
      title: "Portrait",
    });
  });

  it("are empty only without any", () => {
    assert.deepEqual([isEmpty({}), isEmpty({ notes: "" })], [true, false]);
  });

  it("are agreed on as the same on both sides", () => {
    assert.deepEqual(agreedOn({ title: "Portrait" }), { studio: { title: "Portrait" }, google: { title: "Portrait" } });
  });
});
