import { join, resolve } from "node:path";

import type { Command } from "commander";
import { pino } from "pino";

import type { Product } from "../../api/index.js";
import { createHost } from "../composition-root.js";
import type { Host } from "../composition-root.js";
import { findPlugins } from "../plugins/index.js";
import type { InstalledPlugin } from "../plugins/index.js";
import { PinoLogger } from "../system/index.js";
import { UsageError } from "./errors.js";
import type { Output } from "./output.js";
import { startStandIns } from "./stand-ins.js";
import type { StandIns } from "./stand-ins.js";

/** Where the process is, as the command line sees it. */
export interface CliContext {
  readonly output: Output;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The folder of this package. */
  readonly packageFolder: string;
  /** Aborted when the person wants it to end. */
  readonly signal: AbortSignal;
  /** Plugins whose manifest is in order. */
  readonly plugins: readonly InstalledPlugin[];
}

/** The options every command has that opens a studio. */
interface StudioOptions {
  readonly data?: string;
  readonly database?: string;
  readonly computer?: string;
  readonly product?: string;
  readonly json?: boolean;
  readonly [name: string]: unknown;
}

/** Folders with plugins: this package itself, its samples, and the data folder's. */
function pluginRootsOf(packageFolder: string): readonly string[] {
  return [packageFolder, join(packageFolder, "samples")];
}

/** Finds the plugins whose manifests add to the command line; what is wrong with others is told elsewhere. */
export async function findCliPlugins(packageFolder: string, dataFolder: string): Promise<readonly InstalledPlugin[]> {
  const found = await findPlugins([...pluginRootsOf(packageFolder), join(dataFolder, "plugins")]);
  return found.flatMap((one) => (one.kind === "installed" ? [one.plugin] : []));
}

/** The data folder of a process: named on the command line, in `SPECTRA_DATA`, or `.spectra` here. */
export function dataFolderOf(named: string | undefined, variables: CliContext["variables"]): string {
  return resolve(named ?? variables["SPECTRA_DATA"] ?? ".spectra");
}

/** Adds the options of `withHost`, and those plugins declare for their environment. */
export function takesStudio(command: Command, { plugins }: CliContext): Command {
  command
    .option("--data <DIR>", "the data folder (default: SPECTRA_DATA, or .spectra here)")
    .option("--database <URL>", "sqlite:PATH or mssql://user:password@host:1433/db (default: SPECTRA_DATABASE)")
    .option("--json", "print one JSON document");
  for (const { name, value, description } of environmentOf(plugins))
    command.option(`--${name} <${value}>`, description);
  return command;
}

/** Opens the studio the options name, does something with it, and closes it again. */
export async function withHost(
  context: CliContext,
  options: StudioOptions,
  work: (host: Host) => Promise<void>,
): Promise<void> {
  const { variables, packageFolder, plugins } = context;
  const databaseUrl = options.database ?? variables["SPECTRA_DATABASE"];
  const dataFolder = dataFolderOf(options.data, variables);
  const settings = settingsOf(options, context);
  const host = await createHost({
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(options.computer === undefined ? {} : { computer: { name: options.computer } }),
    product: productOf(options.product),
    pluginRoots: pluginRootsOf(packageFolder),
    settings,
    variables,
    logger: new PinoLogger(pino({ level: variables["SPECTRA_LOG"] ?? "warn", base: null }, pino.destination(2))),
  });
  let standIns: StandIns | undefined;
  try {
    standIns = await startStandIns({ plugins, given: settings, dataFolder });
    for (const [name, value] of standIns.answers) {
      settings.set(name, value);
      context.output.note(`--${name} is ${value}`);
    }
    await work(host);
  } finally {
    await host.close();
    await standIns?.close();
  }
}

/** Settings of plugins' environments, from the command line or from `SPECTRA_…` variables. */
function settingsOf(options: StudioOptions, { plugins, variables }: CliContext): Map<string, string> {
  return new Map(
    environmentOf(plugins).flatMap(({ name }): [string, string][] => {
      const value = options[camelCase(name)] ?? variables[`SPECTRA_${name.replaceAll("-", "_").toUpperCase()}`];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

function environmentOf(plugins: readonly InstalledPlugin[]) {
  return plugins.flatMap(({ manifest }) => manifest.contributes.environment ?? []);
}

/** @throws UsageError */
function productOf(name: string | undefined): Product {
  switch (name?.toLowerCase()) {
    case undefined:
    case "spectra":
      return "Spectra";
    case "mystratus":
      return "myStratus";
    default:
      throw new UsageError(`--product ${name} is neither spectra nor mystratus`);
  }
}

/** The name under which commander keeps an option. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
