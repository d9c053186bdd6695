import { randomUUID } from "node:crypto";

import { neverSent } from "./harmless-writes.js";
import type { TestStudio } from "./studio.js";

/** Builders that put rows into a test studio as any program might, and say what they made. */

export interface MadeUser {
  readonly id: number;
  readonly guid: string;
  readonly initials: string;
}

export interface MadeRecord {
  readonly id: number;
  readonly entryId: string;
}

type On = Pick<TestStudio, "connection" | "now">;
let counter = 0;

export interface UserValues {
  readonly initials?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly isInactive?: boolean;
}

export async function aUser(studio: On, values: UserValues = {}): Promise<MadeUser> {
  counter += 1;
  const guid = randomUUID();
  const initials = values.initials ?? `U${counter}`;
  const id = await insert(studio, "users", {
    guid,
    initials,
    first_name: values.firstName ?? "Ursula",
    last_name: values.lastName ?? initials,
    email: values.email ?? `${initials.toLowerCase()}@example.test`,
    is_inactive: values.isInactive ?? false,
  });
  return { id, guid, initials };
}

export interface ClientValues {
  readonly guid?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly salutation?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly email?: string;
  /** Numbers, with the label "Mobile" where none is given. */
  readonly phones?: readonly (string | { readonly label: string; readonly number: string })[];
  readonly mainAddress?: AddressValues;
  readonly mailingAddress?: AddressValues;
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly birthDate?: string;
  readonly anniversary?: string;
  readonly isInactive?: boolean;
  readonly mergedInto?: number;
  readonly deletedAt?: string;
}

export type AddressValues = Partial<Record<"street" | "city" | "region" | "postalCode" | "country", string>>;

export interface MadeClient {
  readonly id: number;
  readonly guid: string;
}

/** A client with secrets: every scenario fails in which they leave the studio (`assertNothingUnspoken`). */
export async function aClient(studio: On, values: ClientValues = {}): Promise<MadeClient> {
  const guid = values.guid ?? randomUUID();
  const id = await insert(studio, "clients", {
    guid,
    first_name: values.firstName ?? "Clara",
    last_name: values.lastName ?? "Client",
    salutation: values.salutation ?? "",
    company: values.company ?? "",
    job_title: values.jobTitle ?? "",
    email: values.email ?? "",
    birth_date: values.birthDate ?? null,
    anniversary: values.anniversary ?? null,
    ...addressRow("main", values.mainAddress),
    ...addressRow("mailing", values.mailingAddress),
    notes: `${neverSent} pays late`,
    status: `${neverSent} Gold`,
    is_inactive: values.isInactive ?? false,
    merged_into: values.mergedInto ?? null,
    deleted_at: values.deletedAt ?? null,
  });
  for (const [position, phone] of (values.phones ?? []).entries()) {
    const { label, number } = typeof phone === "string" ? { label: "Mobile", number: phone } : phone;
    await insert(studio, "client_phones", { client_id: id, label, number, position });
  }
  return { id, guid };
}

export interface MadeClientGroup {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
}

/** A group of clients, with these in it. */
export async function aClientGroup(
  studio: On,
  values: { readonly name?: string; readonly isInactive?: boolean; readonly clients?: readonly MadeClient[] } = {},
): Promise<MadeClientGroup> {
  const guid = randomUUID();
  const name = values.name ?? "Weddings";
  const id = await insert(studio, "client_groups", { guid, name, is_inactive: values.isInactive ?? false });
  for (const client of values.clients ?? []) await joinGroup(studio, { id }, client);
  return { id, guid, name };
}

export async function joinGroup(
  studio: On,
  group: Pick<MadeClientGroup, "id">,
  client: Pick<MadeClient, "id">,
): Promise<void> {
  const member = { client_group_id: group.id, client_id: client.id };
  await insert({ connection: studio.connection }, "client_group_members", member);
}

export async function leaveGroup(
  studio: On,
  group: Pick<MadeClientGroup, "id">,
  client: Pick<MadeClient, "id">,
): Promise<void> {
  await studio.connection
    .query()("client_group_members")
    .where({ client_group_id: group.id, client_id: client.id })
    .delete();
}

function addressRow(kind: "main" | "mailing", address: AddressValues = {}): Readonly<Record<string, string>> {
  return {
    [`${kind}_street`]: address.street ?? "",
    [`${kind}_city`]: address.city ?? "",
    [`${kind}_region`]: address.region ?? "",
    [`${kind}_postal_code`]: address.postalCode ?? "",
    [`${kind}_country`]: address.country ?? "",
  };
}

/** What every kind of entry has; times are `YYYY-MM-DDTHH:MM:SS`. */
export interface EntryValues {
  readonly entryId?: string;
  readonly description?: string;
  readonly start?: string;
  readonly end?: string;
  readonly isAllDay?: boolean;
  readonly deletedAt?: string;
  readonly changedAt?: string;
}

export interface AppointmentValues extends EntryValues {
  readonly users?: readonly number[];
  readonly clientId?: number;
  readonly location?: string;
  readonly notes?: string;
  readonly status?: "scheduled" | "confirmed" | "cancelled";
  readonly origin?: "studio" | "google";
  readonly bookedBy?: number;
  readonly repeatId?: number;
  readonly isPrivate?: boolean;
  readonly isFree?: boolean;
  readonly convertedToSessionId?: number;
}

export async function anAppointment(studio: On, values: AppointmentValues = {}): Promise<MadeRecord> {
  const entryId = values.entryId ?? randomUUID();
  const id = await insert(studio, "appointments", {
    ...entryRow(entryId, values),
    client_id: values.clientId ?? null,
    location: values.location ?? "",
    notes: values.notes ?? "",
    status: values.status ?? "scheduled",
    origin: values.origin ?? "studio",
    booked_by_user_id: values.bookedBy ?? null,
    repeat_id: values.repeatId ?? null,
    is_private: values.isPrivate ?? false,
    private_owner_user_id: values.isPrivate === true ? (values.users?.[0] ?? null) : null,
    is_free: values.isFree ?? false,
    converted_to_session_id: values.convertedToSessionId ?? null,
  });
  for (const userId of values.users ?? []) {
    const changed = values.changedAt === undefined ? {} : { changed_at: values.changedAt };
    await insert(studio, "appointment_users", { appointment_id: id, user_id: userId, ...changed });
  }
  return { id, entryId };
}

export async function aRepeat(studio: On): Promise<number> {
  const repeat = { rule: "FREQ=WEEKLY", created_at: (studio.now?.() ?? new Date()).toISOString() };
  return insert({ connection: studio.connection }, "repeats", repeat);
}

export interface SessionValues extends EntryValues {
  readonly photographer?: number;
  readonly assistant?: number;
  /** A new client when not given. */
  readonly clientId?: number;
  readonly sessionType?: string;
  readonly location?: string;
  readonly notes?: string;
  readonly status?: "scheduled" | "completed" | "cancelled";
  readonly isConfirmed?: boolean;
  readonly bookedBy?: number;
  readonly hasAdvancedScheduling?: boolean;
}

export async function aSession(studio: On, values: SessionValues = {}): Promise<MadeRecord> {
  const entryId = values.entryId ?? randomUUID();
  const clientId = values.clientId ?? (await aClient(studio)).id;
  const id = await insert(studio, "sessions", {
    ...entryRow(entryId, values),
    client_id: clientId,
    session_type: values.sessionType ?? "Family",
    location: values.location ?? "",
    notes: values.notes ?? "",
    status: values.status ?? "scheduled",
    is_confirmed: values.isConfirmed ?? false,
    photographer_id: values.photographer ?? null,
    assistant_id: values.assistant ?? null,
    booked_by_user_id: values.bookedBy ?? null,
    has_advanced_scheduling: values.hasAdvancedScheduling ?? false,
  });
  return { id, entryId };
}

export interface EventLineValues extends EntryValues {
  readonly user?: number;
  readonly isVisible?: boolean;
  readonly isPrimary?: boolean;
}

/** Adds a line to the session and switches its advanced scheduling on. The primary line takes the session's GUID. */
export async function anEventLine(studio: On, session: MadeRecord, values: EventLineValues = {}): Promise<MadeRecord> {
  const entryId = values.entryId ?? (values.isPrimary === true ? session.entryId : randomUUID());
  await studio.connection
    .query()("sessions")
    .where({ id: session.id, has_advanced_scheduling: false })
    .update({ has_advanced_scheduling: true });
  const id = await insert(studio, "session_event_lines", {
    ...entryRow(entryId, values),
    session_id: session.id,
    user_id: values.user ?? null,
    is_visible: values.isVisible ?? true,
    is_primary: values.isPrimary ?? false,
  });
  return { id, entryId };
}

function entryRow(entryId: string, values: EntryValues): Readonly<Record<string, unknown>> {
  return {
    entry_guid: entryId,
    description: values.description ?? "Meeting",
    starts_at: values.start ?? "2026-07-06T10:00:00",
    ends_at: values.end ?? "2026-07-06T11:00:00",
    is_all_day: values.isAllDay ?? false,
    deleted_at: values.deletedAt ?? null,
    ...(values.changedAt === undefined ? {} : { changed_at: values.changedAt }),
  };
}

async function insert(studio: On, table: string, row: Readonly<Record<string, unknown>>): Promise<number> {
  const stamped = studio.now === undefined ? row : { changed_at: studio.now().toISOString(), ...row };
  const made: readonly { readonly id: number }[] = await studio.connection
    .query()(table)
    .insert(stamped)
    .returning(["id"]);
  const [{ id } = { id: Number.NaN }] = made;
  return id;
}
