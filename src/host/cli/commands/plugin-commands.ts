import { resolve } from "node:path";

import type { Command } from "commander";

import { describePluginState, readPlugin } from "../../plugins/index.js";
import type { PluginStatus } from "../../plugins/index.js";
import { takesStudio, withHost } from "../cli-context.js";
import type { CliContext } from "../cli-context.js";
import { withExamples } from "../examples.js";

/** `spectra plugin`. */
export function addPluginCommands(program: Command, context: CliContext): void {
  const plugin = program.command("plugin").description("The plugin manager");

  takesStudio(plugin.command("list"), context)
    .description("List the plugins with their state, and its reason")
    .action(async (options: { readonly [name: string]: unknown }) => {
      await withHost(context, options, async ({ services }) => {
        await services.plugins.start();
        const plugins = services.plugins.list();
        context.output.say(plugins.map(shown), plugins.map(lineOf).join("\n"));
      });
    });

  for (const [name, isEnabled] of [
    ["enable", true],
    ["disable", false],
  ] as const) {
    takesStudio(plugin.command(name).argument("<ID>", "the plugin's id"), context)
      .description(`${isEnabled ? "Switch a plugin on" : "Switch a plugin off"}, in every process of the studio`)
      .action(async (id: string, options: { readonly [name: string]: unknown }) => {
        await withHost(context, options, async ({ services }) => {
          await services.plugins.start();
          const status = await services.plugins.switch(id, isEnabled);
          const isAsWished = status.state.kind === (isEnabled ? "enabled" : "disabled");
          context.output.say(shown(status), lineOf(status), isAsWished ? 0 : 1);
        });
      });
  }

  const validate = plugin.command("validate").argument("<PATH>", "a plugin's folder").option("--json", "print JSON");
  withExamples(validate, ["spectra plugin validate ."])
    .description("Check a plugin's manifest and the schemas it names")
    .action(async (path: string) => {
      const found = await readPlugin(resolve(path));
      const problems = found.kind === "invalid" ? found.problems : [];
      const text =
        found.kind === "installed"
          ? `${found.plugin.manifest.id} ${found.plugin.manifest.version} is in order`
          : problems.map((problem) => `${problem.path} ${problem.message}`).join("\n");
      context.output.say({ isValid: problems.length === 0, problems }, text, problems.length === 0 ? 0 : 1);
    });
}

function shown({ id, title, version, folder, state }: PluginStatus) {
  return { id, title, version, folder, state: state.kind, reason: describePluginState(state) };
}

function lineOf({ id, version, state }: PluginStatus): string {
  return `${id} ${version}  ${describePluginState(state)}`;
}
