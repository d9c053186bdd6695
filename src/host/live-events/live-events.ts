import type { ProgressReport, UserId } from "../../api/index.js";
import type { Disposable } from "../../base/disposable.js";
import { injectable, serviceToken } from "../../base/service-token.js";
import { createEmitter, listen } from "../../base/typed-event.js";

/** Something a browser or a terminal hears of while it happens. */
export type LiveEvent =
  | { readonly kind: "progress"; readonly pluginId: string; readonly userId: UserId; readonly progress: ProgressReport }
  | { readonly kind: "notifications-changed" }
  | { readonly kind: "calendar-changed" }
  | { readonly kind: "clients-changed" }
  | { readonly kind: "conflicts-changed" }
  | { readonly kind: "jobs-changed" }
  | { readonly kind: "plugins-changed" };

/** What happens in this process, as it happens. Nobody needs to listen. */
export interface LiveEvents {
  publish(event: LiveEvent): void;
  subscribe(listener: (event: LiveEvent) => void): Disposable;
}
export const LiveEvents = serviceToken<LiveEvents>("live-events");

/** Events of this process only. */
@injectable()
export class InProcessLiveEvents implements LiveEvents {
  readonly #emitter = createEmitter<{ event: (event: LiveEvent) => void }>();

  constructor() {
    // One listener per open browser window is normal.
    this.#emitter.setMaxListeners(0);
  }

  publish(event: LiveEvent): void {
    this.#emitter.emit("event", event);
  }

  subscribe(listener: (event: LiveEvent) => void): Disposable {
    return listen(this.#emitter, "event", listener);
  }
}
