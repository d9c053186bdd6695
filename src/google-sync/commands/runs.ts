import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Journal } from "../journal/index.js";
import { ConcernedUsers } from "./concerned-users.js";

/** Runs shown at once. */
const mostRuns = 100;

/** The newest runs, of everybody or one user. */
@injectable()
export class RunsCommand implements Command {
  readonly #journal: Journal;
  readonly #concerned: ConcernedUsers;

  constructor(@inject(Journal) journal: Journal, @inject(ConcernedUsers) concerned: ConcernedUsers) {
    this.#journal = journal;
    this.#concerned = concerned;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const users = await this.#concerned.of(call);
    const initials = new Map(users.map((user) => [user.id, user.initials]));
    const only = users.length === 1 ? users[0] : undefined;
    const runs = await this.#journal.runs({ limit: mostRuns, ...(only === undefined ? {} : { userId: only.id }) });
    const value = runs
      .filter(({ userId }) => initials.has(userId))
      .map(({ id, userId, startedAt, endedAt, outcome, summary }) => ({
        id,
        user: initials.get(userId),
        startedAt: startedAt.toISOString(),
        endedAt: endedAt?.toISOString(),
        outcome: outcome ?? "running or cut off",
        summary: summary ?? "",
      }));
    const lines = value.map((run) => `${run.id}  ${run.startedAt}  ${run.user ?? ""}  ${run.outcome}  ${run.summary}`);
    return {
      value,
      text: lines.length === 0 ? "There were no runs yet." : lines.join("\n"),
      hasFailures: false,
      open: { viewId: "google-sync.runs-view", input: {} },
    };
  }
}
