import { Claims, Preferences, Progress, Studio, Users } from "../../api/index.js";
import type { User } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { GoogleError } from "../google/index.js";
import { CalendarAccess, RunServices, failureText, openContext } from "../job/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";
import type { Run } from "../journal/index.js";
import { ReportBuilder } from "../reports/index.js";
import type { RunReport } from "../reports/index.js";
import { processorId, readSyncSettings } from "../settings/index.js";
import { readBothSides, readLinks } from "./both-sides-now.js";
import { cutOffEffects, doneItems } from "./done-items.js";
import { UndoRefusedError } from "./errors.js";
import { planUndo } from "./plan-undo.js";
import type { UndoPlan } from "./plan-undo.js";
import { putBackInGoogle } from "./put-back-in-google.js";
import { putBackInStudio } from "./put-back-in-studio.js";
import { tellLeft, tellNotes } from "./undo-report.js";

/** Which run to undo, all of it or one item. */
export interface UndoRequest {
  readonly runId: number;
  /** `DoneItem.key`; everything the run did when left out. */
  readonly itemKey?: string | undefined;
  readonly isPreview: boolean;
  readonly signal: AbortSignal;
}

/** What Undo would do, or did. */
export interface UndoResult {
  readonly plan: UndoPlan;
  readonly report: RunReport;
}

/**
 * "Undo This Run" (R2): puts both sides back where they have not changed since, and lists what
 * has. It is a run itself, with a journal, so that it can be undone too; the guards do not
 * hold it, since a person saw its preview.
 */
@injectable()
export class UndoRun {
  constructor(
    @inject(RunServices) private readonly services: RunServices,
    @inject(CalendarAccess) private readonly access: CalendarAccess,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(Claims) private readonly claims: Claims,
    @inject(Progress) private readonly progress: Progress,
    @inject(Users) private readonly users: Users,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /**
   * @throws UndoRefusedError for a run that is not kept, a user who is not connected or being synced
   * @throws GoogleError where a preview cannot look at the calendar
   */
  async undo(request: UndoRequest): Promise<UndoResult> {
    const run = await this.services.journal.find(request.runId);
    const user = run && (await this.users.findById(run.userId));
    if (run === undefined || user === undefined) {
      throw new UndoRefusedError(`Run ${request.runId} is not kept any more.`, {
        hint: 'List the runs with "spectra sync runs".',
      });
    }
    const claimed = await this.claims.claim(`user/${user.id}`, request.isPreview ? "preview" : "undo");
    if ("held" in claimed) {
      throw new UndoRefusedError(`Another run is at work on this user (${claimed.held.heldBy}).`, {
        hint: "Try again when it has ended.",
      });
    }
    try {
      const signal = AbortSignal.any([request.signal, claimed.claim.signal]);
      const access = await this.access.open(user.id, signal);
      if ("notOpened" in access) throw new UndoRefusedError(access.notOpened.reason);
      return await this.#undo(run, user, access.opened, { ...request, signal });
    } finally {
      await claimed.claim.release();
    }
  }

  async #undo(run: Run, user: User, opened: OpenCalendar, request: UndoRequest): Promise<UndoResult> {
    const { services } = this;
    const { isPreview, signal } = request;
    const effects = await services.journal.effectsOf(run.id);
    const items = doneItems(effects).filter(({ key }) => request.itemKey === undefined || key === request.itemKey);
    const jobRunId = `undo-${run.id}`;
    const report = new ReportBuilder(user.id, services.clock.now(), isPreview);
    const runId = isPreview ? 0 : await services.journal.begin(user.id, jobRunId, services.clock.now());
    const context = await openContext({
      user,
      jobRunId,
      zone: await this.studio.syncZone(processorId),
      isPreview,
      signal,
      runId,
      settings: await readSyncSettings(this.preferences, user.id),
      opened,
      report,
      services,
      progress: this.progress,
    });
    for (const { isPrivate, before, after } of cutOffEffects(effects)) {
      const title = before["title"] ?? after["title"] ?? "";
      report.warn("undo-unknown", "Nobody knows whether this was done: its run was cut off.", { title, isPrivate });
    }
    try {
      const now = await readBothSides(items, context);
      const planned = planUndo(items, now.nowOf);
      const plan = isPreview ? planned : await this.#carryOut(planned, now, context);
      tellLeft(plan.left, report);
      tellNotes(plan.steps, report);
      return { plan, report: await this.#end(run.id, runId, report, undefined) };
    } catch (error) {
      if (isPreview || !(error instanceof GoogleError)) throw error;
      report.fail(error.code, failureText(error));
      await this.access.heard(user.id, error);
      return { plan: { steps: [], left: [] }, report: await this.#end(run.id, runId, report, "failed") };
    }
  }

  async #carryOut(
    { steps, left }: UndoPlan,
    now: Awaited<ReturnType<typeof readBothSides>>,
    context: RunContext,
  ): Promise<UndoPlan> {
    const inStudio = steps.filter(({ item }) => item.side === "studio");
    const inGoogle = steps.filter(({ item }) => item.side === "google");
    const leftInStudio = await putBackInStudio(inStudio, now, context);
    const linkOf = await readLinks(context);
    const leftNow = [...leftInStudio, ...(await putBackInGoogle(inGoogle, { ...now, linkOf }, context))];
    const isLeft = new Set(leftNow.map(({ item }) => item.key));
    return { steps: steps.filter(({ item }) => !isLeft.has(item.key)), left: [...left, ...leftNow] };
  }

  async #end(undone: number, runId: number, builder: ReportBuilder, outcome: "failed" | undefined): Promise<RunReport> {
    const { clock, journal } = this.services;
    const report = builder.build(runId, clock.now(), outcome);
    if (runId === 0) return report;
    const summary = `Undo of run ${undone}. ${report.summary}`;
    await journal.end(runId, {
      endedAt: report.endedAt,
      outcome: report.outcome,
      summary,
      report: JSON.stringify(report),
    });
    return { ...report, summary };
  }
}
