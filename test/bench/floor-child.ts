/**
 * The bare floor of a run, in a process of its own: as many HTTP requests of the same kind,
 * their answers read and thrown away, and prepared writes of the same rows into a copy of the
 * same database, a transaction for each request. No logic, no checks.
 */
import Database from "libsql";

import { answerParent } from "./child.js";
import { calendarFloor } from "./floor-calendar.js";
import type { EventWrites } from "./floor-calendar.js";
import { contactsFloor } from "./floor-contacts.js";
import type { ContactWrites } from "./floor-contacts.js";
import type { FloorRequests } from "./floor-requests.js";
import { storer, writesBetween } from "./floor-rows.js";
import type { Account } from "./google-child.js";
import { measure } from "./measure.js";
import type { Cost } from "./measure.js";

/** What a run writes to Google, and what else it asks for. */
export type FloorWrites =
  | { readonly of: "calendar"; readonly writes: EventWrites }
  | { readonly of: "contacts"; readonly writes: ContactWrites; readonly otherRequests: number };

/** One run to be imitated. */
export interface FloorQuestion {
  readonly account: Account;
  /** Where the listing begins; undefined lists everything. */
  readonly syncToken: string | undefined;
  readonly writes: FloorWrites;
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

async function answer(question: FloorQuestion): Promise<FloorRun> {
  const { file, fileAfter, times } = question;
  const rows = writesBetween(file, fileAfter);
  const { list, batches } = requestsOf(question);
  const database = new Database(file);
  for (const setting of ["synchronous = NORMAL", "journal_mode = WAL"]) database.exec(`PRAGMA ${setting}`);
  let { syncToken } = question;
  // Opens the connection, as the sync's own warm-up does.
  await list(syncToken, undefined);
  const transactions = ((await countPages(list, syncToken)) + batches.length) * times;
  const store = storer(database, rows, Math.ceil(rows.length / transactions));
  const cost = await measure(async () => {
    for (let run = 0; run < times; run += 1) {
      let pageToken: string | undefined;
      const from = syncToken;
      do {
        const page = JSON.parse(await list(from, pageToken)) as Row;
        pageToken = page["nextPageToken"] as string | undefined;
        syncToken = (page["nextSyncToken"] as string | undefined) ?? syncToken;
        store();
      } while (pageToken !== undefined);
      for (const send of batches) {
        await send();
        store();
      }
    }
  });
  database.close();
  return { ...cost, rows: rows.length, syncToken: syncToken ?? "" };
}

function requestsOf({ account, writes }: FloorQuestion): FloorRequests {
  return writes.of === "calendar"
    ? calendarFloor(account, writes.writes)
    : contactsFloor(account, writes.writes, writes.otherRequests);
}

async function countPages(list: FloorRequests["list"], syncToken: string | undefined): Promise<number> {
  let pages = 0;
  let pageToken: string | undefined;
  do {
    pageToken = (JSON.parse(await list(syncToken, pageToken)) as Row)["nextPageToken"] as string | undefined;
    pages += 1;
  } while (pageToken !== undefined);
  return pages;
}

answerParent(answer);
