import { serviceToken } from "../../base/service-token.js";

/** Forgets what need not or must not be kept, in all tables of the plugin (R6). */
export interface Forgetting {
  /** Runs with their journal, and answered questions, that ended before; copies of events that are nobody's any more. */
  forgetOlderThan(instant: Date): Promise<void>;
  /**
   * Everything said about these entries, or clients, until now; the links themselves stay, without titles.
   * @param ids what the journal knows them by: GUIDs of entries and of clients
   */
  forgetItems(ids: readonly string[], until: Date): Promise<void>;
  /** The names in questions whether a contact is this client (K6). */
  forgetChoices(clientGuid: string): Promise<void>;
  /** The copies of a client's contacts; that these came from here is remembered, or they would come in again as new clients. */
  forgetContacts(clientGuid: string): Promise<void>;
  /** Something the upkeep remembers of itself. */
  recall(name: string): Promise<string | undefined>;
  remember(name: string, value: string): Promise<void>;
}
export const Forgetting = serviceToken<Forgetting>("forgetting");
