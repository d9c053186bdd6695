import { serviceToken } from "../../base/service-token.js";
import type { PreferenceOwner, PreferenceValues } from "../services/preferences.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";

/** A line of state, a warning or an error on a page. */
export interface PageMessage {
  readonly severity: "information" | "warning" | "error";
  readonly text: string;
  /** The field it stands beside; at the top of the page when undefined. */
  readonly field?: string;
}

/** A value to choose from that only the plugin knows, such as a Google calendar. */
export interface PageChoice {
  readonly value: string;
  readonly label: string;
}

/** A button of the page, in a state. */
export interface PageAction {
  readonly id: string;
  readonly label: string;
  /** The field or group it stands in. */
  readonly group?: string;
  readonly isEnabled: boolean;
  /** Text beside the button, such as the connected account's email. */
  readonly note?: string;
  /** The workbench asks to save or discard typed values first (P1). */
  readonly needsSavedValues: boolean;
  /** Asked before the action runs. */
  readonly confirm?: string;
}

/** What a page shows beside the saved values. */
export interface PageState {
  readonly messages: readonly PageMessage[];
  readonly choices: Readonly<Record<string, readonly PageChoice[]>>;
  readonly actions: readonly PageAction[];
  /** Facts in label and value, such as "Last successful sync". */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What an action asks the workbench to do next. */
export type PageActionResult =
  | { readonly kind: "done"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
  /** Leave for another site; the browser comes back through a callback. */
  | { readonly kind: "leave"; readonly url: string }
  /** Ask, and call the action again with this input and `confirmed: true`. `yes`: the button's words, else the action's own. */
  | { readonly kind: "ask"; readonly question: string; readonly input: PreferenceValues; readonly yes?: string }
  /** Show a view. */
  | { readonly kind: "view"; readonly viewId: string; readonly input: PreferenceValues };

/**
 * The living part of a preference page. The fields themselves are a JSON Schema named in
 * the manifest; saving, defaults and schema checks are the host's.
 */
export interface PreferencePage {
  /** Called when the page opens and whenever it may have changed. @param viewer who looks at it */
  state(owner: PreferenceOwner, viewer: UserId): Promise<PageState>;
  /** Called with schema-valid values before they are saved; any problem refuses "OK" (P1). */
  validate(owner: PreferenceOwner, values: PreferenceValues, saved: PreferenceValues): Promise<readonly PageMessage[]>;
  /** Called after values were saved. */
  saved(owner: PreferenceOwner, values: PreferenceValues, before: PreferenceValues): Promise<void>;
  /** A button was pressed. @param input what the workbench or an earlier "ask" passes along */
  act(
    actionId: string,
    owner: PreferenceOwner,
    viewer: UserId,
    input: PreferenceValues,
    signal: AbortSignal,
  ): Promise<PageActionResult>;
}

/** Contribution point `preferencePages`. */
export const PreferencePage: ContributionKind<PreferencePage> = {
  point: "preferencePages",
  token: serviceToken<PreferencePage>("preference-page"),
};
