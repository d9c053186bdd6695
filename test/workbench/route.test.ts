import assert from "node:assert/strict";

import { addressOf, routeOf, takeMessage } from "../../src/workbench/routing/route.js";
import type { Route } from "../../src/workbench/routing/route.js";

describe("routes of the workbench", () => {
  const routes: readonly Route[] = [
    { kind: "calendar" },
    { kind: "user-preferences", pageId: undefined },
    { kind: "user-preferences", pageId: "sample.user-page" },
    { kind: "company-preferences", pageId: "sample.company-page" },
    { kind: "users" },
    { kind: "new-user" },
    { kind: "security-groups", groupId: undefined },
    { kind: "security-groups", groupId: "new" },
    { kind: "security-groups", groupId: 3 },
    { kind: "user", userId: 7, pageId: undefined },
    { kind: "user", userId: 7, pageId: "sample.user-page" },
    { kind: "view", viewId: "sample.runs", input: {} },
    { kind: "view", viewId: "sample.run", input: { run: 12, name: "a/b & c?" } },
    { kind: "clients" },
    { kind: "client", clientId: undefined },
    { kind: "client", clientId: 12 },
    { kind: "client-groups", groupId: undefined },
    { kind: "client-groups", groupId: 3 },
    { kind: "add-clients-to-group", groupId: undefined },
    { kind: "add-clients-to-group", groupId: 3 },
    { kind: "control-center" },
    { kind: "job-logs", jobRunId: "4f" },
    { kind: "plugins" },
  ];
  for (const route of routes) {
    it(`come back from their address: ${addressOf(route)}`, () => {
      const { pathname, search } = new URL(addressOf(route), "http://host.test");
      assert.deepEqual(routeOf(pathname, search), route);
    });
  }

  it("begin at the calendar", () => {
    assert.deepEqual(routeOf("/", ""), { kind: "calendar" });
  });

  for (const path of [
    "/preferences",
    "/users/anna",
    "/views",
    "/nothing",
    "/plugins/one",
    "/%E0",
    "/users/1/a/b",
    "/clients/rosa",
  ]) {
    it(`are unknown at ${path}`, () => {
      assert.deepEqual(routeOf(path, ""), { kind: "unknown", path });
    });
  }

  it("give a view no input where the address was cut short", () => {
    assert.deepEqual(routeOf("/views/sample.run", "?input=%7B%22ru"), {
      kind: "view",
      viewId: "sample.run",
      input: {},
    });
  });

  it("take the message of a callback out of the address", () => {
    assert.deepEqual(takeMessage("?message=All+done"), { told: { message: "All done", isProblem: false }, rest: "" });
    assert.deepEqual(takeMessage("?a=1&message=No&problem=1"), {
      told: { message: "No", isProblem: true },
      rest: "?a=1",
    });
    assert.deepEqual(takeMessage("?a=1"), { told: undefined, rest: "?a=1" });
  });
});
