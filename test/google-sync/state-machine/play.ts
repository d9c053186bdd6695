import { assertNever } from "../../../src/base/assert-never.js";
import type { UserRunResult } from "../../../src/google-sync/job/index.js";
import { answersOf } from "../../../src/google-sync/questions/index.js";
import type { Question } from "../../../src/google-sync/questions/index.js";
import { changeEvent, editEvent, makeEvent, sweepEvents } from "./google-steps.js";
import { GuardWatch } from "./guard-watch.js";
import { previewedRun } from "./previewed-run.js";
import { assertNothingPrivateTold } from "./privacy.js";
import type { Step, Who } from "./steps.js";
import { tokenOf, tokenOfEvent } from "./story.js";
import type { Story } from "./story.js";
import {
  addLine,
  changeEntry,
  editEntry,
  makeAppointment,
  makeSession,
  makeTwins,
  sweepEntries,
} from "./studio-steps.js";

/** Does one step. Half a minute passes with each, so that edits can be a tie or not (C15). */
export async function play(story: Story, step: Step): Promise<void> {
  const { bench, memory } = story;
  bench.clock.advance({ seconds: 30 });
  switch (step.does) {
    case "make appointment":
      return makeAppointment(story, step);
    case "make session":
      return makeSession(story, step);
    case "edit entry":
      return editEntry(story, step.which, step.edit);
    case "change entry":
      return changeEntry(story, step.which, step.how);
    case "make event":
      return makeEvent(story, step);
    case "edit event":
      return editEvent(story, step.who, step.which, step.edit);
    case "change event":
      return changeEvent(story, step.who, step.which, step.how);
    case "make twins":
      return makeTwins(story, step);
    case "sweep":
      return step.side === "studio"
        ? sweepEntries(story, step.who, step.how, step.spared)
        : sweepEvents(story, step.who, step.how, step.spared);
    case "set":
      memory.letGoUnsynced();
      return bench.setUp(story.person(step.who), { [step.box]: step.isTicked });
    case "clear":
      memory.clearancesChanged();
      return story.allow(step.who, step.level, step.isAllowed);
    case "connect":
      if (step.isConnected) return bench.reconnect(story.person(step.who));
      return bench.disconnect(story.person(step.who));
    case "choose calendar":
      return chooseCalendar(story, step.who, step.isOther);
    case "add line":
      return addLine(story, step);
    case "set template":
      bench.company["titleTemplate"] = step.template;
      return;
    case "change zone":
      memory.ruleOutEverywhere("when");
      return story.changeZone(step.zone);
    case "answer":
      return answerOne(story, step.which, step.answer);
    case "spoil token":
      return spoilToken(story, step.who, step.how);
    case "wait":
      return bench.clock.advance({ seconds: step.seconds });
    case "run":
      return run(story, step);
    default:
      return assertNever(step);
  }
}

async function run(story: Story, step: Extract<Step, { does: "run" }>): Promise<void> {
  const { who, isPreviewed, faults, stopsAt, meanwhile } = step;
  const isUndisturbed = faults.length === 0 && stopsAt === undefined && meanwhile === undefined;
  story.memory.maySync(await tokensOf(story, who));
  if (isPreviewed && isUndisturbed) {
    const { result } = await previewedRun(story, who);
    return noteSynced(story, who, result);
  }
  // What it writes is looked at above; here that a preview before trouble changes nothing of it.
  if (isPreviewed) await story.run(who, undefined, { isPreview: true });
  for (const fault of faults) story.bench.google.faults.add(fault);
  const disturbance = meanwhile && { nth: meanwhile.nth, act: () => play(story, meanwhile.step) };
  const watch = await GuardWatch.begin(story, who);
  const result = await story.run(who, stopsAt, { disturbance });
  story.bench.google.faults.clear();
  if (meanwhile === undefined) await watch.end();
  assertNothingPrivateTold(story, result);
  // What was done while it was under way may wait for the next one.
  if (meanwhile === undefined) await noteSynced(story, who, result);
  else story.memory.maySync(await tokensOf(story, who));
}

/** What a run left nothing undone of was brought in step for this person. */
export async function noteSynced(story: Story, who: Who, result: UserRunResult | undefined): Promise<void> {
  const tokens = await tokensOf(story, who);
  story.memory.maySync(tokens);
  // What is hidden from somebody rests; the run does not know of it (X1).
  if (result?.report.outcome !== "done" || story.deniedTo(who).size > 0) return;
  const stream = await story.stream(who);
  const links = stream === undefined ? [] : await story.bench.services().links.listByState(stream.id, allStates);
  if (links.some(({ questionId, attempts }) => questionId !== undefined || attempts > 0)) return;
  story.memory.synced(tokens, story.isTwoWay(who));
  for (const token of tokens) story.answered.delete(`${who} ${token}`);
}

/** What the other calendar holds of each item is not for memory to know, until a run has brought both sides in step. */
async function chooseCalendar(story: Story, who: Who, isOther: boolean): Promise<void> {
  const { memory, calendars } = story;
  const [from, to] = await calendars.choose(who, isOther);
  if (from.id === to.id) return;
  memory.changeCalendar(who, from.id, to.id);
  for (const token of await tokensOf(story, who)) memory.letGo(token);
  for (const event of from.list()) memory.letGo(tokenOfEvent(event) ?? "");
}

/** Everything this person has, on either side. */
async function tokensOf(story: Story, who: Who): Promise<readonly string[]> {
  const onSchedule = await story.bench.schedule(story.person(who));
  const tokens = [
    ...onSchedule.map(({ description }) => tokenOf(description)),
    ...story.events(who).map((event) => tokenOfEvent(event)),
  ];
  return tokens.filter((token) => token !== undefined);
}

export const allStates = ["new", "baseline", "linked", "left-out", "ended"] as const;

async function answerOne(story: Story, which: number, answer: number): Promise<void> {
  const open = await story.bench.openQuestions();
  const question = open[which % Math.max(1, open.length)];
  if (question !== undefined) await giveAnswer(story, question, answer);
}

/** Answers a question; what an answer decides about is not for memory to know. */
export async function giveAnswer(story: Story, question: Question, answer: number): Promise<void> {
  const { bench, memory } = story;
  const answers = answersOf(question);
  const answerId = answers[answer % answers.length]?.id ?? "";
  for (const link of await bench.services().links.findByQuestion(question.id)) {
    const token = await tokenOfLink(story, link.entryId, link.seen?.summary);
    if (token === undefined) continue;
    memory.letGo(token);
    story.answered.add(`${story.whoIs(question.userId)} ${token}`);
    if (answerId === "cancel") memory.removed(token);
    if (answerId === "take-off" || answerId === "remove") memory.removed(token, story.whoIs(question.userId));
  }
  await bench.answerer().answer(question.id, answerId, undefined, bench.zone);
}

async function tokenOfLink(story: Story, entryId: string | undefined, summary = ""): Promise<string | undefined> {
  const db = story.bench.studio.connection.query();
  for (const table of ["appointments", "sessions"]) {
    const row: { readonly description: string } | undefined = await db(table)
      .where({ entry_guid: entryId ?? "" })
      .first("description");
    const token = tokenOf(row?.description ?? "");
    if (token !== undefined) return token;
  }
  return tokenOf(summary);
}

async function spoilToken(story: Story, who: Who, how: "expired" | "garbage"): Promise<void> {
  const { bench } = story;
  if (how === "expired") return bench.google.invalidateSyncTokens(story.person(who).email);
  const stream = await story.stream(who);
  if (stream?.syncToken !== undefined)
    await bench.services().links.changeStream(stream.id, { syncToken: "no token of Google's" });
}
