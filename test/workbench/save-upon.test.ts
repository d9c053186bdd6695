import assert from "node:assert/strict";

import { ApiError } from "../../src/workbench/api/api-error.js";
import { saveUpon } from "../../src/workbench/common/save-upon.js";
import type { Kept } from "../../src/workbench/common/save-upon.js";

interface Person {
  readonly name: string;
  readonly email: string;
}

describe("saving a record somebody else may have changed meanwhile", () => {
  const opened: Kept<Person> = { values: { name: "Ida", email: "" }, version: "1" };

  /** Where a record is kept that somebody else has saved since. */
  function placeOf(kept: Kept<Person>) {
    const sent: Kept<Person>[] = [];
    return {
      sent,
      place: {
        async send(values: Person, version: string) {
          if (version !== kept.version) throw new ApiError(409, "stale-record", "It has changed");
          sent.push({ values, version });
          return `${version}+`;
        },
        read: async () => kept,
      },
    };
  }

  it("saves what is typed where nobody did", async () => {
    const { place } = placeOf(opened);
    const typed = { name: "Ida Moe", email: "" };
    assert.deepEqual(await saveUpon(opened, typed, place), {
      kind: "saved",
      kept: { values: typed, version: "1+" },
      theirs: [],
    });
  });

  it("G9: keeps both where they are about different values, and says what the other is", async () => {
    const { place, sent } = placeOf({ values: { name: "Ida", email: "ida@example.test" }, version: "2" });
    const outcome = await saveUpon(opened, { name: "Ida Moe", email: "" }, place);
    assert.deepEqual(sent, [{ values: { name: "Ida Moe", email: "ida@example.test" }, version: "2" }]);
    assert.deepEqual(outcome.kind === "saved" && outcome.theirs, ["email"]);
  });

  it("G9: saves nothing where both changed the same, and names it", async () => {
    const now = { values: { name: "Ida Berg", email: "ida@example.test" }, version: "2" };
    const { place, sent } = placeOf(now);
    const outcome = await saveUpon(opened, { name: "Ida Moe", email: "" }, place);
    const mine = { name: "Ida Moe", email: "ida@example.test" };
    assert.deepEqual([outcome, sent], [{ kind: "changed", now, mine, replaced: ["name"] }, []]);
  });

  it("leaves other refusals to whoever asked", async () => {
    const refused = new ApiError(409, "initials-taken", "Somebody has them");
    const place = {
      send: () => Promise.reject(refused),
      read: async () => opened,
    };
    await assert.rejects(saveUpon(opened, opened.values, place), refused);
  });
});
