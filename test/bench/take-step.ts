import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import type { FloorWrites } from "./floor-child.js";
import type { Account } from "./google-child.js";
import { resultOf } from "./result.js";
import type { Result } from "./result.js";

/** A measured run: what is run, what it has to send, and on which account its floor is laid. */
export interface Step {
  readonly name: string;
  /** Entries, or contacts, the run is about. */
  readonly items: number;
  readonly user: BenchUser;
  readonly leastRequests: number;
  readonly floor: FloorAccount;
  readonly floorWrites: FloorWrites;
  readonly expected: { readonly google: number; readonly studio: number };
  readonly times?: number;
}

/** An account the floor works on, which holds what the measured one holds. */
export interface FloorAccount {
  readonly account: Account;
  syncToken: string | undefined;
}

/** Measures a run and its floor. @throws when the run did not write what it was expected to */
export async function takeStep(world: BenchWorld, warmUser: BenchUser, step: Step, latencyMs: number): Promise<Result> {
  const { name, items, user, floor, floorWrites, expected, times = 1 } = step;
  const before = world.copy("before");
  const run = await world.run([warmUser, user], user.id, times);
  if (run.google !== expected.google || run.studio !== expected.studio)
    throw new Error(`${name}: wrote ${run.google} to Google and ${run.studio} to the studio`);
  const laid = await world.floor({
    account: floor.account,
    syncToken: floor.syncToken,
    writes: floorWrites,
    file: before,
    fileAfter: world.copy("after"),
    times,
  });
  floor.syncToken = laid.syncToken;
  return resultOf(name, { entries: items, latencyMs, leastRequests: step.leastRequests, run, floor: laid, times });
}
