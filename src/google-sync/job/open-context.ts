import type { Progress } from "../../api/index.js";
import { addMonths, dayOf, startOf, wallTimeAt } from "../../base/wall-time.js";
import type { Stream, StreamChange } from "../links/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { SyncSettings } from "../settings/index.js";
import type { OpenCalendar } from "./calendar-access.js";
import { ListedCalendar } from "./listed-calendar.js";
import type { RunClearances, RunContext, RunServices } from "./run-context.js";
import type { UserRun } from "./user-run.js";
import { zoneOf } from "./zone-change.js";

/** What a run knows before it begins. */
export interface RunStart extends UserRun {
  readonly runId: number;
  readonly settings: SyncSettings;
  readonly opened: OpenCalendar;
  readonly report: ReportBuilder;
  readonly services: RunServices;
  readonly progress: Progress;
}

/** Finds or makes the stream, and everything else that holds for the whole run. */
export async function openContext(start: RunStart): Promise<RunContext> {
  const { user, settings, opened, report, services, runId, signal } = start;
  const isTwoWay = settings.user.sendAppointments;
  const stream = await openStream(start);
  const zone = zoneOf(stream, start.zone);
  const now = services.clock.now();
  const nowWallTime = wallTimeAt(now, zone);
  const { guid } = await services.studio.facts();
  const maySeeClients = await services.clearances.allows(user.id, "Clients", "view");
  return {
    services,
    runId,
    user,
    studioGuid: guid,
    stream,
    settings,
    clearances: await clearancesOf(start),
    canon: {
      zone,
      limits: services.schedule.limits,
      template: settings.company.titleTemplate,
      sendsPhone: settings.company.sendPhone,
      sendsNotes: settings.company.sendNotes,
      maySeeClients,
    },
    zone,
    nowWallTime,
    windowStart: startOf(addMonths(dayOf(nowWallTime), -settings.company.populateMonths)),
    isTwoWay,
    isFirstTwoWay: isTwoWay && stream.googleBaselineAt === undefined && stream.lastSuccessAt !== undefined,
    calendar: opened.calendar,
    listed: new ListedCalendar(opened.calendar, stream.calendarId),
    report,
    signal,
    progress(text, done, total) {
      start.progress.report(user.id, { text, done, total, isFinished: false });
    },
  };
}

async function openStream({ user, settings, opened, services, isPreview, report }: RunStart): Promise<Stream> {
  const { links, clock } = services;
  const now = clock.now();
  const found = await links.findStream(user.id, opened.accountSub, opened.calendarId);
  const stream = found ?? (await links.createStream(user.id, opened.accountSub, opened.calendarId, now));
  const isLost = stream.linkCount > 0 && !(await links.hasAny(stream.id));
  if (isLost) report.warn("links-lost", linksLostText);
  const change = changeAtStart(stream, settings.user.sendAppointments, isLost, now);
  // A look at what would happen changes nothing of it (R3, R5); but what it reads would hide from the run that the links were lost.
  const isKept = !isPreview || isLost;
  if (Object.keys(change).length > 0 && isKept) await links.changeStream(stream.id, change);
  return { ...stream, ...change };
}

const linksLostText =
  "What Google Sync had recorded about this calendar is gone, so what is there now counts as known from before and nothing travels because of it. " +
  'Run "Check and Repair" to tie appointments and events together again.';

function changeAtStart(stream: Stream, isTwoWay: boolean, isLost: boolean, now: Date): StreamChange {
  // W6: a lost baseline is taken anew, and nothing travels because of it.
  const anew: StreamChange = isLost
    ? { enabledAt: now, studioBaselineAt: undefined, googleBaselineAt: undefined, syncToken: undefined, linkCount: 0 }
    : {};
  if (!isTwoWay) {
    return stream.twoWaySince === undefined ? anew : { ...anew, twoWaySince: undefined, googleBaselineAt: undefined };
  }
  if (stream.twoWaySince !== undefined && !isLost) return anew;
  // Ticked together with "Enable Google Sync" it counts from then on, else from now (P7).
  return { ...anew, twoWaySince: stream.lastSuccessAt === undefined && !isLost ? stream.enabledAt : now };
}

async function clearancesOf({ user, services: { clearances } }: RunStart): Promise<RunClearances> {
  const areaOf = async (area: "Appointments" | "Sessions") => {
    const level = await clearances.levelOf(user.id, area);
    const mayRemove = level === "delete";
    const mayChange = mayRemove || level === "add-modify";
    return { mayView: mayChange || level === "view", mayChange, mayRemove };
  };
  return { appointments: await areaOf("Appointments"), sessions: await areaOf("Sessions") };
}
