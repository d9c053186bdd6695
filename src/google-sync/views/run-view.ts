import { Clearances } from "../../api/index.js";
import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { CommandRefusedError } from "../commands/index.js";
import { shownField } from "../contacts/index.js";
import { Journal } from "../journal/index.js";
import type { EffectState } from "../journal/index.js";
import type { Row } from "./rows.js";

/** One run: what it did, on which side, from what to what (R1). */
@injectable()
export class RunView implements View {
  readonly #journal: Journal;
  readonly #clearances: Clearances;

  constructor(@inject(Journal) journal: Journal, @inject(Clearances) clearances: Clearances) {
    this.#journal = journal;
    this.#clearances = clearances;
  }

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const run = await this.#journal.find(Number(input["run"]));
    if (run === undefined) throw new CommandRefusedError("This run is not kept any more.");
    const isOwner = run.userId === viewer;
    if (!isOwner && !(await this.#clearances.allows(viewer, "Users", "add-modify"))) {
      throw new CommandRefusedError("Only administrators see other users' runs.");
    }
    const effects = await this.#journal.effectsOf(run.id);
    return {
      kind: "record",
      facts: [
        { label: "Started", value: run.startedAt.toISOString() },
        { label: "Result", value: run.outcome?.replaceAll("-", " ") ?? "running, or cut off" },
        { label: "What it did", value: run.summary ?? "" },
        ...effects.map(({ side, action, state, before, after, isPrivate }) => ({
          label: `${side === "google" ? "In Google" : "In the studio"}: ${actionWords[action]}${stateWords[state]}`,
          // C8: nobody but the owner reads the text of a private item.
          value: isPrivate && !isOwner ? "Private appointment" : changeText(fieldsText(before), fieldsText(after)),
        })),
      ],
      actions: effects.some(({ state }) => state === "done")
        ? [{ label: "Undo This Run", command: "google-sync.undo", input: { run: run.id, preview: true } }]
        : [],
    };
  }
}

/** What an effect did, in the user's words. Actions without an effect on either side are never in the journal. */
const actionWords: Readonly<Record<string, string>> = {
  "create-in-google": "made",
  "create-in-studio": "made",
  change: "changed",
  "delete-in-google": "deleted",
  "remove-from-studio": "taken off the schedule",
  "cancel-in-studio": "cancelled",
  "restore-in-studio": "restored",
};

const stateWords: Readonly<Record<EffectState, string>> = {
  done: "",
  failed: " (failed)",
  intended: " (begun; the next run finds out what became of it)",
};

function changeText(before: string, after: string): string {
  if (before === "" || before === after) return after;
  return after === "" ? before : `${before} → ${after}`;
}

function fieldsText(fields: Readonly<Record<string, string>>): string {
  const { title, when, name, company, email } = fields;
  const person = shownField("name", name ?? "") || company || email;
  return [title ?? person, when?.replace("/", " to ").replaceAll("T", " ")].filter(Boolean).join(", ");
}
