import { join } from "node:path";

import type { Command } from "commander";

import { serveHealth } from "../../health/index.js";
import { serveHost } from "../../serve.js";
import { outliveFailures } from "../../system/index.js";
import { takesStudio, withHost } from "../cli-context.js";
import type { CliContext } from "../cli-context.js";
import { UsageError } from "../errors.js";
import { withExamples } from "../examples.js";

const defaultPort = 8080;

/** `spectra serve` and `spectra control-center`. */
export function addServeCommands(program: Command, context: CliContext): void {
  const serve = program
    .command("serve")
    .description("Serve the workbench and the HTTP API, and run the Control Center in this process")
    .option("--port <N>", "the port to listen on; 0 for any", portOf, defaultPort)
    .option("--host <H>", "the address to listen on", "127.0.0.1")
    .option("--public-address <URL>", "the https address other sites send browsers back to (SPECTRA_PUBLIC_ADDRESS)")
    .option("--computer <NAME>", "this computer's name in Control Center")
    .option("--product <NAME>", "spectra or mystratus")
    .option("--no-control-center", "leave the jobs to other processes");
  withExamples(takesStudio(serve, context), ["spectra serve", "spectra serve --port 9000 --data /srv/studio"]).action(
    async (options: ServeOptions) => {
      await withHost(context, options, async (host) => {
        const watch = outliveFailures(process, host.logger);
        const publicAddress = options.publicAddress ?? context.variables["SPECTRA_PUBLIC_ADDRESS"];
        const serving = await serveHost(host, {
          port: options.port,
          hostName: options.host,
          ...(publicAddress === undefined ? {} : { publicAddress }),
          workbenchFolder: join(context.packageFolder, "dist/workbench"),
          runsJobs: options.controlCenter,
        });
        context.output.say({ address: serving.address }, `Spectra is at ${serving.address}  (Ctrl-C to stop)`);
        await untilAborted(context.signal);
        await serving.close();
        await watch.dispose();
      });
    },
  );

  const controlCenter = program
    .command("control-center")
    .description("Run the Control Center service on this computer")
    .requiredOption("--computer <NAME>", "this computer's name in Control Center")
    .option("--product <NAME>", "spectra or mystratus")
    .option("--health-port <N>", "answer /health and /metrics on this port of 127.0.0.1; 0 for any", portOf)
    .option("--once", "look once for what is due, run it, and end");
  withExamples(takesStudio(controlCenter, context), ["spectra control-center --computer FRONT-DESK"]).action(
    async ({ healthPort, ...options }: { computer: string; once?: boolean; healthPort?: number }) => {
      await withHost(context, options, async (host) => {
        const { services, scheduler, studio, mailPost } = host;
        const watch = outliveFailures(process, host.logger);
        await studio.facts();
        await services.plugins.start();
        await services.controlCenter.reportIn();
        const health = healthPort === undefined ? undefined : await serveHealth(services, healthPort);
        const { computer } = options;
        const where = health === undefined ? {} : { health: `${health.address}/health` };
        context.output.say({ computer, ...where }, `${computer} has reported in`);
        const { signal } = context;
        try {
          if (options.once === true) await scheduler.look(signal);
          else await Promise.all([scheduler.serve(signal), services.plugins.follow(signal), mailPost.serve(signal)]);
        } finally {
          await health?.close();
          await watch.dispose();
        }
      });
    },
  );
}

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly publicAddress?: string;
  readonly controlCenter: boolean;
  readonly [name: string]: unknown;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${text} is not a port`);
  return port;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
