import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pino from "pino";

import { day, zoneName } from "../../../src/base/wall-time.js";
import { createHost } from "../../../src/host/composition-root.js";
import type { Host } from "../../../src/host/composition-root.js";
import { createSampleStudio } from "../../../src/host/sample-studio/index.js";
import { serveHost } from "../../../src/host/serve.js";
import { PinoLogger } from "../../../src/host/system/index.js";
import { sampleSeed, startLocalGoogle } from "../../../src/local-google/index.js";
import type { LocalGoogle } from "../../../src/local-google/index.js";
import { workbenchFolder } from "./desk.js";

const projectFolder = fileURLToPath(new URL("../../../..", import.meta.url));
const zone = zoneName("America/Chicago");

/** The sample studio beside a Google in which its people have a life of their own: what `npm start` shows. */
export interface SampleProduct {
  readonly address: string;
  /** What happens on either side by another hand than the one before the screen. */
  readonly google: LocalGoogle;
  readonly host: Host;
  close(): Promise<void>;
}

/** @param today what the sample is made around, `YYYY-MM-DD` */
export async function openSampleProduct(today: string): Promise<SampleProduct> {
  const folder = mkdtempSync(join(tmpdir(), "spectra-sample-"));
  const google = await startLocalGoogle({ seed: sampleSeed({ today, timeZone: zone }) });
  const host = await createHost({
    dataFolder: folder,
    pluginRoots: [projectFolder, join(projectFolder, "samples")],
    settings: new Map([["google-url", google.url]]),
    variables: {},
    logger: new PinoLogger(pino({ level: "silent" })),
    computer: { name: "FRONT-DESK", zone },
  });
  const { connection, studioKey } = host;
  studioKey.ensure();
  await createSampleStudio({
    connection,
    name: "North Light Studio",
    edition: "Professional",
    timeZone: zone,
    today: day(today),
  });
  await host.studio.becomeSample();
  const serving = await serveHost(host, { port: 0, hostName: "127.0.0.1", workbenchFolder, runsJobs: false });
  return {
    address: serving.address,
    google,
    host,
    async close() {
      await serving.close();
      await host.close();
      await google.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
