import { Clearances } from "../../api/index.js";
import type { RecordReference, Command, CommandCall, CommandResult } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ItemSearch, StatusOfRecord } from "../explain/index.js";
import type { ExplainedItem, ItemQuery } from "../explain/index.js";
import { ConcernedUsers } from "./concerned-users.js";
import { clientOf, recordOf } from "./record-of.js";

/** An item that was looked for, and what is to be said of it. */
export type ExplainedRow = ExplainedItem & { readonly user: string };

/**
 * `spectra sync explain`: when a record last synced, or why it is not in Google; and of what is in Google, why it is
 * not in the studio (R4). Asked from a menu, without a word, it asks what to look for.
 */
@injectable()
export class ExplainCommand implements Command {
  constructor(
    @inject(StatusOfRecord) private readonly explainer: StatusOfRecord,
    @inject(ItemSearch) private readonly search: ItemSearch,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(ConcernedUsers) private readonly concerned: ConcernedUsers,
  ) {}

  async run(call: CommandCall): Promise<CommandResult> {
    const { input, viewer } = call;
    const query = queryOf(input);
    if (query !== undefined) return this.#find(query, call);
    if (viewer !== undefined && Object.keys(input).length === 0) {
      return { value: [], text: "", hasFailures: false, open: { viewId: "google-sync.explain-view", input: {} } };
    }
    const record = clientOf(input) ?? recordOf(input, "spectra sync explain --appointment 17");
    const isAdministrator = viewer === undefined || (await this.clearances.allows(viewer, "Users", "add-modify"));
    const all = await this.explainer.statusOf(record, viewer);
    const lines = isAdministrator ? all : all.filter(({ userId }) => userId === viewer);
    const text = lines.map((line) => line.text).join("\n");
    return {
      value: lines,
      text: text === "" ? nothingToSay(record) : text,
      hasFailures: false,
    };
  }

  async #find(query: ItemQuery, call: CommandCall): Promise<CommandResult> {
    const found: ExplainedRow[] = [];
    const nothing: ExplainedRow[] = [];
    for (const user of await this.concerned.of(call)) {
      const { initials } = user;
      const items = await this.search.find(user, query, call.viewer);
      found.push(...items.found.map((item) => ({ ...item, user: initials })));
      nothing.push(...items.nothing.map((item) => ({ ...item, user: initials })));
    }
    const rows = found.length > 0 ? found : nothing;
    return {
      value: rows,
      text: rows.map(lineOf).join("\n"),
      hasFailures: false,
      open: { viewId: "google-sync.explained-view", input: call.input },
    };
  }
}

function queryOf({ event, contact, search }: CommandCall["input"]): ItemQuery | undefined {
  if (typeof event === "string") return { typed: event, inCalendar: true, amongPeople: false };
  if (typeof contact === "string") return { typed: contact, inCalendar: false, amongPeople: true };
  return typeof search === "string" ? { typed: search, inCalendar: true, amongPeople: true } : undefined;
}

function lineOf({ user, what, title, when, text }: ExplainedRow): string {
  const item = when === "" ? `"${title}"` : `"${title}", ${when}`;
  return `${user}  ${what} ${item}: ${text}`;
}

function nothingToSay({ kind }: RecordReference): string {
  if (kind === "client") return "No user syncs a client group, or this client does not exist.";
  return `No user has this ${kind} on the schedule, or it does not exist.`;
}
