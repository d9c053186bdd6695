import { Command, CommanderError } from "commander";

import { dataFolderOf, findCliPlugins } from "./cli-context.js";
import type { CliContext } from "./cli-context.js";
import { addContributedCommands } from "./commands/contributed-commands.js";
import { addJobCommands } from "./commands/job-commands.js";
import { addPluginCommands } from "./commands/plugin-commands.js";
import { addServeCommands } from "./commands/serve-commands.js";
import { addStudioCommands } from "./commands/studio-commands.js";
import { UsageError } from "./errors.js";
import { withExamples } from "./examples.js";
import type { ExitStatus } from "./output.js";

/** What a command line runs in. */
export type CommandLineOptions = Omit<CliContext, "plugins">;

/** Runs the `spectra` command. Never rejects: what goes wrong is said and in the exit status. */
export async function runCommandLine(words: readonly string[], options: CommandLineOptions): Promise<ExitStatus> {
  const { output, packageFolder, variables } = options;
  output.isJson = words.includes("--json");
  try {
    const data = words[words.indexOf("--data") + 1];
    const dataFolder = dataFolderOf(words.includes("--data") ? data : undefined, variables);
    const plugins = await findCliPlugins(packageFolder, dataFolder);
    await commandLine({ ...options, plugins }).parseAsync([...words], { from: "user" });
  } catch (failure) {
    // Help was printed: asked for, or for want of a command.
    if (isHelp(failure)) return failure.exitCode === 0 ? 0 : 2;
    output.fail(failure instanceof CommanderError ? wrongUsage(failure) : failure);
  }
  return output.status;
}

function isHelp(failure: unknown): failure is CommanderError {
  return failure instanceof CommanderError && (failure.exitCode === 0 || failure.code === "commander.help");
}

function wrongUsage({ message }: CommanderError): UsageError {
  return new UsageError(message.replace(/^error: /, ""), { hint: "Add --help to see what there is." });
}

function commandLine(context: CliContext): Command {
  const program = new Command("spectra")
    .description("StudioPlus Spectra: serve a studio, run its jobs, manage its plugins")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.output.print(text),
      writeErr: (text) => {
        process.stderr.write(text);
      },
      // Said by `fail`, in one clear line.
      outputError: () => undefined,
    })
    .enablePositionalOptions();
  withExamples(program, ["spectra studio create --sample", "spectra serve", "spectra plugin list"]);
  addServeCommands(program, context);
  addStudioCommands(program, context);
  addJobCommands(program, context);
  addPluginCommands(program, context);
  addContributedCommands(program, context);
  return program;
}
