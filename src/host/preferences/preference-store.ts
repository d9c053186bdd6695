import type { PreferenceOwner, PreferenceValues, Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** Saved values of preference pages, as they were saved. */
export interface PreferenceStore {
  /** Empty when the page was never saved. */
  read(owner: PreferenceOwner, pageId: string): Promise<PreferenceValues>;
  /** Of every user who ever saved the page. */
  readAllUsers(pageId: string): Promise<ReadonlyMap<UserId, PreferenceValues>>;
  /** Replaces the named values and keeps the others. */
  merge(owner: PreferenceOwner, pageId: string, values: PreferenceValues, transaction?: Transaction): Promise<void>;
}
export const PreferenceStore = serviceToken<PreferenceStore>("preference-store");
