import { Clearances } from "../../api/index.js";
import type { Command, CommandCall, CommandResult, RecordReference } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { RecordExplainer } from "../explain/index.js";
import { CommandRefusedError } from "./concerned-users.js";

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
    const record = recordOf(input);
    const isAdministrator = viewer === undefined || (await this.#clearances.allows(viewer, "Users", "add-modify"));
    const all = await this.#explainer.statusOf(record);
    const lines = isAdministrator ? all : all.filter(({ userId }) => userId === viewer);
    const text = lines.map((line) => line.text).join("\n");
    return {
      value: lines,
      text: text === "" ? `No user has this ${record.kind} on the schedule, or it does not exist.` : text,
      hasFailures: false,
    };
  }
}

function recordOf(input: CommandCall["input"]): RecordReference {
  for (const kind of ["appointment", "session"] as const) {
    const id = Number(input[kind]);
    if (input[kind] !== undefined && Number.isInteger(id)) return { kind, id };
  }
  throw new CommandRefusedError("Name an appointment or a session by its number.", {
    hint: "For example: spectra sync explain --appointment 17",
  });
}
