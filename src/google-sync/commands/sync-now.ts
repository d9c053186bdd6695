import { Users } from "../../api/index.js";
import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { SyncActions } from "../tab/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/** "Sync Now" for the person who asks, or the one an administrator names. */
@injectable()
export class SyncNowCommand implements Command {
  readonly #actions: SyncActions;
  readonly #concerned: ConcernedUsers;
  readonly #users: Users;

  constructor(
    @inject(SyncActions) actions: SyncActions,
    @inject(ConcernedUsers) concerned: ConcernedUsers,
    @inject(Users) users: Users,
  ) {
    this.#actions = actions;
    this.#concerned = concerned;
    this.#users = users;
  }

  async run(call: CommandCall): Promise<CommandResult> {
    const { input, viewer, signal } = call;
    const self = viewer === undefined ? undefined : await this.#users.findById(viewer);
    const [user] = typeof input["user"] === "string" ? await this.#concerned.of(call) : [self];
    if (user === undefined) throw new CommandRefusedError("Whose calendar? Name the user by initials.");
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
