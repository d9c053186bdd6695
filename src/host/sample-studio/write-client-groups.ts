import type { Transaction } from "../../api/index.js";
import { ClientGroupStore } from "../studio-data/index.js";
import type { StudioConnection } from "../studio-data/index.js";
import { landmarkClients } from "./sample-landmark-clients.js";
import type { SampleRandom } from "./sample-random.js";

/** Groups with how many of a hundred clients are in them; the landmarks are the first of the first group. */
const groups = [
  { name: "Google Sync", percent: 40, isInactive: false },
  { name: "Weddings", percent: 12, isInactive: false },
  { name: "Families", percent: 45, isInactive: false },
  { name: "Schools & teams", percent: 8, isInactive: false },
  { name: "Old price list", percent: 10, isInactive: true },
] as const;

/** Makes the client groups; the names come back. */
export async function writeClientGroups(
  connection: StudioConnection,
  clientIds: readonly number[],
  random: SampleRandom,
  transaction: Transaction,
): Promise<readonly string[]> {
  const store = new ClientGroupStore(connection);
  for (const { name, percent, isInactive } of groups) {
    const id = await store.create(name, transaction);
    const count = Math.ceil((clientIds.length * percent) / 100);
    const some = random.some(clientIds, count);
    const members = name === "Google Sync" ? withLandmarks(clientIds, some) : some;
    await store.addMembers(id, members, transaction);
    if (isInactive) await store.save(id, { name, isInactive }, transaction);
  }
  return groups.map(({ name }) => name);
}

/** As many as given, the landmarks among them. @param clientIds all, the landmarks first */
function withLandmarks(clientIds: readonly number[], some: readonly number[]): readonly number[] {
  const landmarks = clientIds.slice(0, landmarkClients.length);
  return [...landmarks, ...some.filter((id) => !landmarks.includes(id))].slice(0, some.length);
}
