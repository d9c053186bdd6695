import { Preferences } from "../../api/index.js";
import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { Journal } from "../journal/index.js";
import { QuestionStore } from "../questions/index.js";
import { readSyncSettings } from "../settings/index.js";
import { ConcernedUsers } from "./concerned-users.js";

/** How each user's sync stands: connection, last run, what waits. */
@injectable()
export class StatusCommand implements Command {
  readonly #accounts: AccountStore;
  readonly #journal: Journal;
  readonly #questions: QuestionStore;
  readonly #preferences: Preferences;
  readonly #concerned: ConcernedUsers;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(Journal) journal: Journal,
    @inject(QuestionStore) questions: QuestionStore,
    @inject(Preferences) preferences: Preferences,
    @inject(ConcernedUsers) concerned: ConcernedUsers,
  ) {
    this.#accounts = accounts;
    this.#journal = journal;
    this.#questions = questions;
    this.#preferences = preferences;
    this.#concerned = concerned;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const open = await this.#questions.open();
    const value = [];
    for (const { id, initials } of await this.#concerned.of(call)) {
      const account = await this.#accounts.find(id);
      const { user } = await readSyncSettings(this.#preferences, id);
      const [run] = await this.#journal.runs({ userId: id, limit: 1 });
      value.push({
        user: initials,
        isEnabled: user.enabled,
        account: account?.email ?? "",
        state: account === undefined ? "not connected" : account.isConfirmed ? account.state : "not confirmed",
        lastRun: run?.startedAt.toISOString() ?? "",
        outcome: run?.outcome ?? "",
        summary: run?.summary ?? "",
        held: open.filter(({ userId }) => userId === id).length,
      });
    }
    const lines = value.map(
      (row) =>
        `${row.user.padEnd(6)} ${row.isEnabled ? "on " : "off"}  ${row.state.padEnd(22)} ${row.account}  ${row.summary}`,
    );
    return {
      value,
      text: lines.join("\n"),
      hasFailures: false,
      open: { viewId: "google-sync.status-view", input: {} },
    };
  }
}
