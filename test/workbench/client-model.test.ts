import assert from "node:assert/strict";

import { differencesOf, nameOf, newClient } from "../../src/workbench/clients/client-model.js";
import { putUpon } from "../../src/workbench/common/put-upon.js";

describe("clients on screen", () => {
  it("are called by the person, else the company, the email or the phone", () => {
    const nobody = { firstName: "", lastName: "", company: "", email: "" };
    const names = [
      nameOf({ ...nobody, lastName: "Moe", company: "Harbor Hall" }),
      nameOf({ ...nobody, company: "Harbor Hall", email: "hall@example.test" }),
      nameOf({ ...nobody, email: "hall@example.test" }),
      nameOf(nobody, "555-0101"),
      nameOf(nobody),
    ];
    assert.deepEqual(names, ["Moe", "Harbor Hall", "hall@example.test", "555-0101", "No name"]);
  });

  it("G9: keep both people's changes where they are about different fields, and show both values where not", () => {
    const opened = { ...newClient, firstName: "Ida", company: "Harbor Hall", email: "ida@example.test" };
    const mine = { ...opened, company: "Mine Ltd", isInactive: true };
    const saved = {
      ...opened,
      company: "Theirs Ltd",
      email: "moe@example.test",
      phones: [{ id: 1, label: "Home", number: "555-0101" }],
    };
    const { values, replaced } = putUpon(opened, mine, saved);
    assert.deepEqual(values, { ...saved, company: "Mine Ltd", isInactive: true });
    assert.deepEqual(differencesOf(replaced, values, saved), [
      { label: "Company", mine: "Mine Ltd", theirs: "Theirs Ltd" },
    ]);
  });
});
