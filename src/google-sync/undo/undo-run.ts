import { Users } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { GoogleError } from "../google/index.js";
import { CalendarAccess, CalendarVisits, failureText } from "../job/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";
import { Journal, isContactEffect } from "../journal/index.js";
import type { RunReport } from "../reports/index.js";
import { readBothSides, readLinks } from "./both-sides-now.js";
import type { BothSidesNow } from "./both-sides-now.js";
import { asGoogleHolds, cutOffEffects, doneItems, titleOf } from "./done-items.js";
import type { DoneItem } from "./done-items.js";
import { UndoRefusedError } from "./errors.js";
import { planUndo } from "./plan-undo.js";
import type { UndoPlan } from "./plan-undo.js";
import { putBackInGoogle } from "./put-back-in-google.js";
import { putBackInStudio } from "./put-back-in-studio.js";
import { undoContacts } from "./undo-contacts.js";
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
    @inject(Journal) private readonly journal: Journal,
    @inject(Users) private readonly users: Users,
    @inject(CalendarVisits) private readonly visits: CalendarVisits,
    @inject(CalendarAccess) private readonly access: CalendarAccess,
  ) {}

  /**
   * @throws UndoRefusedError for a run that is not kept
   * @throws VisitRefusedError for a user who is not connected or being synced
   * @throws GoogleError where a preview cannot look at the calendar
   */
  async undo(request: UndoRequest): Promise<UndoResult> {
    const { runId, isPreview, signal } = request;
    const run = await this.journal.find(runId);
    const user = run && (await this.users.findById(run.userId));
    if (user === undefined) {
      throw new UndoRefusedError(`Run ${runId} is not kept any more.`, {
        hint: 'List the runs with "spectra sync runs".',
      });
    }
    const journalAs = isPreview ? undefined : `undo-${runId}`;
    return this.visits.visit(user, { purpose: "undo", journalAs, signal }, (context, opened) =>
      this.#undo(request, context, opened),
    );
  }

  async #undo(request: UndoRequest, context: RunContext, opened: OpenCalendar): Promise<UndoResult> {
    const { runId, itemKey, isPreview } = request;
    const { report } = context;
    const all = await this.journal.effectsOf(runId);
    const effects = all.filter((effect) => !isContactEffect(effect));
    const isAsked = ({ key }: DoneItem) => itemKey === undefined || key === itemKey;
    const items = doneItems(effects)
      .filter(isAsked)
      .map((item) => asGoogleHolds(item, context.zone));
    const contactItems = doneItems(all.filter(isContactEffect)).filter(isAsked);
    for (const { isPrivate, before, after } of cutOffEffects(all)) {
      const title = titleOf({ before, after });
      report.warn("undo-unknown", "Nobody knows whether this was done: its run was cut off.", { title, isPrivate });
    }
    try {
      const now = await readBothSides(items, context);
      const planned = planUndo(items, now.nowOf);
      const done = isPreview ? planned : await carryOut(planned, now, context);
      const ofContacts = await undoContacts(contactItems, opened, context);
      const plan = { steps: [...done.steps, ...ofContacts.steps], left: [...done.left, ...ofContacts.left] };
      tellLeft(plan.left, report);
      tellNotes(plan.steps, report);
      return { plan, report: await this.#end(runId, context, undefined) };
    } catch (error) {
      if (isPreview || !(error instanceof GoogleError)) throw error;
      report.fail(error.code, failureText(error));
      await this.access.heard(context.user.id, error);
      return { plan: { steps: [], left: [] }, report: await this.#end(runId, context, "failed") };
    }
  }

  async #end(
    undone: number,
    { runId, report: builder, services: { clock } }: RunContext,
    outcome: "failed" | undefined,
  ): Promise<RunReport> {
    const report = builder.build(runId, clock.now(), outcome);
    if (runId === 0) return report;
    const summary = `Undo of run ${undone}. ${report.summary}`;
    const { endedAt } = report;
    await this.journal.end(runId, { endedAt, outcome: report.outcome, summary, report: JSON.stringify(report) });
    return { ...report, summary };
  }
}

/** @returns the plan as it came out: what changed between looking and writing is left */
async function carryOut({ steps, left }: UndoPlan, now: BothSidesNow, context: RunContext): Promise<UndoPlan> {
  const inStudio = steps.filter(({ item }) => item.side === "studio");
  const inGoogle = steps.filter(({ item }) => item.side === "google");
  const leftInStudio = await putBackInStudio(inStudio, now, context);
  const linkOf = await readLinks(context);
  const leftNow = [...leftInStudio, ...(await putBackInGoogle(inGoogle, { ...now, linkOf }, context))];
  const isLeft = new Set(leftNow.map(({ item }) => item.key));
  return { steps: steps.filter(({ item }) => !isLeft.has(item.key)), left: [...left, ...leftNow] };
}
