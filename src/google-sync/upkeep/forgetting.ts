import type { EntryId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** Forgets what need not or must not be kept, in all tables of the plugin (R6). */
export interface Forgetting {
  /** Runs with their journal, and answered questions, that ended before; copies of events that are nobody's any more. */
  forgetOlderThan(instant: Date): Promise<void>;
  /** Everything said about these entries until now; the links themselves stay, without titles. */
  forgetEntries(entryIds: readonly EntryId[], until: Date): Promise<void>;
  /** What is kept of a client's contacts. */
  forgetClient(clientGuid: string): Promise<void>;
  /** Something the upkeep remembers of itself. */
  recall(name: string): Promise<string | undefined>;
  remember(name: string, value: string): Promise<void>;
}
export const Forgetting = serviceToken<Forgetting>("forgetting");
