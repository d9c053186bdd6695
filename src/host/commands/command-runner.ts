import { Clearances } from "../../api/index.js";
import type { CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { Contributions } from "../contributions/index.js";
import { checkerOf } from "../schema-check/index.js";
import { ClearanceMissingError } from "../security/index.js";
import { InvalidInputError } from "./errors.js";

const noInput = { type: "object", additionalProperties: false };

/** Runs contributed commands for people and for the command line. */
@injectable()
export class CommandRunner {
  constructor(
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  /**
   * @throws UnknownContributionError
   * @throws ClearanceMissingError when the viewer may not; the command line (no viewer) may everything
   * @throws InvalidInputError
   */
  async run(id: string, call: CommandCall): Promise<CommandResult> {
    const { title, clearance, input = noInput } = this.contributions.commands.get(id).declaration;
    if (clearance !== undefined && call.viewer !== undefined) {
      const { area, level } = clearance;
      const isAllowed = await this.clearances.allows(call.viewer, area, level);
      if (!isAllowed) throw new ClearanceMissingError(area, level);
    }
    const problems = checkerOf(input)(call.input);
    if (problems.length > 0) throw new InvalidInputError(title, problems);
    return this.contributions.commands.use(id, (command, signal) => command.run({ ...call, signal }), call.signal);
  }
}
