import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { pino } from "pino";

import type { Edition, Product } from "../../../src/api/index.js";
import { zoneName } from "../../../src/base/wall-time.js";
import { createHost } from "../../../src/host/composition-root.js";
import type { Host } from "../../../src/host/composition-root.js";
import type { SmtpConnecting } from "../../../src/host/mail/index.js";
import { createStudio } from "../../../src/host/studio/index.js";
import { PinoLogger } from "../../../src/host/system/index.js";
import { FakeClock } from "../../support/fake-clock.js";

/** A studio in a folder of its own, with a clock that stands still; closed by `close`. */
export interface TestStudio {
  readonly host: Host;
  readonly clock: FakeClock;
  readonly folder: string;
  close(): Promise<void>;
}

/** The folder of a fixture plugin of the host's tests. */
export function fixturePlugin(name: string): string {
  return fileURLToPath(new URL(`../../../../test/host/plugins/fixtures/${name}`, import.meta.url));
}

/** Makes a studio with the user AD and the named fixture plugins, security off. */
export async function openTestStudio({
  plugins = [] as readonly string[],
  edition = "Standard" as Edition,
  product = "Spectra" as Product,
  smtp = { patienceMilliseconds: 15_000 } as SmtpConnecting,
} = {}): Promise<TestStudio> {
  const folder = mkdtempSync(join(tmpdir(), "spectra-host-"));
  const clock = new FakeClock();
  const timeZone = zoneName("America/Chicago");
  const host = await createHost({
    dataFolder: folder,
    product,
    computer: { name: "FRONT-DESK", zone: timeZone },
    pluginRoots: plugins,
    variables: {},
    clock,
    smtp,
    logger: new PinoLogger(pino({ level: "silent" })),
  });
  await createStudio({ name: "Studio of the tests", edition, timeZone }, host);
  await host.services.plugins.start();
  return {
    host,
    clock,
    folder,
    async close() {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}
