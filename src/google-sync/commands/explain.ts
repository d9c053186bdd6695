import { Clearances } from "../../api/index.js";
import type { RecordReference, Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StatusOfRecord } from "../explain/index.js";
import { clientOf, recordOf } from "./record-of.js";

/** `spectra sync explain`: when a record last synced, or why it is not there (R4). */
@injectable()
export class ExplainCommand implements Command {
  readonly #explainer: StatusOfRecord;
  readonly #clearances: Clearances;

  constructor(@inject(StatusOfRecord) explainer: StatusOfRecord, @inject(Clearances) clearances: Clearances) {
    this.#explainer = explainer;
    this.#clearances = clearances;
  }

  async run({ input, viewer }: CommandCall): Promise<CommandResult> {
    const record = clientOf(input) ?? recordOf(input, "spectra sync explain --appointment 17");
    const isAdministrator = viewer === undefined || (await this.#clearances.allows(viewer, "Users", "add-modify"));
    const all = await this.#explainer.statusOf(record, viewer);
    const lines = isAdministrator ? all : all.filter(({ userId }) => userId === viewer);
    const text = lines.map((line) => line.text).join("\n");
    return {
      value: lines,
      text: text === "" ? nothingToSay(record) : text,
      hasFailures: false,
    };
  }
}

function nothingToSay({ kind }: RecordReference): string {
  if (kind === "client") return "No user syncs a client group, or this client does not exist.";
  return `No user has this ${kind} on the schedule, or it does not exist.`;
}
