import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import { leastRequests } from "./minimum.js";
import { resultOf } from "./result.js";
import type { Result } from "./result.js";

/** A first populate under Google's quotas: how near it comes to the permitted pace, and whether Google ever refuses. */
export async function benchPaced(
  world: BenchWorld,
  entries: number,
  quota: { readonly unitsPerMinute: number; readonly clockFactor: number },
): Promise<Result> {
  const warm = await world.account("warm@example.test");
  const account = await world.account("sending@example.test");
  const [warmId = 0, userId = 0] = await world.makeStudio([0, entries]);
  const user: BenchUser = { id: userId, account, populates: true };
  const run = await world.run([{ id: warmId, account: warm, populates: false }, user], userId);
  const minutes = (run.wallMs * quota.clockFactor) / 60_000;
  const share = (entries + 1) / minutes / quota.unitsPerMinute;
  const remark = `${Math.round(share * 100)} % of ${quota.unitsPerMinute} units a minute, ${run.refusals} refused`;
  return resultOf("studio to Google, paced", {
    entries,
    latencyMs: 0,
    leastRequests: leastRequests(0, entries),
    run,
    floor: undefined,
    remark,
  });
}
