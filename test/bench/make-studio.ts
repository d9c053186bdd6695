import { randomUUID } from "node:crypto";

import type { UserId } from "../../src/api/index.js";
import { googleSyncMigrations } from "../../src/google-sync/migrations.js";
import { KnexPluginDatabase, migrateStudio, openStudioConnection } from "../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";
import { phoneOf, slotOf } from "./invented.js";

const rowsInStatement = 50;
const clients = 200;
/** Telephone numbers of Google's people come before those of clients. */
const personsAtMost = 100_000;
/** Every so many-th entry is a session, the others are appointments. */
const sessionEvery = 4;

/**
 * Makes a studio in a new database file, with so many entries for each user.
 * @returns the users' ids, in order
 */
export async function makeStudio(file: string, entriesOfUsers: readonly number[]): Promise<readonly UserId[]> {
  const connection = await openStudioConnection(`sqlite:${file}`);
  try {
    await migrateStudio(connection);
    const database = new KnexPluginDatabase("google-sync", connection);
    await database.migrate(googleSyncMigrations);
    await insert(connection, "clients", clients, (index) => ({
      guid: randomUUID(),
      first_name: "Clara",
      last_name: `Client ${index}`,
    }));
    await insert(connection, "users", entriesOfUsers.length, (index) => ({
      guid: randomUUID(),
      initials: `U${index}`,
      first_name: "Ursula",
      last_name: `User ${index}`,
      email: `u${index}@example.test`,
      is_inactive: false,
    }));
    const users: readonly { readonly id: UserId }[] = await connection.query()("users").orderBy("id").select("id");
    for (const [index, { id }] of users.entries()) await addEntries(connection, id, entriesOfUsers[index] ?? 0);
    return users.map(({ id }) => id);
  } finally {
    await connection.close();
  }
}

async function addEntries(connection: StudioConnection, userId: UserId, count: number): Promise<void> {
  const sessions = Math.floor(count / sessionEvery);
  const entry = (index: number, description: string) => {
    const { start, end } = slotOf(index);
    return {
      entry_guid: randomUUID(),
      description,
      starts_at: start,
      ends_at: end,
      location: `Studio ${index % 5}`,
      notes: "Bring the contract and the old pictures.",
    };
  };
  await insert(connection, "sessions", sessions, (index) => ({
    ...entry(index, `Session ${userId}-${index}`),
    client_id: 1 + (index % clients),
    photographer_id: userId,
    session_type: "Family",
  }));
  await insert(connection, "appointments", count - sessions, (index) =>
    entry(sessions + index, `Appointment ${userId}-${index}`),
  );
  await connection.query().raw(
    `insert into appointment_users (appointment_id, user_id) select id, ? from appointments a
       where not exists (select 1 from appointment_users u where u.appointment_id = a.id)`,
    [userId],
  );
}

async function insert(
  connection: StudioConnection,
  table: string,
  count: number,
  row: (index: number) => Readonly<Record<string, unknown>>,
): Promise<void> {
  await connection.transaction(async (transaction) => {
    for (let start = 0; start < count; start += rowsInStatement) {
      const rows = Array.from({ length: Math.min(rowsInStatement, count - start) }, (_, index) => row(start + index));
      await connection.query(transaction)(table).insert(rows);
    }
  });
}

/** Changes the descriptions of so many of the user's appointments, as another program might. */
export async function touchStudio(file: string, userId: UserId, count: number): Promise<void> {
  const connection = await openStudioConnection(`sqlite:${file}`);
  try {
    await connection.query().raw(
      `update appointments set description = 'Changed ' || id where id in
        (select appointment_id from appointment_users where user_id = ? order by appointment_id desc limit ?)`,
      [userId, count],
    );
  } finally {
    await connection.close();
  }
}

/**
 * Makes a client group of so many clients each, with an email address and a telephone number.
 * @returns the groups' ids, in order
 */
export async function addClientGroups(file: string, clientsOfGroups: readonly number[]): Promise<readonly number[]> {
  const connection = await openStudioConnection(`sqlite:${file}`);
  try {
    await insert(connection, "client_groups", clientsOfGroups.length, (index) => ({
      guid: randomUUID(),
      name: `Group ${index}`,
    }));
    const groups: readonly { readonly id: number }[] = await connection
      .query()("client_groups")
      .orderBy("id")
      .select("id");
    for (const [index, { id }] of groups.entries()) await addClients(connection, id, clientsOfGroups[index] ?? 0);
    return groups.map(({ id }) => id);
  } finally {
    await connection.close();
  }
}

async function addClients(connection: StudioConnection, groupId: number, count: number): Promise<void> {
  const company = `Members of ${groupId}`;
  await insert(connection, "clients", count, (index) => ({
    guid: randomUUID(),
    first_name: "Carla",
    last_name: `Member ${groupId}-${index}`,
    company,
    email: `member${groupId}-${index}@example.test`,
  }));
  await connection
    .query()
    .raw("insert into client_group_members (client_group_id, client_id) select ?, id from clients where company = ?", [
      groupId,
      company,
    ]);
  const members: readonly { readonly id: number }[] = await connection
    .query()("clients")
    .where({ company })
    .select("id");
  await insert(connection, "client_phones", members.length, (index) => ({
    client_id: members[index]?.id,
    label: "Mobile",
    // Nobody's of Google's people: who is like whom is asked, and would be measured.
    number: phoneOf(personsAtMost + index),
  }));
}

/** Changes the titles at work of so many clients of a group, as another program might. */
export async function touchClients(file: string, groupId: number, count: number): Promise<void> {
  const connection = await openStudioConnection(`sqlite:${file}`);
  try {
    await connection.query().raw(
      `update clients set company = 'Changed ' || id where id in
        (select client_id from client_group_members where client_group_id = ? order by client_id desc limit ?)`,
      [groupId, count],
    );
  } finally {
    await connection.close();
  }
}
