/**
 * The local Google as a process of its own:
 *
 *     node dist/src/local-google/main.js [--port N] [--seed FILE | --sample] [--accounts A,B] [--time-zone ZONE] [--state FILE]
 *
 * With `--sample` the accounts of the sample studio's people are there, filled around today.
 * Prints one line of JSON when it is ready, `{"url", "accounts", "clients"}`, and ends cleanly on
 * SIGTERM and SIGINT. Exit status 2: wrong usage, or a file or port that cannot be used.
 */
import { dirname } from "node:path";
import { parseArgs } from "node:util";

import { CodedError, messageOf } from "../base/coded-error.js";
import { readSeedFile, sampleSeed, startLocalGoogle } from "./index.js";
import type { LocalGoogle, LocalGoogleOptions } from "./index.js";
import { formatInstant, isZone } from "./store/zone-time.js";

/** Wrong words on the command line. */
class UsageError extends CodedError {
  readonly code = "local-google-usage";
}

interface Arguments {
  readonly options: LocalGoogleOptions;
  /** Addresses of accounts to add where they are missing. */
  readonly accounts: readonly string[];
  readonly timeZone: string;
}

function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: "string" },
      seed: { type: "string" },
      sample: { type: "boolean" },
      accounts: { type: "string" },
      state: { type: "string" },
      "time-zone": { type: "string" },
    },
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${values.port} is no port.`);
  const timeZone = values["time-zone"] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(timeZone)) throw new UsageError(`--time-zone ${timeZone} is no time zone.`);
  const accounts = (values.accounts ?? "").split(",").filter((email) => email.trim() !== "");
  const wrong = accounts.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
  if (wrong !== undefined) throw new UsageError(`--accounts: ${wrong} is no e-mail address.`);
  return {
    accounts,
    timeZone,
    options: {
      port,
      logCapacity: 1000,
      ...seedOf(values, timeZone),
      ...(values.state !== undefined && { stateFile: values.state }),
    },
  };
}

function seedOf(
  { seed, sample }: { readonly seed?: string | undefined; readonly sample?: boolean | undefined },
  timeZone: string,
): Pick<LocalGoogleOptions, "seed" | "seedFolder"> {
  if (sample === true && seed !== undefined) throw new UsageError("--seed and --sample do not go together.");
  if (seed !== undefined) return { seed: readSeedFile(seed), seedFolder: dirname(seed) };
  if (sample !== true) return {};
  return { seed: sampleSeed({ today: formatInstant(Date.now(), timeZone).slice(0, 10), timeZone }) };
}

async function main(): Promise<void> {
  const { options, accounts, timeZone } = readArguments(process.argv.slice(2));
  const google = await startLocalGoogle(options);
  for (const email of accounts) if (!google.accounts.find(email)) google.accounts.add({ email, timeZone });
  endOnSignals(google);
  const ready = {
    url: google.url,
    accounts: google.accounts.list().map(({ email }) => email),
    clients: google.clients.map(({ clientId, clientSecret, type }) => ({ clientId, clientSecret, type })),
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function endOnSignals(google: LocalGoogle): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      google.dispose().then(
        () => process.exit(0),
        (failure: unknown) => fail(failure),
      );
    });
  }
}

function fail(failure: unknown): void {
  const hint = failure instanceof CodedError && failure.hint !== undefined ? ` ${failure.hint}` : "";
  process.stderr.write(`${messageOf(failure)}${hint}\n`);
  process.exit(2);
}

main().catch(fail);
