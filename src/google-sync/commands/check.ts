import { Preferences } from "../../api/index.js";
import type { Command, CommandCall, CommandResult, User } from "../../api/index.js";
import { CodedError, messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { CheckRun, isRepairable, textOfFinding } from "../check/index.js";
import type { Finding } from "../check/index.js";
import { QuestionStore, isReview } from "../questions/index.js";
import { privateTitle } from "../reports/index.js";
import { readSyncSettings } from "../settings/index.js";
import { ConcernedUsers } from "./concerned-users.js";

/** A question nobody has answered yet. */
export interface Waiting {
  readonly question: number;
  readonly text: string;
  readonly items: number;
  /** The screen it is answered on; the command line answers all of them with "spectra sync answer". */
  readonly where: "Held Changes" | "Contacts to Review";
}

/** One user's part of what Check says. */
export interface CheckedUser {
  readonly user: string;
  readonly findings: readonly { readonly kind: string; readonly title: string; readonly text: string }[];
  readonly repairable: number;
  /** What rests on both sides until somebody answers: links and sides are as they should be, and yet something is to be done (G8). */
  readonly waiting: readonly Waiting[];
  /** What the run of Repair came to. */
  readonly repair: string | undefined;
  /** Why this user could not be looked at. */
  readonly problem: string | undefined;
}

/** `spectra sync check [--user INITIALS] [--repair]` (R5). One user who cannot be checked never stops the others. */
@injectable()
export class CheckCommand implements Command {
  constructor(
    @inject(CheckRun) private readonly checks: CheckRun,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(ConcernedUsers) private readonly concerned: ConcernedUsers,
    @inject(QuestionStore) private readonly questions: QuestionStore,
  ) {}

  async run(call: CommandCall): Promise<CommandResult> {
    const { input, viewer, signal } = call;
    const value: CheckedUser[] = [];
    for (const user of await this.concerned.of(call)) {
      const isEnabled = (await readSyncSettings(this.preferences, user.id)).user.enabled;
      // Users for whom Google Sync is off are no news, unless one was asked for by name.
      if (!isEnabled && typeof input["user"] !== "string") continue;
      value.push(await this.#check(user, input["repair"] === true, user.id === viewer, signal));
    }
    return {
      value,
      text: value.length === 0 ? "No user has Google Sync switched on." : value.flatMap(linesOf).join("\n"),
      hasFailures: value.some(({ findings, problem }) => problem !== undefined || findings.length > 0),
      open: { viewId: "google-sync.check-view", input: {} },
    };
  }

  async #check(user: User, isRepair: boolean, isOwner: boolean, signal: AbortSignal): Promise<CheckedUser> {
    const { initials } = user;
    try {
      const { findings, report } = isRepair
        ? await this.checks.repair(user.id, signal)
        : { findings: await this.checks.check(user.id, signal), report: undefined };
      const repairable = findings.filter(isRepairable).length;
      const shown = findings.map((finding) => shownFinding(finding, isOwner));
      const waiting = await this.#waiting(user);
      return { user: initials, findings: shown, repairable, waiting, repair: report?.summary, problem: undefined };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      const waiting = await this.#waiting(user);
      return { user: initials, findings: [], repairable: 0, waiting, repair: undefined, problem: messageOf(error) };
    }
  }

  async #waiting({ id }: User): Promise<readonly Waiting[]> {
    const open = await this.questions.open(id);
    return open.map((question) => ({
      question: question.id,
      text: question.text,
      items: question.itemCount,
      where: isReview(question.kind) ? "Contacts to Review" : "Held Changes",
    }));
  }
}

/** C8: administrators too read nothing of a private item. */
function shownFinding(finding: Finding, isOwner: boolean): CheckedUser["findings"][number] {
  const { kind, title, isPrivate, drift } = finding;
  const isHidden = isPrivate && !isOwner;
  const values = drift === undefined || isHidden ? "" : ` Studio: "${drift.studio}", Google: "${drift.google}".`;
  return { kind, title: isHidden ? privateTitle : title, text: `${textOfFinding(finding)}${values}` };
}

function linesOf(checked: CheckedUser): readonly string[] {
  return [...linesOfFindings(checked), ...linesOfWaiting(checked)];
}

function linesOfFindings({ user, findings, repairable, waiting, repair, problem }: CheckedUser): readonly string[] {
  if (problem !== undefined) return [`${user}: could not be checked. ${problem}`];
  if (findings.length === 0) {
    return [waiting.length === 0 ? `${user}: everything is consistent.` : `${user}: nothing is inconsistent.`];
  }
  const count = findings.length === 1 ? "1 inconsistency" : `${findings.length} inconsistencies`;
  const end =
    repair ?? (repairable > 0 ? "Nothing was changed; Repair puts up what can be mended to the next run." : "");
  return [
    `${user}: ${count}. ${end}`.trim(),
    ...findings.map(({ kind, title, text }) => `  ${kind.padEnd(14)} "${title}": ${text}`),
  ];
}

function linesOfWaiting({ waiting }: CheckedUser): readonly string[] {
  if (waiting.length === 0) return [];
  return [
    `  ${waitingText(waiting)}`,
    ...waiting.map(
      ({ question, text, where }) =>
        `  ${"waiting".padEnd(14)} ${text} Maintenance > Google Sync > ${where}, or "spectra sync answer ${question}".`,
    ),
  ];
}

/** How much waits, in a sentence. */
function waitingText(waiting: readonly Waiting[]): string {
  const items = waiting.reduce((sum, one) => sum + one.items, 0);
  const what = items === 1 ? "1 item waits" : `${items} items wait`;
  const answers = waiting.length === 1 ? "an answer" : `the answers to ${waiting.length} questions`;
  return `${what} for ${answers} and ${items === 1 ? "rests" : "rest"} on both sides until then.`;
}
