import { fieldsWrittenToGoogle, movedByMinutes } from "../calendar/index.js";
import type { LeftOutReason } from "../calendar/index.js";
import { guardPlan, isAnswer, plan } from "../engine/index.js";
import type { Action, GuardedItem, GuardedPlanOf } from "../engine/index.js";
import { calendarLimits } from "../settings/index.js";
import { isBookkeeping, keepBooks } from "./bookkeeping.js";
import { reportBroken } from "./broken-item.js";
import { gatherTwins } from "./gather-twins.js";
import { gather } from "./gather.js";
import type { Gathered } from "./gather.js";
import { writesGoogle } from "./google-task.js";
import { ask, questionOfItem, questionsOfGroups } from "./hold.js";
import { lookAtSeries } from "./look-at-series.js";
import { giveNotice } from "./notices.js";
import { isStillHeld, release } from "./release.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";
import { writeGoogle } from "./write-google.js";
import { writeStudio, writesStudio } from "./write-studio.js";

/** How often items that changed under our hands are planned anew in one run (G9, K9). */
const mostPasses = 5;

/** A plan that has passed the guards. */
export type GuardedPlan = GuardedPlanOf<RunItem>;

/**
 * Plans and applies until both sides are in step: what has changed → pairs → plan → guards →
 * questions, studio, Google. Items that changed meanwhile are planned anew in another pass.
 */
export async function runCalendar(context: RunContext): Promise<void> {
  let onlyKeys: ReadonlySet<string> | undefined;
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const { items, broken } = await findItems(context, onlyKeys);
    await reportBroken(broken, context);
    if (items.length === 0) return;
    onlyKeys = await apply(await makePlan(items, context), items, context);
    if (onlyKeys.size === 0) return;
  }
  context.report.leaveOver(onlyKeys?.size ?? 0, {
    code: "changed-meanwhile",
    text: "Some items changed again and again, or were refused, while they were synced; the next run goes on with them.",
  });
}

/** The plan the next run would execute; writes nothing (R3). */
export async function previewCalendar(context: RunContext): Promise<GuardedPlan> {
  const { items, broken } = await findItems(context, undefined);
  await reportBroken(broken, context);
  return makePlan(items, context);
}

async function findItems(context: RunContext, onlyKeys: ReadonlySet<string> | undefined): Promise<Gathered> {
  const { services, stream, settings, isTwoWay } = context;
  const { populateGoogle, populateStudio, downloadTentative } = settings.user;
  const isPopulating = populateGoogle || populateStudio;
  const readsGoogle = isTwoWay || isPopulating;
  const found = await services.links.candidates({
    stream,
    now: services.clock.now(),
    withStudioBaseline: isPopulating,
    withGoogleBaseline: isPopulating,
    leftOutReasons: isTwoWay ? reasonsGone(downloadTentative, context) : [],
    withAllLinked: context.isFirstTwoWay || stream.titleSettings !== titleSettingsOf(context),
    readsGoogle,
    answerableQuestionIds: (await services.questions.openOfStream(stream.id))
      .filter(({ kind }) => kind === "deleted-in-google" || kind === "unknown-entry")
      .map(({ id }) => id),
  });
  const candidates = readsGoogle ? found : await lookAtSeries(found, context);
  // One way, what is known of Google's side may be long out of date (C23).
  const find = readsGoogle ? gatherTwins : gather;
  if (onlyKeys === undefined) return find(candidates, context);
  const links = candidates.links.filter(
    ({ id, entryId }) => onlyKeys.has(`link ${id}`) || onlyKeys.has(`entry ${entryId}`),
  );
  const newEntryIds = candidates.newEntryIds.filter((id) => onlyKeys.has(`entry ${id}`));
  return find({ links, newEntryIds }, context);
}

/** Why events were left out that would come in by now (P7, X1). */
function reasonsGone(downloadsTentative: boolean, { clearances }: RunContext): readonly LeftOutReason[] {
  return [
    ...(downloadsTentative ? (["tentative", "unanswered"] as const) : []),
    ...(clearances.appointments.mayChange ? (["not-allowed"] as const) : []),
  ];
}

/** What linked titles and notes are made from; when it differs, all linked events are looked at (C7). */
export function titleSettingsOf({ canon }: RunContext): string {
  return JSON.stringify([canon.template, canon.sendsPhone, canon.sendsNotes, canon.maySeeClients]);
}

async function makePlan(items: readonly RunItem[], context: RunContext): Promise<GuardedPlan> {
  const { services, stream, settings, isTwoWay, nowWallTime } = context;
  const byKey = new Map(items.map((item) => [item.pair.key, item]));
  const { populateGoogle, populateStudio } = settings.user;
  const actions = plan(
    items.map(({ pair }) => pair),
    { isTwoWay, populateGoogle, populateStudio },
  )
    .filter((action) => !isStillHeld(action, byKey.get(action.key)))
    .map(asWritten);
  return guardPlan(actions, byKey, {
    guarded: (item, action) => guardedItem(item, action, context),
    totals: await services.links.totals(stream.id, nowWallTime),
    limits: calendarLimits(settings.company),
    isNewlyTwoWay: () => context.isFirstTwoWay,
  });
}

/** What is said to be made in Google is what is sent there (R1, R3). */
function asWritten(action: Action): Action {
  if (action.kind !== "create-in-google") return action;
  const fields = fieldsWrittenToGoogle(action.fields);
  return fields === action.fields ? action : { ...action, fields };
}

function guardedItem(item: RunItem | undefined, action: Action | undefined, { nowWallTime }: RunContext): GuardedItem {
  const endsAt = item?.link?.endsAt ?? whenOf(item)?.split("/")[1];
  const directive = item?.pair.directive;
  return {
    isToCome: endsAt !== undefined && endsAt > nowWallTime.slice(0, endsAt.length),
    repeat: item?.link?.repeatId === undefined ? undefined : `repeat ${item.link.repeatId}`,
    // Another zone's clock times are no answer to what else happened meanwhile (C22).
    isApproved: isAnswer(directive) || (directive !== undefined && action?.kind === "change"),
    moved: movedBy(item, action),
  };
}

function whenOf(item: RunItem | undefined): string | undefined {
  if (item?.pair.studio.kind === "present") return item.pair.studio.fields["when"];
  return item?.pair.google.kind === "present" ? item.pair.google.fields["when"] : undefined;
}

function movedBy(item: RunItem | undefined, action: Action | undefined): GuardedItem["moved"] {
  if (action?.kind !== "change" || item?.pair.studio.kind !== "present" || item.pair.google.kind !== "present")
    return undefined;
  const studio = item.pair.studio.fields["when"] ?? "";
  const google = item.pair.google.fields["when"] ?? "";
  if (action.toStudio["when"] !== undefined) return { side: "studio", minutes: movedByMinutes(studio, google) };
  return action.toGoogle["when"] === undefined
    ? undefined
    : { side: "google", minutes: movedByMinutes(google, studio) };
}

/** @returns keys of items to plan again */
async function apply(
  { planned, held }: GuardedPlan,
  items: readonly RunItem[],
  context: RunContext,
): Promise<ReadonlySet<string>> {
  const byKey = new Map(items.map((item) => [item.pair.key, item]));
  const itemOf = (key: string) => {
    const item = byKey.get(key);
    if (item === undefined) throw new Error(`The plan names an unknown item: ${key}`);
    return item;
  };
  await release(planned, context);
  const told = await giveNotice(planned, context);
  for (const { action } of planned) if (action.kind === "leave-out") context.report.leaveOut(action.reason);
  const single = planned.flatMap(({ action, item }) =>
    action.kind === "ask" ? [questionOfItem(action.question, item)] : [],
  );
  await ask([...questionsOfGroups(held, itemOf), ...single], context);
  await keepBooks(planned.filter(isBookkeeping), context);
  await rememberTold(told, itemOf, context);
  const { planAgain, failed } = await writeStudio(planned.filter(writesStudio), context);
  const again = new Set(planAgain);
  // Google's half of a plan whose studio half was not written must not be: both would count as agreed.
  const isWritten = ({ pair }: RunItem) => !planAgain.has(pair.key) && !failed.has(pair.key);
  const forGoogle = planned.filter(writesGoogle).filter(({ item }) => isWritten(item));
  for (const key of await writeGoogle(forGoogle, context)) again.add(key);
  return again;
}

async function rememberTold(
  told: ReadonlyMap<string, "series" | "not-editable" | "guests" | "tentative">,
  itemOf: (key: string) => RunItem,
  { services }: RunContext,
): Promise<void> {
  if (told.size === 0) return;
  await services.unitOfWork.run(async (transaction) => {
    for (const [key, once] of told) {
      const { link } = itemOf(key);
      if (link !== undefined) await services.links.change(link.id, { told: [...link.told, once] }, transaction);
    }
  });
}
