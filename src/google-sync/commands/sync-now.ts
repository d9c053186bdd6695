import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { SyncActions } from "../tab/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/** "Sync Now" for the person who asks, or the one an administrator names. */
@injectable()
export class SyncNowCommand implements Command {
  readonly #actions: SyncActions;
  readonly #concerned: ConcernedUsers;

  constructor(@inject(SyncActions) actions: SyncActions, @inject(ConcernedUsers) concerned: ConcernedUsers) {
    this.#actions = actions;
    this.#concerned = concerned;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const { input, signal } = call;
    const user = await this.#concerned.one(call);
    const result = await this.#actions.run(user.id, { isPreview: input["preview"] === true }, signal);
    if (result === undefined) throw new CommandRefusedError("This user does not exist any more.");
    const { report } = result;
    return {
      value: report,
      text: report.summary,
      hasFailures: report.outcome === "failed" || report.errors.length > 0,
    };
  }
}
