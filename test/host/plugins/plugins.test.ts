import assert from "node:assert/strict";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import type { CommandCall } from "../../../src/api/index.js";
import { PluginCallFailedError, UnknownContributionError } from "../../../src/host/contributions/index.js";
import { describePluginState } from "../../../src/host/plugins/index.js";
import { MemoryEnablementStore, fixture, pluginProcess } from "./plugin-fixtures.js";

function call(signal = new AbortController().signal): CommandCall {
  return { input: {}, viewer: undefined, signal };
}

describe("plugins", () => {
  it("are activated and implement what their manifest declares", async () => {
    const { plugins, contributions } = pluginProcess(["good"]);
    await plugins.start();
    const result = await contributions.commands.use("good.greet", (command) => command.run(call()));
    assert.equal(result.text, "Hello at 2026-03-02T15:00:00.000Z");
    assert.deepEqual(
      contributions.menus.list().map(({ declaration }) => declaration.title),
      ["Greet"],
    );
    await plugins.stop();
  });

  it("X4: that throw are failed with the reason, and the others go on", async () => {
    const { plugins } = pluginProcess(["throwing", "undeclared", "unimplemented", "good"]);
    await plugins.start();
    assert.deepEqual(
      plugins.list().map(({ id, state }) => [id, describePluginState(state)]),
      [
        ["throwing", "Failed: the moon is not full"],
        [
          "undeclared",
          'Failed: The plugin undeclared implements "undeclared.greet", which its manifest does not declare under contributes.commands',
        ],
        ["unimplemented", "Failed: Its manifest declares what it does not implement: unimplemented.greet"],
        ["good", "Enabled"],
      ],
    );
    await plugins.stop();
  });

  for (const [name, step] of [
    ["hanging", "activate"],
    ["hanging-load", "load"],
  ] as const) {
    it(`X4: that hang in ${step} are failed after a time limit`, async () => {
      const { plugins, clock } = pluginProcess([name]);
      // Known already, the module that does load is there within this turn.
      if (step === "activate") await import(pathToFileURL(join(fixture(name), "index.js")).href);
      const started = plugins.start();
      while (clock.sleeping === 0) await clock.advance(0);
      await setImmediate();
      await clock.advance(30_000);
      await started;
      const [hanging] = plugins.list();
      const reason = `Its "${step}" did not come to an end within 30 seconds`;
      assert.deepEqual(hanging?.state, { kind: "failed", reason });
    });
  }

  it("X4: keep their errors to themselves when the host calls them", async () => {
    const { plugins, contributions } = pluginProcess(["good"]);
    await plugins.start();
    const broken = contributions.commands.use("good.break", (command) => command.run(call()));
    await assert.rejects(broken, (failure) => {
      return failure instanceof PluginCallFailedError && failure.pluginId === "good";
    });
    await plugins.stop();
  });

  it("P5: name the editions where theirs is not covered", async () => {
    const { plugins } = pluginProcess(["bigger"]);
    await plugins.start();
    const [bigger] = plugins.list();
    assert.ok(bigger);
    assert.equal(
      describePluginState(bigger.state),
      "Not available in the Standard edition; it needs Professional or Enterprise",
    );
  });

  it("that need a newer extension API say which", async () => {
    const { plugins } = pluginProcess(["newer"]);
    await plugins.start();
    assert.deepEqual(plugins.list()[0]?.state, {
      kind: "api-version-not-covered",
      needed: "^1.99.0",
      offered: "1.0.0",
    });
  });

  it("leave no trace when they are switched off, and come back when switched on", async () => {
    const { plugins, contributions } = pluginProcess(["good"]);
    await plugins.start();
    await plugins.switch("good", false);
    assert.deepEqual(
      [plugins.list()[0]?.state.kind, contributions.menus.list(), contributions.commands.list()],
      ["disabled", [], []],
    );
    await plugins.switch("good", true);
    assert.equal(plugins.list()[0]?.state.kind, "enabled");
    await plugins.stop();
  });

  it("are told to stop and waited for, then dispose newest first", async () => {
    const { plugins, contributions } = pluginProcess(["good"]);
    await plugins.start();
    const waiting = contributions.commands.use("good.wait", (command, signal) => command.run(call(signal)));
    await plugins.switch("good", false);
    assert.deepEqual((await waiting).value, { text: "waited", told: ["second", "first"] });
  });

  it("refuse new calls once they are off", async () => {
    const { plugins, contributions } = pluginProcess(["good"]);
    await plugins.start();
    await plugins.switch("good", false);
    await assert.rejects(
      contributions.commands.use("good.greet", (command) => command.run(call())),
      UnknownContributionError,
    );
  });

  it("follow what another process switches", async () => {
    const enablement = new MemoryEnablementStore();
    const here = pluginProcess(["good"], { enablement });
    const there = pluginProcess(["good"], { enablement });
    await Promise.all([here.plugins.start(), there.plugins.start()]);
    const end = new AbortController();
    const following = there.plugins.follow(end.signal);

    await here.plugins.switch("good", false);
    await there.clock.advance(5_000);
    assert.equal(there.plugins.list()[0]?.state.kind, "disabled");

    end.abort();
    await following;
  });
});
