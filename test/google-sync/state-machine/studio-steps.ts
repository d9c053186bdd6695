import { randomUUID } from "node:crypto";

import { assertNever } from "../../../src/base/assert-never.js";
import { addMinutes, wallTime } from "../../../src/base/wall-time.js";
import { anAppointment, anEventLine, aSession } from "../../support/studio.js";
import type { Edit, EntryTurn, Step, Who } from "./steps.js";
import type { Story, StudioRow } from "./story.js";
import { isInGap, studioMoment, studioTimes } from "./whens.js";

/** What the studio's own screens do to its rows. */
export async function makeAppointment(
  story: Story,
  { who, when, is }: Extract<Step, { does: "make appointment" }>,
): Promise<void> {
  const { bench, memory } = story;
  const token = story.newToken();
  const times = studioTimes(is === "old" ? { ...when, day: "2025-06-10" } : when);
  await anAppointment(bench.studio, {
    description: `${token} call`,
    users: is === "shared" ? story.people.map(({ id }) => id) : [story.person(who).id],
    status: is === "confirmed" ? "confirmed" : "scheduled",
    ...(is === "of a client" ? { clientId: story.clientId } : {}),
    ...times,
  });
  for (const one of is === "shared" ? ([0, 1] as const) : [who]) memory.made("studio", token, one);
  memory.edited("studio", token, "title", `${token} call`, bench.clock.now());
  rememberTimes(story, token, times);
  memory.edited("studio", token, "location", "", bench.clock.now());
  memory.edited("studio", token, "notes", "", bench.clock.now());
  if (is === "shared") memory.ruleOut(token);
  if (is === "of a client") memory.ruleOut(token, "title", "notes");
}

function rememberTimes({ bench, memory }: Story, token: string, times: ReturnType<typeof studioTimes>): void {
  memory.edited("studio", token, "when", studioMoment(times, bench.zone), bench.clock.now());
  // Two clock times of one moment: whether that is a change is not for memory to know (C21).
  if (isInGap(times, bench.zone)) memory.letGo(token, "when");
}

export async function makeSession(
  story: Story,
  { who, when, isShared }: Extract<Step, { does: "make session" }>,
): Promise<void> {
  const { bench, memory, people } = story;
  const token = story.newToken();
  const times = studioTimes(when);
  await aSession(bench.studio, {
    description: `${token} portrait`,
    photographer: story.person(who).id,
    ...(isShared ? { assistant: people[who === 0 ? 1 : 0].id } : {}),
    clientId: story.clientId,
    ...times,
  });
  for (const one of isShared ? ([0, 1] as const) : [who]) memory.made("studio", token, one);
  rememberTimes(story, token, times);
  memory.edited("studio", token, "location", "", bench.clock.now());
  if (isShared) memory.ruleOut(token);
  memory.ruleOut(token, "title", "notes");
}

export async function editEntry(story: Story, which: number, edit: Edit): Promise<void> {
  const { bench, memory } = story;
  const live = (await story.rows()).filter((row) => row.isLive && row.token !== "");
  const row = live[which % Math.max(1, live.length)];
  if (row === undefined) return;
  const { table, id, token } = row;
  // Location and notes of a line are its session's.
  if (table === "session_event_lines" && edit.field !== "when" && edit.field !== "title") return;
  if (edit.field === "when") {
    const times = studioTimes(edit.when);
    await bench.edit(table, id, { starts_at: times.start, ends_at: times.end, is_all_day: times.isAllDay });
    rememberTimes(story, token, times);
    return;
  }
  const text = edit.field === "title" ? `${token} ${story.newText()}` : story.newText();
  await bench.edit(table, id, { [edit.field === "title" ? "description" : edit.field]: text });
  memory.edited("studio", token, edit.field, text, bench.clock.now());
}

/** Deletes or moves all entries of a person but the first few. */
export async function sweepEntries(story: Story, who: Who, how: "delete" | "move", spared: number): Promise<void> {
  const { bench, memory } = story;
  const db = bench.studio.connection.query();
  for (const row of (await story.rows()).filter(({ isLive, token }) => isLive && token !== "").slice(spared)) {
    const { table, id, token } = row;
    if (!(await seatedOn(story, row)).includes(who)) continue;
    if (how === "delete") {
      memory.removed(token);
      await bench.edit(table, id, { deleted_at: bench.clock.now().toISOString() });
      continue;
    }
    const times: TimesRow | undefined = await db(table).where({ id }).first("starts_at", "ends_at", "is_all_day");
    if (times === undefined || Boolean(times.is_all_day)) continue;
    const start = addMinutes(wallTime(times.starts_at), 60);
    const end = addMinutes(wallTime(times.ends_at), 60);
    await bench.edit(table, id, { starts_at: start, ends_at: end });
    rememberTimes(story, token, { start, end, isAllDay: false });
  }
}

interface TimesRow {
  readonly starts_at: string;
  readonly ends_at: string;
  readonly is_all_day: number;
}

export async function changeEntry(story: Story, which: number, how: EntryTurn): Promise<void> {
  const rows = (await story.rows()).filter(({ token }) => token !== "");
  const fitting = rows.filter((row) => (how === "undelete" || how === "uncancel" ? !row.isLive : row.isLive));
  const row = fitting[which % Math.max(1, fitting.length)];
  if (row !== undefined) await turn(story, row, how);
}

async function turn(story: Story, row: StudioRow, how: EntryTurn): Promise<void> {
  const { bench, memory, clientId } = story;
  const { table, id, token } = row;
  memory.touched("studio", token, bench.clock.now());
  if (table === "session_event_lines" && how !== "delete" && how !== "undelete") return;
  switch (how) {
    case "delete":
      memory.removed(token);
      return bench.edit(table, id, { deleted_at: bench.clock.now().toISOString() });
    case "undelete":
      return bench.edit(table, id, { deleted_at: null });
    case "cancel":
      memory.removed(token);
      return bench.edit(table, id, { status: "cancelled" });
    case "uncancel":
      return bench.edit(table, id, { status: "scheduled" });
    case "hand over":
      return seat(story, row, (seated) => seated.map((who) => (who === 0 ? 1 : 0)));
    case "share":
      return seat(story, row, (seated) => [...new Set([...seated, 0, 1] as const)]);
    case "take one off":
      return seat(story, row, (seated) => seated.slice(1));
    case "link to client":
      if (table !== "appointments") return;
      memory.ruleOut(token, "title", "notes");
      return bench.edit(table, id, { client_id: clientId });
    case "convert to session":
      return convert(story, row);
    default:
      return assertNever(how);
  }
}

/** Other people on it: of an appointment the assigned, of a session photographer and assistant. */
async function seat(story: Story, row: StudioRow, change: (seated: readonly Who[]) => readonly Who[]): Promise<void> {
  const { bench, memory } = story;
  const seated = await seatedOn(story, row);
  const next = change(seated);
  memory.ruleOut(row.token);
  for (const who of seated) if (!next.includes(who)) memory.removed(row.token, who);
  for (const who of next) if (!seated.includes(who)) memory.made("studio", row.token, who);
  const [first, second] = next.map((who) => story.person(who).id);
  if (row.table === "sessions") {
    await bench.edit("sessions", row.id, { photographer_id: first ?? null, assistant_id: second ?? null });
    return;
  }
  const db = bench.studio.connection.query();
  const gone = seated.filter((who) => !next.includes(who)).map((who) => story.person(who).id);
  const added = next.filter((who) => !seated.includes(who)).map((who) => story.person(who).id);
  await db("appointment_users").where({ appointment_id: row.id }).whereIn("user_id", gone).delete();
  for (const user_id of added)
    await db("appointment_users").insert({
      appointment_id: row.id,
      user_id,
      changed_at: bench.clock.now().toISOString(),
    });
}

/** Advanced scheduling: the person's part of a session becomes an event of its own, the first the one it was before (C5). */
export async function addLine(story: Story, { which, who, when }: Extract<Step, { does: "add line" }>): Promise<void> {
  const { bench, memory } = story;
  const sessions = (await story.rows()).filter(
    ({ table, isLive, token }) => table === "sessions" && isLive && token !== "",
  );
  const session = sessions[which % Math.max(1, sessions.length)];
  if (session === undefined) return;
  const db = bench.studio.connection.query();
  const known: { readonly entry_guid: string } | undefined = await db("sessions")
    .where({ id: session.id })
    .first("entry_guid");
  const token = story.newToken();
  const times = studioTimes(when);
  memory.ruleOut(session.token);
  memory.ruleOut(token);
  // The first line takes the place of the person's seat.
  memory.removed(session.token);
  memory.succeeds(token, session.token);
  await anEventLine(
    bench.studio,
    { id: session.id, entryId: known?.entry_guid ?? "" },
    { user: story.person(who).id, description: `${token} line`, ...times },
  );
  await bench.edit("sessions", session.id, {});
}

async function seatedOn(story: Story, { table, id }: StudioRow): Promise<readonly Who[]> {
  const db = story.bench.studio.connection.query();
  if (table === "session_event_lines") {
    const line: { readonly user_id: number } | undefined = await db(table).where({ id }).first("user_id");
    return line === undefined ? [] : [story.whoIs(line.user_id)];
  }
  if (table === "appointments") {
    const rows: readonly { readonly user_id: number }[] = await db("appointment_users")
      .where({ appointment_id: id })
      .orderBy("user_id")
      .select("user_id");
    return rows.map(({ user_id }) => story.whoIs(user_id));
  }
  const session: { readonly photographer_id: number | null; readonly assistant_id: number | null } | undefined =
    await db("sessions").where({ id }).first("photographer_id", "assistant_id");
  return [session?.photographer_id, session?.assistant_id].flatMap((user) =>
    user === null || user === undefined ? [] : [story.whoIs(user)],
  );
}

/** The session takes over the appointment's GUID: the same event goes on (C5). */
async function convert(story: Story, row: StudioRow): Promise<void> {
  const { bench, memory, clientId } = story;
  if (row.table !== "appointments") return;
  const [photographer, assistant] = (await seatedOn(story, row)).map((who) => story.person(who).id);
  const db = bench.studio.connection.query();
  const old: ConvertedRow | undefined = await db("appointments")
    .where({ id: row.id })
    .first("entry_guid", "description", "starts_at", "ends_at", "is_all_day", "location");
  if (old === undefined || photographer === undefined) return;
  memory.ruleOut(row.token, "title", "notes");
  memory.public(row.token);
  const session = await aSession(bench.studio, {
    entryId: old.entry_guid,
    description: old.description,
    start: old.starts_at,
    end: old.ends_at,
    isAllDay: Boolean(old.is_all_day),
    location: old.location,
    photographer,
    ...(assistant === undefined ? {} : { assistant }),
    clientId,
  });
  await bench.edit("appointments", row.id, { converted_to_session_id: session.id, client_id: clientId });
}

interface ConvertedRow {
  readonly entry_guid: string;
  readonly description: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly is_all_day: number;
  readonly location: string;
}

/** The same thing on both sides before either knows of the other (W5). */
export async function makeTwins(story: Story, { who, when }: Extract<Step, { does: "make twins" }>): Promise<void> {
  const { bench, memory } = story;
  const token = story.newToken();
  memory.twins(token);
  memory.ruleOut(token);
  const times = studioTimes(when);
  const person = story.person(who);
  await anAppointment(bench.studio, {
    entryId: randomUUID(),
    description: `${token} twin`,
    users: [person.id],
    ...times,
  });
  story.makeEvent(who, `${token} twin`, when, {});
}
