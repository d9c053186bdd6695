import { Clearances } from "../../api/index.js";
import type { PageActionResult, PreferenceValues, UserId } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountActions } from "./account-actions.js";
import { SyncActions } from "./sync-actions.js";

/** What the tab's buttons do. */
@injectable()
export class TabActions {
  readonly #account: AccountActions;
  readonly #sync: SyncActions;
  readonly #clearances: Clearances;

  constructor(
    @inject(AccountActions) account: AccountActions,
    @inject(SyncActions) sync: SyncActions,
    @inject(Clearances) clearances: Clearances,
  ) {
    this.#account = account;
    this.#sync = sync;
    this.#clearances = clearances;
  }

  /** Errors with a code become a refusal in words; anything else is the host's to report. */
  async act(
    actionId: string,
    userId: UserId,
    viewer: UserId,
    input: PreferenceValues,
    signal: AbortSignal,
  ): Promise<PageActionResult> {
    if (viewer !== userId && !(await this.#clearances.allows(viewer, "Users", "add-modify"))) {
      return { kind: "refused", message: "Only administrators change other users' Google tab." };
    }
    try {
      return await this.#perform(actionId, userId, input, signal);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return { kind: "refused", message: [error.message, error.hint].filter(Boolean).join(". ") };
    }
  }

  #perform(actionId: string, userId: UserId, input: PreferenceValues, signal: AbortSignal): Promise<PageActionResult> {
    switch (actionId) {
      case "connect":
        return this.#account.connect(userId);
      case "paste":
        return this.#account.paste(typeof input["address"] === "string" ? input["address"] : "", userId, signal);
      case "confirm":
        return this.#account.confirm(userId, signal);
      case "remove":
        return this.#account.remove(userId, signal);
      case "sync-now":
        return this.#sync.syncNow(userId, signal);
      case "preview":
        return this.#sync.preview(userId, confirmedGroups(input), signal);
      case "remove-events":
        return this.#sync.removeEvents(userId, input["confirmed"] === true, signal);
      default:
        return Promise.resolve({ kind: "refused", message: `There is no action "${actionId}".` });
    }
  }
}

/** What "Preview" asked about, once the person has said yes (G1). */
function confirmedGroups({ confirmed, groups }: PreferenceValues): string | undefined {
  return confirmed === true && typeof groups === "string" ? groups : undefined;
}
