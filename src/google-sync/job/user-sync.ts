import { Claims, Preferences, Progress } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { anySignal } from "../../base/watched-signal.js";
import type { PreviewedContacts } from "../contact-run/index.js";
import { GoogleError } from "../google/index.js";
import { ReportBuilder, failureText, quoted } from "../reports/index.js";
import type { RunReport } from "../reports/index.js";
import { readSyncSettings, userPage } from "../settings/index.js";
import type { SyncSettings } from "../settings/index.js";
import { CalendarAccess } from "./calendar-access.js";
import type { OpenCalendar } from "./calendar-access.js";
import { previewCalendar, runCalendar, titleSettingsOf } from "./calendar-run.js";
import type { GuardedPlan } from "./calendar-run.js";
import { confirmGroups, heldGroups } from "./confirmation.js";
import type { Confirmed } from "./confirmation.js";
import { closeEmptyQuestions } from "./hold.js";
import { lookForConflicts } from "./look-for-conflicts.js";
import { openContext } from "./open-context.js";
import { previewText } from "./preview-text.js";
import { readGoogle } from "./read-google.js";
import { RunServices } from "./run-context.js";
import type { RunContext } from "./run-context.js";
import { contactsPreviewText, failureOf, previewContactsToo, syncContactsToo } from "./user-contacts.js";
import type { UserRun } from "./user-run.js";
import { isSameZone } from "./zone-change.js";
import { holdForZone } from "./zone-hold.js";

/** What a run leaves: its report; of a preview the plan, and what became of a confirmation. */
export interface UserRunResult {
  readonly report: RunReport;
  readonly plan: GuardedPlan | undefined;
  /** What would be done about contacts, where they take part. */
  readonly contacts?: PreviewedContacts | undefined;
  readonly confirmed?: Confirmed | undefined;
}

/** One run of one user: claim, read, plan, guard, apply, report. Never throws for the user's troubles (G3). */
@injectable()
export class UserSync {
  readonly #services: RunServices;
  readonly #access: CalendarAccess;
  readonly #preferences: Preferences;
  readonly #claims: Claims;
  readonly #progress: Progress;

  constructor(
    @inject(RunServices) services: RunServices,
    @inject(CalendarAccess) access: CalendarAccess,
    @inject(Preferences) preferences: Preferences,
    @inject(Claims) claims: Claims,
    @inject(Progress) progress: Progress,
  ) {
    this.#services = services;
    this.#access = access;
    this.#preferences = preferences;
    this.#claims = claims;
    this.#progress = progress;
  }

  /** @throws only the signal's reason, when the whole job is being aborted */
  async run(run: UserRun): Promise<UserRunResult> {
    const { user, isPreview } = run;
    const report = new ReportBuilder(user.id, this.#services.clock.now(), isPreview);
    const settings = await readSyncSettings(this.#preferences, user.id);
    if (!settings.user.enabled || user.isInactive)
      return this.#skipped(report, "Google Sync is switched off for this user.");
    const claimed = await this.#claims.claim(`user/${user.id}`, isPreview ? "preview" : "sync");
    if ("held" in claimed)
      return this.#skipped(report, `Another run is at work on this user (${claimed.held.heldBy}).`);
    const signal = anySignal([run.signal, claimed.claim.signal]);
    try {
      const access = await this.#access.open(user.id, signal);
      if ("notOpened" in access) {
        report.fail(access.notOpened.code, access.notOpened.reason);
        return await this.#ended(run, report, "failed", access.notOpened.reason);
      }
      return await this.#runOpened({ ...run, signal }, settings, access.opened, report);
    } finally {
      await claimed.claim.release();
    }
  }

  async #runOpened(
    run: UserRun,
    settings: SyncSettings,
    opened: OpenCalendar,
    report: ReportBuilder,
  ): Promise<UserRunResult> {
    const { user, isPreview, jobRunId } = run;
    const { journal, clock } = this.#services;
    const runId = isPreview ? 0 : await journal.begin(user.id, jobRunId, clock.now());
    try {
      const context = await openContext({
        ...run,
        runId,
        settings,
        opened,
        report,
        services: this.#services,
        progress: this.#progress,
      });
      const hold = await holdForZone(context, run.zone);
      if (hold !== undefined) return await this.#ended(run, report, "held", hold, runId);
      if (isPreview) return await this.#previewed(context, opened, run.confirm);
      let isComplete = false;
      const failure = await failureOf(run.signal, async () => {
        isComplete = await this.#syncCalendar(context);
      });
      const contacts = await syncContactsToo(context, opened, failure, run.signal);
      if (failure !== undefined) return await this.#failed(failure, run, report, runId);
      if (isComplete && contacts.isComplete) await this.#endPopulate(user.id, settings);
      await this.#access.heard(user.id, contacts.accountTrouble);
      return await this.#ended(run, report, undefined, undefined, runId);
    } catch (error) {
      if (run.signal.aborted && !(error instanceof GoogleError)) {
        await this.#ended(run, report, "failed", "The run was stopped; the next one goes on where it ended.", runId);
        throw error;
      }
      return await this.#failed(error, run, report, runId);
    }
  }

  /** @returns whether nothing of the calendar is left for the next run */
  async #syncCalendar(context: RunContext): Promise<boolean> {
    await this.#read(context);
    // What is written from here on is meant in this zone, even if the run does not come to its end (C22).
    if (context.stream.syncZone === undefined)
      await this.#services.links.changeStream(context.stream.id, { syncZone: context.zone });
    await runCalendar(context);
    return this.#conclude(context);
  }

  /** Plans, and carries nothing out; groups somebody confirmed are approved for the next run (G1, R3). */
  async #previewed(context: RunContext, opened: OpenCalendar, confirm: UserRun["confirm"]): Promise<UserRunResult> {
    const { report, services } = context;
    await this.#read(context);
    const plan = await previewCalendar(context);
    const contacts = await previewContactsToo(context, opened);
    const confirmed =
      confirm === undefined ? undefined : await confirmGroups(heldGroups({ plan, contacts }), confirm, services);
    const summary = [
      previewText(plan),
      ...contactsPreviewText(contacts),
      ...(report.hasFailures ? ["Some items cannot be planned."] : []),
    ].join(" ");
    this.#progress.report(context.user.id, { text: summary, done: 1, total: 1, isFinished: true });
    return { report: report.build(0, services.clock.now(), undefined, summary), plan, contacts, confirmed };
  }

  /** Reads Google where the run looks at it: two-way, or once for Populate (C23). */
  async #read(context: RunContext): Promise<void> {
    const { settings, isTwoWay, stream, services, report, zone } = context;
    if (!isTwoWay && !settings.user.populateGoogle && !settings.user.populateStudio) return;
    context.progress("Reading Google", 0, undefined);
    const read = await readGoogle(context.calendar, stream, services);
    context.listed.noteListed();
    for (const event of read.unreadable) {
      const text = `${quoted(event)} in Google could not be read and is left alone: ${event.problem}`;
      report.warn("unreadable-event", text, event, event.htmlLink);
    }
    if (read.unconfirmed > 0) {
      report.warn(
        "unconfirmed",
        `${read.unconfirmed} events could not be looked at in Google; they are left as they are until the next run.`,
      );
    }
    if (!isSameZone(read.calendarZone, zone)) {
      report.warn(
        "zones-differ",
        `The Google calendar is set to ${read.calendarZone}, the studio's times are meant in ${zone}. Times stay right; set both to the same zone to see the same clock times.`,
      );
    }
  }

  /** Remembers what the run brought to an end: baselines (W6), title settings (C7). @returns whether nothing is left */
  async #conclude(context: RunContext): Promise<boolean> {
    const { services, stream, report, isTwoWay, zone } = context;
    const now = services.clock.now();
    await closeEmptyQuestions(context);
    const { all, waiting, parked } = await services.links.count(stream.id);
    const questions = (await services.questions.openOfStream(stream.id)).length;
    report.rest({ questions, waiting, parked });
    const isComplete = report.leftOver === 0 && waiting === 0;
    await services.links.changeStream(stream.id, {
      studioBaselineAt: stream.studioBaselineAt ?? now,
      ...(isTwoWay ? { googleBaselineAt: stream.googleBaselineAt ?? now } : {}),
      ...(report.leftOver === 0 ? { titleSettings: titleSettingsOf(context) } : {}),
      syncZone: zone,
      linkCount: all,
      lastSuccessAt: now,
    });
    await lookForConflicts(context);
    return isComplete;
  }

  /** W3: both boxes untick by themselves once everything populate planned is done. */
  async #endPopulate(userId: UserId, { user }: SyncSettings): Promise<void> {
    if (!user.populateGoogle && !user.populateStudio) return;
    await this.#preferences.change({ kind: "user", userId }, userPage, {
      populateGoogle: false,
      populateStudio: false,
      // Asked again the next time (K2).
      populateContacts: "ask",
    });
  }

  async #failed(error: unknown, run: UserRun, report: ReportBuilder, runId: number): Promise<UserRunResult> {
    const { logger } = this.#services;
    const text = failureText(error);
    const code = error instanceof GoogleError ? error.code : "run-failed";
    report.fail(code, text);
    logger.error("A run failed", { userId: run.user.id, runId, code });
    if (error instanceof GoogleError) await this.#access.heard(run.user.id, error);
    return this.#ended(run, report, "failed", text, runId);
  }

  #skipped(report: ReportBuilder, reason: string): UserRunResult {
    return { report: report.build(0, this.#services.clock.now(), "skipped", reason), plan: undefined };
  }

  async #ended(
    run: UserRun,
    builder: ReportBuilder,
    outcome: RunReport["outcome"] | undefined,
    reason: string | undefined,
    runId = 0,
  ): Promise<UserRunResult> {
    const { clock, journal } = this.#services;
    const report = builder.build(runId, clock.now(), outcome, reason);
    if (runId !== 0) {
      const { endedAt, summary } = report;
      await journal.end(runId, { endedAt, outcome: report.outcome, summary, report: JSON.stringify(report) });
    }
    if (!run.isPreview) await this.#mail(run, report);
    this.#progress.report(run.user.id, { text: report.summary, done: 1, total: 1, isFinished: true });
    return { report, plan: undefined };
  }

  /** Mails fail by themselves: a run that is done stays done. */
  async #mail({ user, zone }: UserRun, report: RunReport): Promise<void> {
    try {
      await this.#services.mail.afterRun({ userId: user.id, zone, report });
    } catch (failure) {
      const { runId } = report;
      this.#services.logger.error("A run could not be mailed about", {
        userId: user.id,
        runId,
        reason: messageOf(failure),
      });
    }
  }
}
