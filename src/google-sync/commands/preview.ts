import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { confirmationOf, confirmedText, groupTexts, heldGroups, planLines, readConfirmation } from "../job/index.js";
import { groupedLines, privateTitle } from "../reports/index.js";
import type { PlanLine } from "../reports/index.js";
import { SyncActions } from "../tab/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/** `spectra sync preview --user INITIALS [--confirm GROUPS]`: what the next run would do, and "Apply" said in advance (R3, G1). */
@injectable()
export class PreviewCommand implements Command {
  readonly #actions: SyncActions;
  readonly #concerned: ConcernedUsers;

  constructor(@inject(SyncActions) actions: SyncActions, @inject(ConcernedUsers) concerned: ConcernedUsers) {
    this.#actions = actions;
    this.#concerned = concerned;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const { input, viewer, signal } = call;
    const user = await this.#concerned.one(call);
    const confirm = typeof input["confirm"] === "string" ? readConfirmation(input["confirm"]) : undefined;
    const result = await this.#actions.run(user.id, { isPreview: true, confirm }, signal);
    if (result === undefined) throw new CommandRefusedError("This user does not exist any more.");
    const { report, plan, confirmed } = result;
    const held = heldGroups(result);
    const groups = groupTexts(held);
    const confirmation = groups.length === 0 ? undefined : confirmationOf(held);
    const lines =
      plan === undefined ? [] : planLines(plan, result.contacts).map((line) => shown(line, user.id === viewer));
    const isToAsk = confirmation !== undefined && confirmed === undefined;
    return {
      value: {
        user: user.initials,
        outcome: report.outcome,
        summary: report.summary,
        lines,
        held: held.map(({ question, keys, why }) => ({ question, items: keys.length, why })),
        confirmation,
        approved: confirmed?.approved ?? 0,
        warnings: report.warnings.map(({ text }) => text),
        errors: report.errors.map(({ text }) => text),
      },
      text: [
        report.summary,
        ...(confirmed === undefined ? [...textOfLines(lines), ...groups] : [confirmedText(confirmed)]),
        ...(isToAsk
          ? [`To apply them at the next run: spectra sync preview --user ${user.initials} --confirm ${confirmation}`]
          : []),
      ].join("\n"),
      open: { viewId: "google-sync.preview-view", input: { user: user.initials } },
      hasFailures: report.outcome === "failed" || report.errors.length > 0 || (confirmed?.grown.length ?? 0) > 0,
    };
  }
}

/** C8: administrators too read nothing of a private item. */
function shown(line: PlanLine, isOwner: boolean): PlanLine {
  return line.isPrivate && !isOwner ? { ...line, title: privateTitle, before: "", after: "" } : line;
}

function textOfLines(lines: readonly PlanLine[]): readonly string[] {
  return groupedLines(lines).flatMap(({ group, lines: ofGroup }) => [
    `${group} (${ofGroup.length}):`,
    ...ofGroup.map(({ title, before, after }) => `  "${title}": ${changeText(before, after)}`),
  ]);
}

function changeText(before: string, after: string): string {
  return before !== "" && after !== "" ? `${before} → ${after}` : before || after;
}
