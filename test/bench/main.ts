/**
 * `npm run bench -- [options]`: measures the sync between a real local Google, in a process of its own, and a real
 * embedded studio database. See docs/performance.md, which also says what the options mean.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { parseArgs } from "node:util";

import { BenchWorld } from "./bench-world.js";
import type { WorldOptions } from "./bench-world.js";
import { benchContacts } from "./contacts-of-user.js";
import { benchManyUsers } from "./many-users.js";
import { benchOneUser } from "./one-user.js";
import { benchPaced } from "./paced.js";
import { documentTableOf, tableOf } from "./result.js";
import type { Result } from "./result.js";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    latencies: { type: "string", default: "0,50" },
    only: { type: "string" },
    json: { type: "string" },
    from: { type: "string" },
    markdown: { type: "boolean", default: false },
    heap: { type: "string" },
    profile: { type: "string" },
  },
});
const numbers = (text: string): readonly number[] => text.split(",").map(Number);
const isWanted = (part: string): boolean =>
  values.from === undefined && (values.only === undefined || values.only === part);

const results: Result[] = values.from === undefined ? [] : values.from.split(",").flatMap(keptIn);
if (isWanted("rows")) {
  for (const entries of numbers(values.sizes)) {
    for (const latencyMs of numbers(values.latencies)) {
      await measureIn({ latencyMs }, (world) => benchOneUser(world, entries, latencyMs));
    }
  }
}
if (isWanted("contacts")) {
  for (const latencyMs of numbers(values.latencies)) {
    await measureIn({ latencyMs }, (world) => benchContacts(world, 3_000, 2_000, latencyMs));
  }
}
if (isWanted("paced")) {
  // Not faster: what the processes themselves need would count as waiting so many times over.
  const quota = { unitsPerMinute: 600, clockFactor: 4 };
  await measureIn({ latencyMs: 0, ...quota }, async (world) => [await benchPaced(world, 2_500, quota)]);
}
if (isWanted("users")) {
  await measureIn({ latencyMs: 50 }, async (world) => [await benchManyUsers(world, 1000, 50)]);
}
console.log(values.markdown ? documentTableOf(results) : tableOf(results));
if (values.json !== undefined) {
  const machine = { node: process.version, system: `${platform()} ${arch()}`, processors: cpus().length };
  writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
}

async function measureIn(
  options: WorldOptions,
  bench: (world: BenchWorld) => Promise<readonly Result[]>,
): Promise<void> {
  const world = await BenchWorld.open({
    ...options,
    profileFolder: values.profile,
    heapMb: values.heap === undefined ? undefined : Number(values.heap),
  });
  try {
    const measured = await bench(world);
    results.push(...measured);
    for (const { name, entries, latencyMs } of measured) {
      process.stderr.write(`measured: ${name}, ${entries} entries, ${latencyMs} ms\n`);
    }
  } finally {
    await world.close();
  }
}

/** The results an earlier `--json` kept. */
function keptIn(file: string): readonly Result[] {
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly results: readonly Result[] }).results;
}
