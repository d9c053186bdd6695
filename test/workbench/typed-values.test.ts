import assert from "node:assert/strict";

import { isWebAddress, pageListPath, pagePath, pluginOf } from "../../src/workbench/preferences/page-path.js";
import {
  TypedValues,
  differing,
  forgetAllTyped,
  keepOnlyTypedBy,
} from "../../src/workbench/preferences/typed-values.js";
import type { TextStore } from "../../src/workbench/preferences/typed-values.js";

describe("typed values", () => {
  let store: TextStore;
  beforeEach(() => {
    store = memoryStore();
  });
  const own = { kind: "user", userId: 4 } as const;

  it("P1: survive leaving for another site and coming back", () => {
    new TypedValues(store, own, "sample.page").keep({ address: "anna@example.test", on: true }, new Set());
    assert.deepEqual(new TypedValues(store, own, "sample.page").read(), { address: "anna@example.test", on: true });
  });

  it("belong to one owner and one page", () => {
    new TypedValues(store, own, "sample.page").keep({ on: true }, new Set());
    assert.deepEqual(new TypedValues(store, { kind: "user", userId: 5 }, "sample.page").read(), {});
    assert.deepEqual(new TypedValues(store, { kind: "company" }, "sample.page").read(), {});
    assert.deepEqual(new TypedValues(store, own, "sample.other").read(), {});
  });

  it("are never kept for secrets", () => {
    new TypedValues(store, own, "sample.page").keep({ key: "hidden", on: true }, new Set(["key"]));
    assert.deepEqual(new TypedValues(store, own, "sample.page").read(), { on: true });
  });

  it("leave nothing behind once nothing differs or somebody signs out", () => {
    const typed = new TypedValues(store, own, "sample.page");
    typed.keep({ on: true }, new Set());
    typed.keep({}, new Set());
    assert.equal(store.length, 0);
    typed.keep({ on: true }, new Set());
    store.setItem("other", "stays");
    forgetAllTyped(store);
    assert.equal(store.length, 1);
  });

  it("are not shown to whoever signs in next in the same tab", () => {
    keepOnlyTypedBy(4, store);
    const typed = new TypedValues(store, { kind: "company" }, "sample.page");
    typed.keep({ on: true }, new Set());
    keepOnlyTypedBy(4, store);
    assert.deepEqual(typed.read(), { on: true });
    keepOnlyTypedBy(5, store);
    assert.deepEqual(typed.read(), {});
  });

  it("that cannot be read are forgotten", () => {
    store.setItem("typed:user/4/sample.page", "{");
    assert.deepEqual(new TypedValues(store, own, "sample.page").read(), {});
    assert.equal(store.length, 0);
  });

  it("are what differs from the saved ones", () => {
    const saved = { on: true, list: [1, 2], name: "a" };
    assert.deepEqual(differing(saved, { on: false, list: [1, 2], name: "a", more: 1 }), { on: false, more: 1 });
    assert.deepEqual(differing(saved, { ...saved }), {});
  });
});

describe("the path of a page", () => {
  it("names its owner", () => {
    assert.equal(pagePath({ kind: "company" }, "sample.page"), "/api/preferences/company/pages/sample.page");
    assert.equal(pagePath({ kind: "user", userId: 4 }, "a/b"), "/api/preferences/users/4/pages/a%2Fb");
    assert.equal(pageListPath({ kind: "company" }), "/api/preferences/company-pages");
    assert.equal(pluginOf("sample.page"), "sample");
  });

  it("X3: leads a browser away to web pages only", () => {
    assert.equal(isWebAddress("https://accounts.example.test/auth?x=1"), true);
    assert.equal(isWebAddress("javascript:alert(1)"), false);
    assert.equal(isWebAddress("/relative"), false);
  });
});

function memoryStore(): TextStore {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}
