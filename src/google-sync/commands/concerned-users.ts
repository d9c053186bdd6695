import { Clearances, Users } from "../../api/index.js";
import type { CommandCall, User } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";

/** A command was asked for something it cannot give. */
export class CommandRefusedError extends CodedError {
  readonly code = "command-refused";
}

/** Whom a command is about, and whether the caller may ask (P4). */
@injectable()
export class ConcernedUsers {
  readonly #users: Users;
  readonly #clearances: Clearances;

  constructor(@inject(Users) users: Users, @inject(Clearances) clearances: Clearances) {
    this.#users = users;
    this.#clearances = clearances;
  }

  /**
   * The user named by initials; everybody for an administrator or the command line, else oneself.
   * @throws CommandRefusedError for unknown initials, or somebody else's
   */
  async of({ input, viewer }: CommandCall): Promise<readonly User[]> {
    const initials = input["user"];
    const isAdministrator = viewer === undefined || (await this.#clearances.allows(viewer, "Users", "add-modify"));
    if (typeof initials !== "string") {
      const users = await this.#users.list();
      return isAdministrator ? users : users.filter(({ id }) => id === viewer);
    }
    const user = await this.#users.findByInitials(initials);
    if (user === undefined) throw new CommandRefusedError(`There is no user with the initials "${initials}".`);
    if (!isAdministrator && user.id !== viewer)
      throw new CommandRefusedError("Only administrators see other users' sync.");
    return [user];
  }

  /**
   * The one user named by initials, else the person who asks.
   * @throws CommandRefusedError as `of`, and where the command line names nobody
   */
  async one(call: CommandCall): Promise<User> {
    const { input, viewer } = call;
    const self = viewer === undefined ? undefined : await this.#users.findById(viewer);
    const [user] = typeof input["user"] === "string" ? await this.of(call) : [self];
    if (user !== undefined) return user;
    throw new CommandRefusedError("Whose calendar?", { hint: "Name the user by initials, with --user." });
  }
}
