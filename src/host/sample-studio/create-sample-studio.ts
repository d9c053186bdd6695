import type { Edition, Transaction, UserId } from "../../api/index.js";
import type { Day, ZoneName } from "../../base/wall-time.js";
import { hashPassword } from "../security/index.js";
import { ClientStore, CompanyStore, ResourceStore, SecurityGroupStore, UserStore } from "../studio-data/index.js";
import type { ClientFields, StudioConnection } from "../studio-data/index.js";
import { SampleSizeError } from "./errors.js";
import { sampleClients } from "./sample-clients.js";
import { SampleDays } from "./sample-days.js";
import { SampleDiary } from "./sample-diary.js";
import { samplePeople, sampleSecurityGroups } from "./sample-people.js";
import type { SamplePerson, SampleStaff } from "./sample-people.js";
import { SampleRandom } from "./sample-random.js";
import { planSchedule } from "./sample-schedule.js";
import { writeClientGroups } from "./write-client-groups.js";
import { writeSchedule } from "./write-schedule.js";

/** What a sample studio is to be like. */
export interface SampleStudioOptions {
  /** Migrated, and without a studio. */
  readonly connection: StudioConnection;
  readonly name: string;
  readonly edition: Edition;
  readonly timeZone: ZoneName;
  /** The schedule reaches from a year before to half a year after. */
  readonly today: Day;
  /** Default 300. */
  readonly clients?: number;
  /** Appointments and sessions together; default 1200. */
  readonly entries?: number;
  /** The same seed, day and sizes give the same studio, but for its ids. Default 1. */
  readonly seed?: number;
}

/** What was made, to be told to whoever asked for it. */
export interface SampleStudio {
  readonly users: readonly (Pick<SamplePerson, "initials" | "email" | "password" | "securityGroup"> & {
    readonly id: UserId;
    readonly name: string;
  })[];
  readonly rooms: readonly string[];
  readonly clientGroups: readonly string[];
  readonly counts: {
    readonly clients: number;
    /** Occurrences of repeats too; cancelled and deleted ones too. */
    readonly appointments: number;
    readonly sessions: number;
    readonly eventLines: number;
    readonly repeats: number;
  };
}

const rooms = ["Camera Room", "Viewing Room"] as const;
const mostOfAnything = 100_000;

/**
 * Fills an empty database with an invented studio whose users sign in with the passwords told,
 * security switched on. All of it or, when anything fails, nothing is kept.
 * @throws SampleSizeError
 */
export async function createSampleStudio(options: SampleStudioOptions): Promise<SampleStudio> {
  const { connection, clients = 300, entries = 1200, seed = 1 } = options;
  checkSize("clients", clients, 1);
  checkSize("entries", entries, 0);
  const hashes = await Promise.all(samplePeople.map(({ password }) => hashPassword(password)));
  return connection.transaction(async (transaction) => {
    const random = new SampleRandom(String(seed));
    await createCompany(options, transaction);
    const userIds = await writePeople(connection, hashes, transaction);
    const resources = new ResourceStore(connection);
    const cameraRoom = await resources.create(rooms[0], transaction);
    const viewingRoom = await resources.create(rooms[1], transaction);
    const clientFields = sampleClients(clients, random.part("clients"));
    const clientIds = await new ClientStore(connection).createMany(clientFields, transaction);
    const clientGroups = await writeClientGroups(connection, clientIds, random.part("groups"), transaction);
    const world = {
      staff: staffOf(userIds),
      cameraRoom,
      viewingRoom,
      clientIds: bookedClients(clientIds, clientFields),
      days: new SampleDays(options.today),
      diary: new SampleDiary(),
    };
    const counts = await writeSchedule(connection, planSchedule(entries, world, random.part("schedule")), transaction);
    return {
      users: samplePeople.map((person, index) => ({
        id: userIds[index] ?? Number.NaN,
        initials: person.initials,
        name: `${person.firstName} ${person.lastName}`,
        email: person.email,
        password: person.password,
        securityGroup: person.securityGroup,
      })),
      rooms,
      clientGroups,
      counts: { clients, ...counts },
    };
  });
}

function checkSize(what: "clients" | "entries", asked: number, least: number): void {
  if (!Number.isInteger(asked) || asked < least || asked > mostOfAnything) throw new SampleSizeError(what, asked);
}

async function createCompany(
  { connection, name, edition, timeZone }: SampleStudioOptions,
  transaction: Transaction,
): Promise<void> {
  const company = { name, edition, timeZone, locale: "en-US", isSecurityOn: true };
  await new CompanyStore(connection).create(company, transaction);
}

/** The ids of the people, in their order. */
async function writePeople(
  connection: StudioConnection,
  hashes: readonly string[],
  transaction: Transaction,
): Promise<readonly UserId[]> {
  const groups = new SecurityGroupStore(connection);
  const groupIds = new Map<string, number>();
  for (const group of sampleSecurityGroups) groupIds.set(group.name, await groups.create(group, transaction));
  const users = new UserStore(connection);
  const userIds: UserId[] = [];
  for (const [index, { initials, firstName, lastName, email, colour, securityGroup }] of samplePeople.entries()) {
    const securityGroupId = groupIds.get(securityGroup);
    const user = { initials, firstName, lastName, email, colour, securityGroupId, isInactive: false };
    const id = await users.create(user, transaction);
    await users.savePasswordHash(id, hashes[index], transaction);
    userIds.push(id);
  }
  return userIds;
}

/** Those who are active, unless nobody is. */
function bookedClients(clientIds: readonly number[], fields: readonly ClientFields[]): readonly number[] {
  const active = clientIds.filter((_id, index) => fields[index]?.isInactive === false);
  return active.length > 0 ? active : clientIds;
}

function staffOf(userIds: readonly UserId[]): SampleStaff {
  const [owner = Number.NaN, first = Number.NaN, second = Number.NaN, assistant = Number.NaN] = userIds;
  return { owner, photographers: [first, second], assistant, everyone: userIds };
}
