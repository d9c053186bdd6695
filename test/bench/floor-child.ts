/**
 * The bare floor of a run, in a process of its own: as many HTTP requests of the same kind,
 * their answers read and thrown away, and prepared writes of the same rows into a copy of the
 * same database, a transaction for each request. No logic, no checks.
 */
import Database from "libsql";

import { eventPageFields } from "../../src/google-sync/google/calendar/event-fields.js";
import { writeCall } from "../../src/google-sync/google/calendar/event-calls.js";
import type { EventWrite } from "../../src/google-sync/google/index.js";
import { batchBody } from "../../src/google-sync/google/batch/batch-wire.js";
import { answerParent } from "./child.js";
import type { Account } from "./google-child.js";
import { slotOf, benchZone } from "./invented.js";
import { measure } from "./measure.js";
import type { Cost } from "./measure.js";
import { wallTime } from "../../src/base/wall-time.js";

/** One run to be imitated. */
export interface FloorQuestion {
  readonly account: Account;
  /** Where the listing begins; undefined lists everything. */
  readonly syncToken: string | undefined;
  /** Events to insert, or the ids of those to patch. */
  readonly writes:
    { readonly kind: "insert"; readonly count: number } | { readonly kind: "patch"; readonly ids: readonly string[] };
  /** A copy of the database before the run; the rows are written here. */
  readonly file: string;
  /** The database after the run: what differs is what was written. */
  readonly fileAfter: string;
  /** The run was carried out so many times. */
  readonly times: number;
}

export interface FloorRun extends Cost {
  readonly rows: number;
  readonly syncToken: string;
}

type Row = Readonly<Record<string, unknown>>;
interface RowWrite {
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function answer(question: FloorQuestion): Promise<FloorRun> {
  const { account, writes, file, fileAfter, times } = question;
  const rows = writesBetween(file, fileAfter);
  const batches = batchesOf(writes);
  const database = new Database(file);
  for (const setting of ["synchronous = NORMAL", "journal_mode = WAL"]) database.exec(`PRAGMA ${setting}`);
  let { syncToken } = question;
  // Opens the connection, as the sync's own warm-up does.
  await list(account, syncToken, undefined);
  const transactions = (await countPages(account, syncToken)) * times + batches.length;
  const store = storer(database, rows, Math.ceil(rows.length / transactions));
  const cost = await measure(async () => {
    for (let run = 0; run < times; run += 1) {
      let pageToken: string | undefined;
      const from = syncToken;
      do {
        const page = JSON.parse(await list(account, from, pageToken)) as Row;
        pageToken = page["nextPageToken"] as string | undefined;
        syncToken = (page["nextSyncToken"] as string | undefined) ?? syncToken;
        store();
      } while (pageToken !== undefined);
    }
    for (const body of batches) {
      await send(account, body);
      store();
    }
  });
  database.close();
  return { ...cost, rows: rows.length, syncToken: syncToken ?? "" };
}

/** The next rows of all, in one transaction. */
function storer(database: Database.Database, rows: readonly RowWrite[], inTransaction: number): () => void {
  const statements = new Map([...new Set(rows.map(({ sql }) => sql))].map((sql) => [sql, database.prepare(sql)]));
  let done = 0;
  return () => {
    database.exec("BEGIN IMMEDIATE");
    for (const { sql, values } of rows.slice(done, done + inTransaction)) statements.get(sql)?.run([...values]);
    database.exec("COMMIT");
    done += inTransaction;
  };
}

/** Every row that is new or different in the second database. */
function writesBetween(file: string, fileAfter: string): readonly RowWrite[] {
  const after = new Database(fileAfter);
  after.exec(`ATTACH '${file}' AS earlier`);
  const tables = after
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by rootpage")
    .all([]) as readonly { readonly name: string }[];
  const writes = tables
    .filter(({ name }) => name !== "row_version_counter")
    .flatMap(({ name }) => writesOfTable(after, name));
  after.close();
  return writes;
}

function writesOfTable(after: Database.Database, table: string): readonly RowWrite[] {
  const rows = after
    .prepare(
      `select a.rowid as row, a.*, e.rowid is not null as was from main.${table} a
      left join earlier.${table} e on e.rowid = a.rowid
      where a.rowid in (select row from (select rowid as row, * from main.${table}
        except select rowid as row, * from earlier.${table}))`,
    )
    .all([]) as readonly Row[];
  return rows.map(({ row, was, ...columns }) => {
    const names = Object.keys(columns).filter((name) => name !== "row_version");
    const values = names.map((name) => columns[name]);
    return was === 1
      ? {
          sql: `update ${table} set ${names.map((name) => `${name} = ?`).join()} where rowid = ?`,
          values: [...values, row],
        }
      : { sql: `insert into ${table} (${names.join()}) values (${names.map(() => "?").join()})`, values };
  });
}

async function countPages(account: Account, syncToken: string | undefined): Promise<number> {
  let pages = 0;
  let pageToken: string | undefined;
  do {
    pageToken = (JSON.parse(await list(account, syncToken, pageToken)) as Row)["nextPageToken"] as string | undefined;
    pages += 1;
  } while (pageToken !== undefined);
  return pages;
}

async function list({ url, email, tokens }: Account, syncToken?: string, pageToken?: string): Promise<string> {
  const query = new URLSearchParams({ singleEvents: "false", maxResults: "2500", fields: eventPageFields });
  if (syncToken !== undefined) query.set("syncToken", syncToken);
  if (pageToken !== undefined) query.set("pageToken", pageToken);
  const answer = await fetch(`${url}/calendar/v3/calendars/${encodeURIComponent(email)}/events?${query}`, {
    headers: { Authorization: `Bearer ${tokens.accessToken}` },
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}

const boundary = "floor-of-the-bench";
const callsInBatch = 50;

async function send({ url, tokens }: Account, body: string): Promise<void> {
  const answer = await fetch(`${url}/batch/calendar/v3`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${tokens.accessToken}`,
      "Content-Type": `multipart/mixed; boundary=${boundary}`,
    },
    body,
  });
  const text = await answer.text();
  if (!answer.ok || /HTTP\/1\.1 [45]/.test(text)) throw new Error(text.slice(0, 500));
}

function batchesOf(writes: FloorQuestion["writes"]): readonly string[] {
  const all: readonly EventWrite[] =
    writes.kind === "insert"
      ? Array.from({ length: writes.count }, (_, index) => insertOf(index))
      : writes.ids.map((eventId) => ({
          kind: "patch",
          key: eventId,
          eventId,
          etag: undefined,
          change: { summary: `Changed ${eventId}` },
        }));
  const calls = all.map((write) => writeCall("primary", write));
  return Array.from({ length: Math.ceil(calls.length / callsInBatch) }, (_, index) =>
    batchBody(calls.slice(index * callsInBatch, (index + 1) * callsInBatch), boundary),
  );
}

function insertOf(index: number): EventWrite {
  const { start, end } = slotOf(index);
  const at = (time: string) => ({ kind: "time", dateTime: wallTime(time), timeZone: benchZone }) as const;
  return {
    kind: "insert",
    key: String(index),
    event: {
      id: `floor${index.toString(32).padStart(30, "0")}`,
      summary: `Client ${index} - Appointment ${index}`,
      location: `Studio ${index % 5}`,
      when: { start: at(start), end: at(end) },
      privateProperties: {
        spectraStudio: "5a3c0b5e-0000-4000-8000-000000000001",
        spectraUser: "5a3c0b5e-0000-4000-8000-000000000002",
        spectraEntry: `5a3c0b5e-0000-4000-8000-${String(index).padStart(12, "0")}`,
      },
    },
  };
}

answerParent(answer);
