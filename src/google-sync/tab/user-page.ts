import { Preferences } from "../../api/index.js";
import type {
  PageActionResult,
  PageMessage,
  PageState,
  PreferenceOwner,
  PreferencePage,
  PreferenceValues,
  UserId,
} from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { readSyncSettings } from "../settings/index.js";
import { SyncSwitch } from "./sync-switch.js";
import { TabActions } from "./tab-actions.js";
import { TabCheck } from "./tab-check.js";
import { TabState } from "./tab-state.js";

/** The Google tab of User Preferences and Users (table P). */
@injectable()
export class UserPage implements PreferencePage {
  readonly #preferences: Preferences;
  readonly #state: TabState;
  readonly #actions: TabActions;
  readonly #check: TabCheck;
  readonly #switch: SyncSwitch;

  constructor(
    @inject(Preferences) preferences: Preferences,
    @inject(TabState) state: TabState,
    @inject(TabActions) actions: TabActions,
    @inject(TabCheck) check: TabCheck,
    @inject(SyncSwitch) syncSwitch: SyncSwitch,
  ) {
    this.#preferences = preferences;
    this.#state = state;
    this.#actions = actions;
    this.#check = check;
    this.#switch = syncSwitch;
  }

  async state(owner: PreferenceOwner): Promise<PageState> {
    const userId = userOf(owner);
    return this.#state.of(userId, await readSyncSettings(this.#preferences, userId));
  }

  validate(owner: PreferenceOwner, values: PreferenceValues): Promise<readonly PageMessage[]> {
    return this.#check.validate(userOf(owner), settingsOf(values));
  }

  async saved(owner: PreferenceOwner, values: PreferenceValues, before: PreferenceValues): Promise<void> {
    await this.#switch.saved(userOf(owner), settingsOf(values), settingsOf(before));
  }

  act(
    actionId: string,
    owner: PreferenceOwner,
    viewer: UserId,
    input: PreferenceValues,
    signal: AbortSignal,
  ): Promise<PageActionResult> {
    return this.#actions.act(actionId, userOf(owner), viewer, input, signal);
  }
}

/** The manifest declares this page for users; the host keeps to that. */
function userOf(owner: PreferenceOwner): UserId {
  if (owner.kind === "company") throw new TypeError("The Google tab belongs to a user");
  return owner.userId;
}

/** The host has checked the values against the page's schema, from which the type is generated. */
function settingsOf(values: PreferenceValues): GoogleUserSettings {
  return values as unknown as GoogleUserSettings;
}
