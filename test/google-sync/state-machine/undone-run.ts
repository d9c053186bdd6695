import assert from "node:assert/strict";

import { isEmpty } from "../../../src/google-sync/engine/index.js";
import type { LeftAsIs, UndoPlan, UndoResult } from "../../../src/google-sync/undo/index.js";
import { allStates } from "./play.js";
import { everythingDecided, requestsThatWrite } from "./previewed-run.js";
import { snapshot } from "./snapshot.js";
import type { Content, Snapshot } from "./snapshot.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";

/** A run that was watched: both sides as they were before it and after it. */
export interface WatchedRun {
  readonly who: Who;
  readonly runId: number;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** A run, and both sides around it; undefined when it was refused or did not come to its end. */
export async function watchedRun(story: Story, who: Who): Promise<WatchedRun | undefined> {
  const before = await snapshot(story);
  const result = await story.run(who);
  const isOver = result?.report.outcome === "done" || result?.report.outcome === "done-with-problems";
  return isOver ? { who, runId: result.report.runId, before, after: await snapshot(story) } : undefined;
}

/** R2: until somebody changes it again, nothing happens to what was put back, unless Populate asks for everything. */
export async function assertAtRest(story: Story, who: Who): Promise<void> {
  const { populateGoogle, populateStudio } = story.bench.settingsOf(story.person(who));
  const stream = await story.stream(who);
  const links = stream === undefined ? [] : await story.bench.services().links.listByState(stream.id, allStates);
  if (populateGoogle === true || populateStudio === true || links.some(({ attempts }) => attempts > 0)) return;
  const before = await snapshot(story);
  await story.run(who);
  assert.deepEqual(await snapshot(story), before, "R2: what was put back does not rest");
}

/**
 * R2: undoes a run and proves, by what was seen on both sides, that everything is as before the run that was
 * as the run had left it, that everything else is as it was, and that what could not be put back is listed.
 * @returns how many items were put back or listed
 */
export async function undoRun(story: Story, { who, runId, before, after }: WatchedRun): Promise<number> {
  const { bench } = story;
  const now = await snapshot(story);
  const decided = await everythingDecided(bench);
  bench.google.log.clear();
  const preview = await bench.undo(runId, { isPreview: true });
  assert.deepEqual(requestsThatWrite(bench), [], "R2: the preview of an undo writes to Google");
  assert.deepEqual(await everythingDecided(bench), decided, "R2: the preview of an undo writes in the studio");

  const result = await bench.undo(runId);

  assert.deepEqual(inWords(result.plan), inWords(preview.plan), "R2: an undo and its preview differ");
  await assertKept(story, result);
  const undone = await snapshot(story);
  const problems = [
    ...problemsOf({ before, after, now, undone }, result.plan.left),
    ...problemsOfNewOnes({ before, after, now, undone }, result.plan.left),
    ...result.plan.left.flatMap((one) => untrueReasons(one, who, { after, now })),
  ];
  assert.deepEqual(problems, [], "R2: not put back, and not listed");
  return result.plan.steps.length + result.plan.left.length;
}

/** The four moments of an undo. */
interface Moments {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly now: Snapshot;
  readonly undone: Snapshot;
}

function problemsOf(moments: Moments, left: readonly LeftAsIs[]): readonly string[] {
  const keys = new Set([...moments.before.keys(), ...moments.after.keys(), ...moments.now.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after, now, undone] = [moments.before, moments.after, moments.now, moments.undone].map((one) =>
      one.get(key),
    );
    // Whoever is put back on what somebody else has still got gets it as it is by now.
    const shared = before !== undefined && after === undefined ? moments.now.get(ofTheOther(key)) : undefined;
    const expected = expectedOf(key, { before: shared ?? before, after, now, undone }, left);
    // What was shared with somebody since is the same for both.
    const isShared =
      after === undefined && moments.after.has(ofTheOther(key)) && isSame(undone, moments.undone.get(ofTheOther(key)));
    return isShared || expected.some((one) => isSame(one, undone))
      ? []
      : [`${key}: ${shown(before)} → ${shown(after)} … ${shown(now)} → ${shown(undone)}`];
  });
}

/** The same entry on the other person's schedule. */
function ofTheOther(key: string): string {
  return key.replace(/^studio ([01])/, (_, who) => `studio ${who === "0" ? 1 : 0}`);
}

/** How an item may be after an undo: one way, unless it is listed. */
function expectedOf(
  key: string,
  { before, after, now, undone }: Readonly<Record<keyof Moments, Content | undefined>>,
  left: readonly LeftAsIs[],
): readonly (Content | undefined)[] {
  const isListed = left.some((one) => one.field === undefined && isAbout(one, key, before ?? after));
  if (isSame(before, after)) return [now];
  if (before === undefined) {
    if (now === undefined) return [undefined];
    return isSame(now, after) && !isListed ? [undefined] : isListed ? [now] : [];
  }
  if (after === undefined) {
    if (now !== undefined) return isListed ? [now] : [];
    // Google never frees an id: there it comes back under another.
    return key.startsWith("google") || isListed ? [undefined] : [before];
  }
  if (now === undefined) return isListed ? [undefined] : [];
  if (isListed) return [now];
  const fields = Object.keys(before).map((field) => {
    const isChanged = before[field] !== after[field];
    const isListedField = left.some((one) => isField(one, field) && isAbout(one, key, before));
    // One phone of several: which of them has changed since is not told apart here.
    if (field === "phone" && isChanged && now[field] !== after[field]) return [field, undone?.[field]];
    if (!isChanged || now[field] === before[field]) return [field, now[field]];
    if (now[field] === after[field] && !isListedField) return [field, before[field]];
    return [field, isListedField ? now[field] : "neither put back nor listed"];
  });
  return [Object.fromEntries(fields) as Content];
}

/** What is listed is so, and not only said. */
function untrueReasons(left: LeftAsIs, who: Who, { after, now }: Pick<Moments, "after" | "now">): readonly string[] {
  // A photo or a label counts too, and neither is looked at here (K4).
  if (left.item.eventId?.startsWith("people/") === true) return [];
  // An entry may still be on somebody else's schedule.
  const keys = [...new Set([...after.keys(), ...now.keys()])].filter(
    (key) => key.split(" ")[1] === String(who) && isAbout(left, key, after.get(key)),
  );
  const isThere = keys.some((key) => now.has(key));
  // The title a template makes of a description changes with the template, and with the client (C7).
  const isMadeAnew = keys.some(
    (key) => left.now !== now.get(key)?.["title"] && left.now?.includes(now.get(key)?.["title"] ?? "") === true,
  );
  const isTouched = (left.field === "title" && isMadeAnew) || keys.some((key) => !isSame(now.get(key), after.get(key)));
  const isTrue = {
    "there-again": isThere,
    "deleted-since": !isThere,
    // What was removed may be somebody else's session by now.
    "changed-since": (isThere && isTouched) || (!isThere && isEmpty(left.item.after)),
    "not-looked-at": false,
  }[left.why];
  const seen = keys.map((key) => `${shown(after.get(key))} … ${shown(now.get(key))}`).join();
  return isTrue
    ? []
    : [`${left.item.key} is said to be ${left.why} (${left.field ?? "all"}: ${left.now ?? ""}): ${seen}`];
}

/** Events the run deleted come back as new ones with the same content, and nothing else is new. */
function problemsOfNewOnes({ before, after, now, undone }: Moments, left: readonly LeftAsIs[]): readonly string[] {
  const missing = [...before]
    .filter(([key]) => key.startsWith("google") && !after.has(key) && !now.has(key))
    .filter(([key, content]) => !left.some((one) => isAbout(one, key, content)))
    .map(([, content]) => shown(content));
  const anew = [...undone]
    .filter(([key]) => key.startsWith("google") && !now.has(key))
    .map(([, content]) => shown(content));
  return missing.toSorted().join() === anew.toSorted().join()
    ? []
    : [`brought back: ${anew.toSorted().join()}; expected: ${missing.toSorted().join()}`];
}

function isAbout({ item }: LeftAsIs, key: string, content: Content | undefined): boolean {
  const { side, entryId, eventId } = item;
  if (!key.startsWith(side)) return false;
  // A contact the run made had no name yet when its journal was written.
  const isMadeByRun = eventId === `people/new/${content?.["madeFor"] ?? ""}`;
  return key.endsWith(` ${(side === "studio" ? entryId : eventId) ?? ""}`) || (side === "google" && isMadeByRun);
}

/** Phones are fields of their own in the journal, and one here. */
function isField({ field }: LeftAsIs, name: string): boolean {
  return field === name || (name === "phone" && field?.startsWith("phone") === true);
}

/** An undo is a run: what it did is in the journal, what it left is in its report. */
async function assertKept({ bench }: Story, { plan, report }: UndoResult): Promise<void> {
  const done = (await bench.services().journal.effectsOf(report.runId)).filter(({ state }) => state === "done");
  assert.deepEqual(
    done.map(({ side, entryId }) => `${side} ${entryId}`).toSorted(),
    plan.steps
      .map(
        ({ kind, item: { side, entryId } }) =>
          `${side} ${side === "google" && kind === "bring-back" ? undefined : entryId}`,
      )
      .toSorted(),
    "R1, R2: the journal of an undo is not what it did",
  );
  const told = report.warnings.filter(({ code }) => code === "left-as-is").length;
  assert.equal(told, plan.left.length, "R2: the report of an undo does not list what it left");
}

function inWords({ steps, left }: UndoPlan): unknown {
  return {
    steps: steps.map((step) => [step.kind, step.item.key, "fields" in step ? step.fields : {}]),
    left: left.map(({ item, why, field }) => [item.key, why, field]),
  };
}

function isSame(one: Content | undefined, other: Content | undefined): boolean {
  return shown(one) === shown(other);
}

function shown(content: Content | undefined): string {
  return content === undefined ? "nothing" : JSON.stringify(content);
}
