import type { Command } from "commander";

import type { Edition } from "../../../api/index.js";
import { dayOf, wallTimeAt } from "../../../base/wall-time.js";
import type { ZoneName } from "../../../base/wall-time.js";
import type { Host } from "../../composition-root.js";
import { StudioExistsError } from "../../studio/index.js";
import { UsageError } from "../errors.js";
import type { Output } from "../output.js";

/** How often a sample's jobs run; often enough to see it happen. */
const sampleMinutes = 5;

/** What `--sample` and the options beside it say. */
export interface SampleOptions {
  readonly sample?: boolean;
  readonly clients?: number;
  readonly entries?: number;
}

/** Adds `--sample`, `--clients` and `--entries`. */
export function takesSample(command: Command): Command {
  return command
    .option("--sample", "with invented users, clients, appointments and sessions")
    .option("--clients <N>", "how many clients the sample has (default: 300)", wholeNumber("--clients"))
    .option(
      "--entries <N>",
      "how many appointments and sessions the sample has (default: 1200)",
      wholeNumber("--entries"),
    );
}

/** Whether a sample was asked for. @throws UsageError when only its size was */
export function isSampleAskedFor({ sample = false, clients, entries }: SampleOptions): boolean {
  if (!sample && (clients ?? entries) !== undefined) {
    throw new UsageError("--clients and --entries are the size of a sample; add --sample");
  }
  return sample;
}

/** Makes a sample studio and tells who can sign in. @throws StudioExistsError @throws SampleSizeError */
export async function createSample(
  host: Host,
  output: Output,
  studio: { readonly name: string; readonly edition: Edition; readonly timeZone: ZoneName },
  { clients, entries }: SampleOptions,
): Promise<void> {
  const present = await host.company.find();
  if (present !== undefined) throw new StudioExistsError(present.name);
  host.studioKey.ensure();
  // Only this command needs all the inventing; the others start without it.
  const { createSampleStudio } = await import("../../sample-studio/index.js");
  const made = await createSampleStudio({
    connection: host.connection,
    ...studio,
    today: dayOf(wallTimeAt(host.clock.now(), studio.timeZone)),
    ...(clients !== undefined && { clients }),
    ...(entries !== undefined && { entries }),
  });
  await host.studio.becomeSample();
  await runJobsHere(host, made.users[0]);
  const { counts } = made;
  const size = `${counts.clients} clients, ${counts.appointments} appointments and ${counts.sessions} sessions`;
  const people = made.users.map(({ initials, name, password }) => `  ${initials}  ${name}, ${password}`);
  const text = [
    `The sample studio "${studio.name}" was made, with ${size}. Who can sign in, with which password:`,
    ...people,
  ].join("\n");
  output.say({ ...studio, ...made }, text);
}

/** A sample is there to be tried: every job runs, on this computer. */
async function runJobsHere(
  { services }: Host,
  runsAs: { readonly initials: string; readonly password: string } | undefined,
): Promise<void> {
  const { plugins, controlCenter, contributions, generalSettings } = services;
  await controlCenter.reportIn();
  await plugins.start();
  if (runsAs !== undefined) {
    const { initials: userName, password } = runsAs;
    await generalSettings.write({ ...(await generalSettings.read()), userName, password }, "command line");
  }
  for (const { declaration } of contributions.jobs.list()) {
    await controlCenter.changeSettings(declaration.id, {
      isEnabled: true,
      schedule: { kind: "every", minutes: sampleMinutes },
      computerName: controlCenter.computerName,
      notification: { when: "Never", address: "" },
    });
  }
}

function wholeNumber(option: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} ${text} is no whole number`);
    return Number(text);
  };
}
