import { Clearances } from "../../api/index.js";
import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { shownField, shownFieldName } from "../contacts/index.js";
import { Journal } from "../journal/index.js";
import { privateTitle } from "../reports/index.js";
import { UndoRun, textOfLeft, titleOf } from "../undo/index.js";
import type { LeftAsIs, UndoPlan, UndoStep } from "../undo/index.js";
import { CommandRefusedError } from "./concerned-users.js";

/** `spectra sync undo RUN [--preview]` and "Undo This Run" (R2). */
@injectable()
export class UndoCommand implements Command {
  constructor(
    @inject(UndoRun) private readonly undo: UndoRun,
    @inject(Journal) private readonly journal: Journal,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  async run({ input, viewer, signal }: CommandCall): Promise<CommandResult> {
    const runId = Number(input["run"]);
    if (!Number.isInteger(runId)) {
      throw new CommandRefusedError(`"${String(input["run"])}" is not the number of a run.`, {
        hint: 'List them with "spectra sync runs".',
      });
    }
    const owner = (await this.journal.find(runId))?.userId;
    const isOwner = viewer !== undefined && viewer === owner;
    if (viewer !== undefined && !isOwner && !(await this.clearances.allows(viewer, "Users", "add-modify"))) {
      throw new CommandRefusedError("Only administrators undo other users' runs.");
    }
    const isPreview = input["preview"] === true;
    const itemKey = typeof input["item"] === "string" ? input["item"] : undefined;
    const { plan, report } = await this.undo.undo({ runId, itemKey, isPreview, signal });
    const steps = plan.steps.map((step) => shownStep(step, isOwner));
    const left = plan.left.map((one) => shownLeft(one, isOwner));
    const notes = report.warnings.filter(({ code }) => code !== "left-as-is").map(({ text }) => text);
    return {
      value: { run: runId, isPreview, undoRun: report.runId, outcome: report.outcome, steps, left, notes },
      text: [
        headline(plan, isPreview, report.summary),
        ...steps.map(lineOf),
        ...left.map(lineOf),
        ...new Set(notes),
      ].join("\n"),
      hasFailures: report.outcome === "failed",
      open: isPreview
        ? {
            viewId: "google-sync.undo-view",
            input: { run: runId, ...(itemKey === undefined ? {} : { item: itemKey }) },
          }
        : { viewId: "google-sync.run-view", input: { run: report.runId } },
    };
  }
}

/** A step as the command line and the preview show it. */
interface Shown {
  readonly item: string;
  readonly what: string;
}

const stepWords: Readonly<Record<UndoStep["kind"], Readonly<Record<"studio" | "google", string>>>> = {
  remove: { studio: "taken off the studio's schedule", google: "deleted in Google" },
  "set-back": { studio: "set back in the studio", google: "set back in Google" },
  "bring-back": { studio: "restored in the studio", google: "made again in Google" },
};

function shownStep(step: UndoStep, isOwner: boolean): Shown {
  const { item, kind } = step;
  const what = stepWords[kind][item.side];
  const isHidden = item.isPrivate && !isOwner;
  const fields = kind === "set-back" && !isHidden ? `: ${changesOf(step)}` : "";
  return { item: shownTitle(item, isOwner), what: `${what}${fields}` };
}

function changesOf({ item, fields }: Extract<UndoStep, { kind: "set-back" }>): string {
  return Object.entries(fields)
    .map(
      ([field, value]) => `${shownFieldName(field)} ${inQuotes(field, item.after[field])} → ${inQuotes(field, value)}`,
    )
    .join(", ");
}

function inQuotes(field: string, value = ""): string {
  return value === "" ? "nothing" : `"${shownField(field, value)}"`;
}

function shownLeft(left: LeftAsIs, isOwner: boolean): Shown {
  return { item: shownTitle(left.item, isOwner), what: textOfLeft(left) };
}

/** C8: administrators too read nothing of a private item. */
function shownTitle(item: UndoStep["item"], isOwner: boolean): string {
  return item.isPrivate && !isOwner ? privateTitle : titleOf(item);
}

function lineOf({ item, what }: Shown): string {
  return `  "${item}": ${what}`;
}

function headline({ steps, left }: UndoPlan, isPreview: boolean, summary: string): string {
  if (!isPreview) return summary;
  if (steps.length === 0 && left.length === 0) return "There is nothing to undo.";
  return `${steps.length} would be put back, ${left.length} left as they are. Nothing has been changed yet.`;
}
