import assert from "node:assert/strict";

import {
  isGuardedField,
  markOfContact,
  ownerOfContact,
  rulesOfContact,
} from "../../../src/google-sync/contacts/index.js";

describe("the rules of a client and a contact", () => {
  for (const [what, options, rule] of [
    ["only to Google, whoever the user is", { isTwoWay: false, mayChangeClients: true }, "to-google"],
    ["only to Google without the clearance too", { isTwoWay: false, mayChangeClients: false }, "to-google"],
    ["both ways with the Send box", { isTwoWay: true, mayChangeClients: true }, "both"],
    [
      "by the studio alone without the clearance to change clients",
      { isTwoWay: true, mayChangeClients: false },
      "studio-rules",
    ],
  ] as const) {
    it(`K2, X1: fields go ${what}`, () => {
      const { fields } = rulesOfContact([{ name: "", email: "" }, { "phone 1": "" }], options);
      assert.deepEqual(fields, { name: rule, email: rule, "phone 1": rule });
    });
  }

  it("K3: what is deleted on one side leaves the set; nothing is deleted on the other", () => {
    const { fields: _, ...rules } = rulesOfContact([], { isTwoWay: true, mayChangeClients: true });
    assert.deepEqual(rules, {
      isRemovable: false,
      leavesSet: true,
      movedField: "",
      mayDeleteInGoogle: false,
      mayRemoveFromStudio: true,
      readsGoogle: true,
    });
  });

  it("G1: names, emails, phones and addresses are guarded, and nothing else", () => {
    const guarded = ["name", "email", "main address", "mailing address", "phone 17", "phone new 1"];
    const others = ["salutation", "company", "job title", "birth date", "anniversary", "phonebook"];
    assert.deepEqual([...guarded, ...others].filter(isGuardedField), guarded);
  });
});

describe("the mark of a contact", () => {
  const owner = { studioGuid: "studio-1", userGuid: "user-1", clientGuid: "client-1" };

  it("K10: names studio, user and client under a key of ours", () => {
    assert.deepEqual(markOfContact(owner), { spectraClient: "studio-1/user-1/client-1" });
  });

  it("K10: is read among the marks of others", () => {
    assert.deepEqual(ownerOfContact({ other: "a/b/c", ...markOfContact(owner) }), owner);
  });

  for (const mark of ["", "studio-1", "studio-1/user-1", "studio-1/user-1/client-1/more"]) {
    it(`K10: is none of ours when it is not whole: "${mark}"`, () => {
      assert.equal(ownerOfContact({ spectraClient: mark }), undefined);
    });
  }

  it("K10: is not that of another program", () => {
    assert.equal(ownerOfContact({ other: "a/b/c" }), undefined);
  });
});
