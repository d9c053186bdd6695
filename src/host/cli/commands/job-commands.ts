import type { Command } from "commander";

import type { JobResult } from "../../../api/index.js";
import type { Host } from "../../composition-root.js";
import { takesStudio, withHost } from "../cli-context.js";
import type { CliContext } from "../cli-context.js";
import { UsageError } from "../errors.js";
import { withExamples } from "../examples.js";
import { showProgress } from "../show-progress.js";

interface RunOptions {
  readonly user?: string;
  readonly preview?: boolean;
  readonly [name: string]: unknown;
}

/** `spectra job run`. */
export function addJobCommands(program: Command, context: CliContext): void {
  const jobs = context.plugins.flatMap(({ manifest }) => manifest.contributes.jobs ?? []);
  const names = jobs.map(({ id }) => id.replaceAll(".", "-"));
  const run = program
    .command("job")
    .description("Run jobs of the Control Center")
    .command("run")
    .argument("<JOB>", names.length > 0 ? names.join(", ") : "the job's name")
    .description("Run a job now, in this process")
    .option("--user <INITIALS>", "only this user")
    .option("--preview", "only say what would happen")
    .option("--computer <NAME>", "this computer's name in Control Center")
    .option("--product <NAME>", "spectra or mystratus");
  const examples = names.flatMap((name) => [`spectra job run ${name}`, `spectra job run ${name} --user SD --preview`]);
  withExamples(takesStudio(run, context), examples).action(async (name: string, options: RunOptions) => {
    await withHost(context, options, async (host) => {
      const userId = await userIdOf(options.user, host);
      await host.services.plugins.start();
      const jobId = host.services.controlCenter.requireJob(name);
      const progress = showProgress(host, context.output);
      const { preview = false } = options;
      try {
        const result = await host.services.jobRunner.run(jobId, {
          isPreview: preview,
          signal: context.signal,
          ...(userId === undefined ? {} : { userId }),
        });
        await progress.dispose();
        context.output.say(result, await textOf(result, host), hasFailures(result) ? 1 : 0);
      } finally {
        await progress.dispose();
      }
    });
  });
}

/** @throws UsageError */
async function userIdOf(initials: string | undefined, { services }: Host): Promise<number | undefined> {
  if (initials === undefined) return undefined;
  const user = await services.users.findByInitials(initials);
  if (user === undefined) throw new UsageError(`There is no user ${initials}`);
  return user.id;
}

async function textOf({ summary, users }: JobResult, { services }: Host): Promise<string> {
  const everybody = await services.users.list();
  const nameOf = (id: number): string => everybody.find((user) => user.id === id)?.initials ?? String(id);
  const lines = users.flatMap(({ userId, summary: said, warnings, errors }) => [
    `  ${nameOf(userId)}: ${said}`,
    ...errors.map((text) => `    error: ${text}`),
    ...warnings.map((text) => `    warning: ${text}`),
  ]);
  return [summary, ...lines].join("\n");
}

function hasFailures({ outcome, users }: JobResult): boolean {
  return outcome === "failed" || users.some((user) => user.outcome === "failed" || user.errors.length > 0);
}
