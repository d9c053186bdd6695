import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { SendContactAgain, SyncAgain, UseOtherContactValue, UseOtherValue } from "../again/index.js";
import type { ChosenSide } from "../again/index.js";
import { CommandRefusedError } from "./concerned-users.js";
import { clientOf, recordOf } from "./record-of.js";

/** `spectra sync again`: "Sync again" and "Try again" of one record (R2, G3), "Send again" of a client (K3). */
@injectable()
export class SyncAgainCommand implements Command {
  constructor(
    @inject(SyncAgain) private readonly again: SyncAgain,
    @inject(SendContactAgain) private readonly contacts: SendContactAgain,
  ) {}

  async run({ input, viewer }: CommandCall): Promise<CommandResult> {
    const client = clientOf(input);
    if (client !== undefined) {
      const told = await this.contacts.send(client.id, viewer);
      return { value: told, text: told.join("\n"), hasFailures: false };
    }
    const record = recordOf(input, "spectra sync again --appointment 17");
    const lines = await this.again.again(record, viewer, sideOf(input["use"]));
    return { value: lines, text: lines.join("\n"), hasFailures: false };
  }
}

/** "Use the other value" of a conflict of two edits (C15). */
@injectable()
export class UseValueCommand implements Command {
  constructor(
    @inject(UseOtherValue) private readonly other: UseOtherValue,
    @inject(UseOtherContactValue) private readonly ofClients: UseOtherContactValue,
  ) {}

  async run({ input, viewer }: CommandCall): Promise<CommandResult> {
    const client = clientOf(input);
    const record = client ?? recordOf(input, "spectra sync use-value --appointment 17 --field location");
    const field = String(input["field"]);
    const value =
      record.kind === "client"
        ? await this.ofClients.use(record.id, field, viewer)
        : await this.other.use(record, field, viewer);
    return {
      value: { ...record, field, value },
      text: `"${value}" holds now in the studio; the next run takes it to Google.`,
      hasFailures: false,
    };
  }
}

function sideOf(use: unknown): ChosenSide | undefined {
  if (use === undefined || use === "studio" || use === "google") return use;
  throw new CommandRefusedError("That is no side.", { hint: 'Use "studio" or "google".' });
}
