import { serviceToken } from "../../base/service-token.js";
import type { ClientReference } from "./clients.js";

/**
 * Makes two clients one, as "Merge" on a client's screen does: the survivor takes the other's groups, appointments and
 * sessions, and its values where it has none itself. It cannot be undone, so a person must have asked for it; whether
 * that person may delete clients is the caller's to check.
 */
export interface ClientMerges {
  /**
   * In a transaction of its own.
   * @throws StaleEntryError when one of the two is no longer at the named version, or is there no more
   */
  merge(survivor: ClientReference, other: ClientReference): Promise<void>;
}
export const ClientMerges = serviceToken<ClientMerges>("client-merges");
