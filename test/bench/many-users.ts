import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import { resultOf } from "./result.js";
import type { Result } from "./result.js";

const entriesOfUser = 5;

/** The job over many users of whom none has anything new, in one process. */
export async function benchManyUsers(world: BenchWorld, users: number, latencyMs: number): Promise<Result> {
  const ids = await world.makeStudio(Array.from({ length: users }, () => entriesOfUser));
  const all: BenchUser[] = [];
  for (const id of ids) all.push({ id, account: await world.account(`u${id}@example.test`), populates: true });
  // Populate, and the echo of it.
  const run = await world.runAll(all, 2);
  const remark = run.wallMs <= 60_000 ? "within a minute" : "MORE THAN A MINUTE";
  return resultOf(`${users.toLocaleString("en-US")} idle users`, {
    entries: users * entriesOfUser,
    latencyMs,
    leastRequests: users,
    run,
    floor: undefined,
    remark,
  });
}
