import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import type { FloorQuestion } from "./floor-child.js";
import type { Account } from "./google-child.js";
import { touchStudio } from "./make-studio.js";
import { leastRequests } from "./minimum.js";
import { resultOf } from "./result.js";
import type { Result } from "./result.js";

/** One run is too short to be measured alone. */
const idleRuns = 20;

/** A measured run: what is run, what it has to send, and on which account its floor is laid. */
interface Step {
  readonly name: string;
  readonly user: BenchUser;
  readonly leastRequests: number;
  readonly floor: FloorAccount;
  readonly floorWrites: FloorQuestion["writes"];
  readonly expected: { readonly google: number; readonly studio: number };
  readonly times?: number;
}

/** An account the floor works on, which holds what the measured one holds. */
interface FloorAccount {
  readonly account: Account;
  syncToken: string | undefined;
}

const noWrites = { kind: "insert", count: 0 } as const;

/** All rows of one user: each side into the other, the echo of it, nothing new, and a little changed on both sides. */
export async function benchOneUser(world: BenchWorld, entries: number, latencyMs: number): Promise<readonly Result[]> {
  const [warm, sending, receiving, floorSending, floorReceiving] = await accounts(world);
  for (const { email } of [receiving, floorReceiving]) await world.google({ kind: "fill", email, count: entries });
  const [warmId = 0, sendingId = 0, receivingId = 0] = await world.makeStudio([0, entries, 0]);
  const warmUser: BenchUser = { id: warmId, account: warm, populates: false };
  const sender: BenchUser = { id: sendingId, account: sending, populates: true };
  const receiver: BenchUser = { id: receivingId, account: receiving, populates: true };
  const onSender: FloorAccount = { account: floorSending, syncToken: undefined };
  const onReceiver: FloorAccount = { account: floorReceiving, syncToken: undefined };
  const take = (step: Step): Promise<Result> => takeStep(world, warmUser, step, entries, latencyMs);

  const results = [
    await take({
      name: "studio to Google",
      user: sender,
      leastRequests: leastRequests(0, entries),
      floor: onSender,
      floorWrites: { kind: "insert", count: entries },
      expected: { google: entries, studio: 0 },
    }),
    await take({
      name: "echo",
      user: { ...sender, populates: false },
      leastRequests: leastRequests(entries, 0),
      floor: onSender,
      floorWrites: noWrites,
      expected: { google: 0, studio: 0 },
    }),
    await take({
      name: "Google to studio",
      user: receiver,
      leastRequests: leastRequests(entries, 0),
      floor: onReceiver,
      floorWrites: noWrites,
      expected: { google: 0, studio: entries },
    }),
    await take({
      name: "idle",
      user: { ...receiver, populates: false },
      leastRequests: 1,
      floor: onReceiver,
      floorWrites: noWrites,
      expected: { google: 0, studio: 0 },
      times: idleRuns,
    }),
  ];
  const some = Math.ceil(entries / 100);
  for (const { email } of [receiving, floorReceiving]) await world.google({ kind: "touch", email, count: some });
  await touchStudio(world.file, receiver.id, some);
  const ids = await world.google<readonly string[]>({ kind: "event-ids", email: floorReceiving.email, count: some });
  results.push(
    await take({
      name: "1 % changed on each side",
      user: { ...receiver, populates: false },
      leastRequests: leastRequests(some, some),
      floor: onReceiver,
      floorWrites: { kind: "patch", ids },
      expected: { google: some, studio: some },
    }),
  );
  return results;
}

async function accounts(world: BenchWorld): Promise<readonly [Account, Account, Account, Account, Account]> {
  return [
    await world.account("warm@example.test"),
    await world.account("sending@example.test"),
    await world.account("receiving@example.test"),
    await world.account("floor-sending@example.test"),
    await world.account("floor-receiving@example.test"),
  ];
}

async function takeStep(
  world: BenchWorld,
  warmUser: BenchUser,
  step: Step,
  entries: number,
  latencyMs: number,
): Promise<Result> {
  const { name, user, floor, floorWrites, expected, times = 1 } = step;
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
  return resultOf(name, { entries, latencyMs, leastRequests: step.leastRequests, run, floor: laid, times });
}
