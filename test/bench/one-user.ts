import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import type { EventWrites } from "./floor-calendar.js";
import type { FloorWrites } from "./floor-child.js";
import type { Account } from "./google-child.js";
import { touchStudio } from "./make-studio.js";
import { leastRequests } from "./minimum.js";
import type { Result } from "./result.js";
import { takeStep } from "./take-step.js";
import type { FloorAccount, Step } from "./take-step.js";

/** One run is too short to be measured alone. */
const idleRuns = 20;

const noWrites = toCalendar({ kind: "insert", count: 0 });

function toCalendar(writes: EventWrites): FloorWrites {
  return { of: "calendar", writes };
}

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
  const take = (step: Omit<Step, "items">): Promise<Result> =>
    takeStep(world, warmUser, { ...step, items: entries }, latencyMs);

  const results = [
    await take({
      name: "studio to Google",
      user: sender,
      leastRequests: leastRequests(0, entries),
      floor: onSender,
      floorWrites: toCalendar({ kind: "insert", count: entries }),
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
      floorWrites: toCalendar({ kind: "patch", ids }),
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
