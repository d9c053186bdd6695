import type { Disposable } from "../../base/disposable.js";
import { serviceToken } from "../../base/service-token.js";
import type { Transaction } from "./unit-of-work.js";
import type { UserId } from "./users.js";

/** Whose preferences: a user's or the company's. */
export type PreferenceOwner = { readonly kind: "user"; readonly userId: UserId } | { readonly kind: "company" };

/** The values of one contributed page. They have passed the page's JSON Schema. */
export type PreferenceValues = Readonly<Record<string, unknown>>;

/** Saved values of contributed preference pages. */
export interface Preferences {
  /** The saved values with the schema's defaults for what was never saved. */
  read(owner: PreferenceOwner, pageId: string): Promise<PreferenceValues>;
  /** Like `read` for every user who ever saved the page, by user. */
  readAll(pageId: string): Promise<ReadonlyMap<UserId, PreferenceValues>>;
  /**
   * Replaces the named values and keeps the others. Checked against the schema; no page
   * validation runs, so this is for the plugin's own changes (unticking Populate, W3).
   * @throws InvalidPreferencesError naming each refused value
   */
  change(owner: PreferenceOwner, pageId: string, values: PreferenceValues, transaction?: Transaction): Promise<void>;
  /** After a commit in this process; other processes' changes are seen at the next read. */
  onDidChange(pageId: string, listener: (owner: PreferenceOwner) => void): Disposable;
}
export const Preferences = serviceToken<Preferences>("preferences");
