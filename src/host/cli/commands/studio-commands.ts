import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

import type { Command } from "commander";

import { StudioKeyMissingError } from "../../../api/index.js";
import type { Edition } from "../../../api/index.js";
import { zoneName } from "../../../base/wall-time.js";
import type { ZoneName } from "../../../base/wall-time.js";
import { databaseUrlOf } from "../../composition-root.js";
import { openStudioConnection, studioMigrationStatus } from "../../studio-data/index.js";
import { createStudio } from "../../studio/index.js";
import { dataFolderOf, takesStudio, withHost } from "../cli-context.js";
import type { CliContext } from "../cli-context.js";
import { UsageError } from "../errors.js";
import { withExamples } from "../examples.js";
import { createSample, isSampleAskedFor, takesSample } from "./create-sample.js";
import type { SampleOptions } from "./create-sample.js";

const editions: readonly Edition[] = ["Standard", "Professional", "Enterprise", "Express"];

interface CreateOptions extends SampleOptions {
  readonly name: string;
  readonly edition: string;
  readonly timeZone: string;
  readonly [name: string]: unknown;
}

/** `spectra studio`, `spectra database` and `spectra key`. */
export function addStudioCommands(program: Command, context: CliContext): void {
  addCreate(program.command("studio").description("Make a studio"), context);
  addDatabase(program.command("database").description("Look after the studio's database"), context);
  addKey(program.command("key").description("Carry the studio key to another computer"), context);
}

function addCreate(studio: Command, context: CliContext): void {
  const create = studio
    .command("create")
    .description("Make a studio in an empty database")
    .option("--name <NAME>", "the studio's name", "My Studio")
    .option("--edition <EDITION>", editions.join(", "), "Professional")
    .option("--time-zone <ZONE>", "the company's time zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  withExamples(takesStudio(takesSample(create), context), [
    "spectra studio create --sample",
    "spectra studio create --sample --clients 2000 --entries 10000",
    'spectra studio create --name "North Light" --edition Standard --time-zone America/Chicago',
  ]).action(async (options: CreateOptions) => {
    const { name } = options;
    const isSample = isSampleAskedFor(options);
    const edition = editions.find((one) => one.toLowerCase() === options.edition.toLowerCase());
    if (edition === undefined) throw new UsageError(`--edition ${options.edition} is none of ${editions.join(", ")}`);
    const timeZone = zoneOf(options.timeZone);
    await withHost(context, options, async (host) => {
      if (isSample) return createSample(host, context.output, { name, edition, timeZone }, options);
      await createStudio({ name, edition, timeZone }, host);
      const text = `The studio "${name}" was made. Sign in as AD; no password is needed until security is switched on.`;
      context.output.say({ name, edition, timeZone, users: [{ initials: "AD" }] }, text);
    });
  });
}

function addDatabase(database: Command, context: CliContext): void {
  takesStudio(database.command("migrate"), context)
    .description("Bring the tables up to date")
    .action(async (options: { readonly [name: string]: unknown }) => {
      await withHost(context, options, async ({ connection }) => {
        const status = await studioMigrationStatus(connection);
        context.output.say(status, `The tables are up to date (${status.applied.length} steps).`);
      });
    });
  takesStudio(database.command("status"), context)
    .description("Say what of the tables is there")
    .action(async ({ data, database: url }: { readonly data?: string; readonly database?: string }) => {
      const named = url ?? context.variables["SPECTRA_DATABASE"];
      const dataFolder = dataFolderOf(data, context.variables);
      const connection = await openStudioConnection(
        databaseUrlOf({ dataFolder, ...(named === undefined ? {} : { databaseUrl: named }) }),
      );
      try {
        const status = await studioMigrationStatus(connection);
        const { applied, pending } = status;
        context.output.say(
          { dialect: connection.dialect, ...status },
          `${applied.length} applied, ${pending.length} to do`,
        );
      } finally {
        await connection.close();
      }
    });
}

function addKey(key: Command, context: CliContext): void {
  takesStudio(key.command("export"), context)
    .description("Print the studio key; keep it as you keep a password")
    .action(async (options: { readonly [name: string]: unknown }) => {
      await withHost(context, options, async ({ studioKey }) => {
        const text = studioKey.export();
        if (text === undefined) throw new StudioKeyMissingError();
        context.output.say({ key: text }, text);
      });
    });
  withExamples(takesStudio(key.command("import").argument("<FILE>", "what `key export` printed"), context), [
    "spectra key import studio-key.txt",
  ])
    .description("Give this computer the studio key")
    .action(async (file: string, options: { readonly [name: string]: unknown }) => {
      if (!existsSync(file)) throw new UsageError(`There is no file ${file}`);
      const text = await readFile(file, "utf8");
      await withHost(context, options, async ({ studioKey }) => {
        studioKey.import(text, file);
        context.output.say({ isImported: true }, "This computer has the studio key now.");
      });
    });
}

/** @throws UsageError */
function zoneOf(text: string): ZoneName {
  try {
    return zoneName(text);
  } catch (failure) {
    throw new UsageError(`--time-zone ${text} is no time zone this computer knows`, { cause: failure });
  }
}
