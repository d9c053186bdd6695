import assert from "node:assert/strict";

import { MemoryCallbackRoutes } from "../../../src/host/callbacks/index.js";

const answer = { goTo: "/preferences", message: "Connected", isProblem: false };
const request = { query: {}, userId: 1 };

describe("callbacks", () => {
  it("have an address only while the server listens", () => {
    const routes = new MemoryCallbackRoutes();
    const callbacks = routes.of("plugin");
    assert.equal(callbacks.address("consent"), undefined);
    routes.setBaseAddress("http://127.0.0.1:8443/");
    assert.equal(callbacks.address("consent"), "http://127.0.0.1:8443/callbacks/plugin/consent");
  });

  it("reach their own plugin until it is disabled", async () => {
    const routes = new MemoryCallbackRoutes();
    const registered = routes.of("plugin").register("consent", async () => answer);
    assert.deepEqual(await routes.answer("plugin", "consent", request), answer);
    await assert.rejects(routes.answer("other", "consent", request), /Nothing waits/);
    await registered.dispose();
    await assert.rejects(routes.answer("plugin", "consent", request), /Nothing waits/);
  });
});
