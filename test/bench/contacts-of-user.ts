import type { BenchUser } from "./bench-studio.js";
import type { BenchWorld } from "./bench-world.js";
import type { FloorWrites } from "./floor-child.js";
import type { BenchContact } from "./google-child.js";
import { addClientGroups, touchClients } from "./make-studio.js";
import { leastContactRequests, otherRequests } from "./minimum.js";
import type { OtherRequests } from "./minimum.js";
import type { Result } from "./result.js";
import { takeStep } from "./take-step.js";
import type { FloorAccount, Step } from "./take-step.js";

/** One run is too short to be measured alone. */
const idleRuns = 20;

/** What of a step depends on how contacts are counted. */
interface ContactStep {
  readonly name: string;
  readonly user: BenchUser;
  readonly items: number;
  /** Contacts the listing or the delta names. */
  readonly listed: number;
  /** Contacts written to Google. */
  readonly written: number;
  readonly others: OtherRequests;
  readonly floor: FloorAccount;
  /** Contacts of the floor's account that are changed; none means that `written` are made. */
  readonly changed?: readonly BenchContact[];
  readonly expected: Step["expected"];
  readonly times?: number;
}

/** A first download of an address book, a first push of a client group, and what comes after either. */
export async function benchContacts(
  world: BenchWorld,
  downloaded: number,
  pushed: number,
  latencyMs: number,
): Promise<readonly Result[]> {
  const account = (name: string) => world.account(`${name}@example.test`);
  const onReceiver: FloorAccount = { account: await account("floor-receiving"), syncToken: undefined };
  const onSender: FloorAccount = { account: await account("floor-sending"), syncToken: undefined };
  const receiving = await account("receiving");
  for (const { email } of [receiving, onReceiver.account])
    await world.google({ kind: "fill-contacts", email, count: downloaded });
  const [warmId = 0, receiverId = 0, senderId = 0] = await world.makeStudio([0, 0, 0]);
  const [warmGroup = 0, receiverGroup = 0, senderGroup = 0] = await addClientGroups(world.file, [0, 0, pushed]);
  const warm: BenchUser = { id: warmId, account: await account("warm"), populates: false, clientGroupId: warmGroup };
  const receiver: BenchUser = { id: receiverId, account: receiving, populates: false, clientGroupId: receiverGroup };
  const sender: BenchUser = {
    id: senderId,
    account: await account("sending"),
    populates: true,
    clientGroupId: senderGroup,
  };
  const take = (step: ContactStep): Promise<Result> => takeStep(world, warm, stepOf(step), latencyMs);
  const nothing = { google: 0, studio: 0 };

  const results = [
    await take({
      name: "contacts to studio",
      user: { ...receiver, populates: true },
      items: downloaded,
      listed: downloaded,
      written: 0,
      others: { listsLabels: true, makesLabel: true, putUnderLabel: downloaded },
      floor: onReceiver,
      expected: { google: 0, studio: downloaded },
    }),
    await take({
      name: "contacts, echo",
      user: receiver,
      items: downloaded,
      listed: downloaded,
      written: 0,
      others: {},
      floor: { account: onReceiver.account, syncToken: undefined },
      expected: nothing,
    }),
    await take({
      name: "contacts to Google",
      user: sender,
      items: pushed,
      listed: 0,
      written: pushed,
      others: { listsLabels: true, makesLabel: true },
      floor: onSender,
      expected: { google: pushed, studio: 0 },
    }),
    await take({
      name: "contacts, idle",
      user: receiver,
      items: downloaded,
      listed: 0,
      written: 0,
      others: {},
      floor: onReceiver,
      expected: nothing,
      times: idleRuns,
    }),
  ];
  const some = Math.ceil(downloaded / 100);
  for (const { email } of [receiving, onReceiver.account])
    await world.google({ kind: "touch-contacts", email, count: some });
  await touchClients(world.file, receiverGroup, some);
  const changed = await world.google<readonly BenchContact[]>({
    kind: "contacts",
    email: onReceiver.account.email,
    count: some,
  });
  results.push(
    await take({
      name: "contacts, 1 % changed on each side",
      user: receiver,
      items: downloaded,
      listed: some,
      written: some,
      others: {},
      floor: onReceiver,
      changed,
      expected: { google: some, studio: some },
    }),
  );
  return results;
}

function stepOf({ listed, written, others, changed, ...step }: ContactStep): Step {
  const floorWrites: FloorWrites = {
    of: "contacts",
    writes: changed === undefined ? { kind: "insert", count: written } : { kind: "patch", contacts: changed },
    otherRequests: otherRequests(others),
  };
  return { ...step, leastRequests: leastContactRequests(listed, written, others), floorWrites };
}
