import { Clearances } from "../../api/index.js";
import type { Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { RecordExplainer } from "../explain/index.js";
import { recordOf } from "./record-of.js";

/** `spectra sync explain`: when a record last synced, or why it is not there (R4). */
@injectable()
export class ExplainCommand implements Command {
  readonly #explainer: RecordExplainer;
  readonly #clearances: Clearances;

  constructor(@inject(RecordExplainer) explainer: RecordExplainer, @inject(Clearances) clearances: Clearances) {
    this.#explainer = explainer;
    this.#clearances = clearances;
  }

  async run({ input, viewer }: CommandCall): Promise<CommandResult> {
    const record = recordOf(input, "spectra sync explain --appointment 17");
    const isAdministrator = viewer === undefined || (await this.#clearances.allows(viewer, "Users", "add-modify"));
    const all = await this.#explainer.statusOf(record, viewer);
    const lines = isAdministrator ? all : all.filter(({ userId }) => userId === viewer);
    const text = lines.map((line) => line.text).join("\n");
    return {
      value: lines,
      text: text === "" ? `No user has this ${record.kind} on the schedule, or it does not exist.` : text,
      hasFailures: false,
    };
  }
}
