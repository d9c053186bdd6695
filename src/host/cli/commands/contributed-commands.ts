import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import type { Command } from "commander";

import type {
  CommandDeclaration,
  CommandLineDeclaration,
  ProgramDeclaration,
} from "../../../api/schemas/plugin-manifest.generated.js";
import type { InstalledPlugin } from "../../plugins/index.js";
import { camelCase, takesStudio, withHost } from "../cli-context.js";
import type { CliContext } from "../cli-context.js";
import { withExamples } from "../examples.js";
import { inputFor } from "../input-from-words.js";
import { showProgress } from "../show-progress.js";

/** The command lines and programs plugins declare in their manifests. */
export function addContributedCommands(program: Command, context: CliContext): void {
  for (const plugin of context.plugins) {
    const { commands = [], commandLine = [], programs = [] } = plugin.manifest.contributes;
    for (const line of commandLine) {
      const command = commands.find(({ id }) => id === line.command);
      if (command !== undefined) addCommandLine(program, line, command, context);
    }
    for (const one of programs) addProgram(program, one, plugin, context);
    for (const { path } of commandLine) describeGroup(program, path, plugin);
  }
}

/** What a group of a plugin's commands says in the help: whose they are, and which. */
function describeGroup(program: Command, path: string, { manifest: { title } }: InstalledPlugin): void {
  const words = path.split(" ").slice(0, -1);
  if (words.length === 0) return;
  const group = commandAt(program, words);
  if (group.description() === "") group.description(`${title}: ${group.commands.map((one) => one.name()).join(", ")}`);
}

function addCommandLine(
  program: Command,
  line: CommandLineDeclaration,
  declaration: CommandDeclaration,
  context: CliContext,
): void {
  const { path, summary, arguments: parameters = [], options: declared = [], examples = [] } = line;
  const command = commandAt(program, path.split(" ")).description(summary);
  for (const { name, description } of parameters) command.argument(`<${name}>`, description);
  for (const { flag, description } of declared) command.option(flag.replace(/ ([A-Z]+)$/, " <$1>"), description);
  withExamples(takesStudio(command, context), examples).action(async (...given: unknown[]) => {
    // Commander passes the arguments, then the options, then the command itself.
    const options = given.at(-2) as Record<string, unknown>;
    const words = new Map<string, unknown>([
      ...parameters.map(({ input }, index): [string, unknown] => [input, given[index]]),
      ...declared.map(({ flag, input }): [string, unknown] => [input, options[optionName(flag)]]),
    ]);
    const input = inputFor(declaration, words);
    await withHost(context, options, async (host) => {
      await host.services.plugins.start();
      const progress = showProgress(host, context.output);
      try {
        const call = { input, viewer: undefined, signal: context.signal };
        const { value, text, hasFailures } = await host.services.commandRunner.run(declaration.id, call);
        await progress.dispose();
        context.output.say(value, text, hasFailures ? 1 : 0);
      } finally {
        await progress.dispose();
      }
    });
  });
}

function addProgram(
  program: Command,
  { name, main, summary, usage = "" }: ProgramDeclaration,
  plugin: InstalledPlugin,
  { output, signal }: CliContext,
): void {
  program
    .command(name)
    .description(summary)
    .usage(usage)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async (_options: unknown, command: Command) => {
      const child = spawn(process.execPath, [join(plugin.folder, main), ...command.args], { stdio: "inherit" });
      signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
      await once(child, "exit");
      output.status = child.exitCode === 0 ? 0 : 2;
    });
}

/** The command at a path of words; groups on the way are made where they are missing. */
function commandAt(program: Command, words: readonly string[]): Command {
  return words.reduce((parent, word) => {
    return parent.commands.find((one) => one.name() === word) ?? parent.command(word);
  }, program);
}

function optionName(flag: string): string {
  return camelCase((flag.split(" ")[0] ?? flag).slice(2));
}
