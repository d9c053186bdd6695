import assert from "node:assert/strict";

import { planLines } from "../../../src/google-sync/job/index.js";
import type { UserRunResult } from "../../../src/google-sync/job/index.js";
import { groupedLines } from "../../../src/google-sync/reports/index.js";
import type { SyncBench } from "../../support/sync-bench.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";
import { whatIsPlanned, whatWasDone } from "./what-was-done.js";

/** A run, and how many things its preview said. */
interface PreviewedRun {
  readonly result: UserRunResult;
  readonly said: number;
}

/**
 * R3: a preview that writes nothing, the run after it, and proof that the run did what the preview said, item by
 * item. One way, Google is not read, so that only the run itself finds out what became of an event, or of a contact (C23, K9).
 */
export async function previewedRun(story: Story, who: Who): Promise<PreviewedRun> {
  const { bench } = story;
  const before = await everythingDecided(bench);
  bench.google.log.clear();
  const preview = await finished(story.run(who, undefined, { isPreview: true }));
  assert.deepEqual(requestsThatWrite(bench), [], "R3: a preview writes to Google");
  assert.deepEqual(
    withoutFirstLooks(before, await everythingDecided(bench)),
    before,
    "R3: a preview writes in the studio",
  );
  const result = await finished(story.run(who));
  const { sendAppointments, sendContacts, clientGroupId } = bench.settingsOf(story.person(who));
  const isTwoWay = sendAppointments === true && (clientGroupId === null || sendContacts === true);
  if (preview.plan === undefined || !isTwoWay) return { result, said: 0 };
  const planned = whatIsPlanned(preview);
  assert.deepEqual(await whatWasDone(result, bench), planned, "R3: a preview and the run after it differ");
  assertLinesAreThePlan(preview);
  return { result, said: planned.done.length + planned.asked.length };
}

/** What a person reads is what was compared: a line for every effect, in its group. */
function assertLinesAreThePlan({ plan, contacts, ...preview }: UserRunResult): void {
  if (plan === undefined) return;
  const { done, asked } = whatIsPlanned({ plan, contacts, ...preview });
  const counts = new Map(
    groupedLines(planLines(plan, contacts)).map(({ group, lines }): [string, number] => [group, lines.length]),
  );
  const told = (group: string): number => counts.get(group) ?? 0;
  const count = (what: string, side: string): number =>
    done.filter((one) => one.what === what && one.side === side).length;
  // Whoever is asked about both sides of an item reads a line for each.
  const waiting = asked.reduce((sum, { items }) => sum + items.length, 0);
  const held = told("Held for an answer");
  assert.deepEqual(
    {
      google: [told("Made in Google"), told("Changed in Google"), told("Deleted in Google")],
      studio: [told("Made in the studio"), told("Changed in the studio"), told("Taken off the studio's schedule")],
      isEachHeldTold: held >= waiting,
      isAnyHeld: held > 0,
    },
    {
      google: [count("make", "google"), count("change", "google"), count("remove", "google")],
      studio: [count("make", "studio"), count("change", "studio"), count("remove", "studio")],
      isEachHeldTold: true,
      isAnyHeld: waiting > 0,
    },
    "R3: the lines of a preview are not its plan",
  );
}

async function finished(run: ReturnType<Story["run"]>): Promise<UserRunResult> {
  const result = await run;
  if (result === undefined) throw new Error("A run was stopped although nobody stopped it");
  return result;
}

export function requestsThatWrite({ google }: SyncBench): readonly string[] {
  return google.log
    .entries()
    .map(({ operation }) => operation)
    .filter((operation) => /insert|patch|update|delete|create|modify/i.test(operation));
}

type Row = Readonly<Record<string, unknown>>;

type Tables = Readonly<Record<string, readonly Row[]>>;

/** What Google sent is kept with the sync token that went with it, whoever reads: it decides nothing ("What a link knows"). */
const whatGoogleSaid = new Set(
  "resource_name,seen,seen_etag,seen_updated_at,is_deleted_in_google,listing,sync_token,read_at,matched_at,link_count".split(
    ",",
  ),
);

/** Of what only Google has, and nobody waits for, Google's word is all there is to know. */
const isOnlySeen = (row: Row): boolean =>
  "seen" in row && (row["entry_guid"] ?? row["client_guid"] ?? row["question_id"] ?? row["directive"] ?? null) === null;

/** Every row of the studio's database, and of it what is decided, not merely seen. */
export async function everythingDecided({ studio }: SyncBench): Promise<Tables> {
  const db = studio.connection.query();
  const tables: readonly { readonly name: string }[] = await db("sqlite_master")
    .where({ type: "table" })
    .whereNot("name", "like", "sqlite_%")
    .select("name");
  const found: Record<string, readonly Row[]> = {};
  for (const { name } of tables) {
    const rows: readonly Row[] = await db(name).select("*");
    found[name] = rows.filter((row) => !isOnlySeen(row)).map(decided);
  }
  return found;
}

function decided(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !whatGoogleSaid.has(column)));
}

/** Where a calendar was never looked at, whoever looks first makes the row that says how far. */
function withoutFirstLooks(before: Tables, after: Tables): Tables {
  const streams = Object.keys(after).filter((name) => name.endsWith("_streams"));
  const known = (name: string): readonly Row[] => {
    const ids = new Set(before[name]?.map(({ id }) => id));
    return (after[name] ?? []).filter(({ id }) => ids.has(id));
  };
  return { ...after, ...Object.fromEntries(streams.map((name) => [name, known(name)])) };
}
