import { injectable } from "../../base/service-token.js";
import { createEmitter, listen } from "../../base/typed-event.js";

/** Tells the sending of this process that there is something to send, so that nobody waits for the next look. */
@injectable()
export class MailWaker {
  readonly #woken = createEmitter<{ woken: () => void }>();
  #isSomethingNew = false;

  wake(): void {
    this.#isSomethingNew = true;
    this.#woken.emit("woken");
  }

  /** Whether this process was woken since the last time somebody asked. */
  take(): boolean {
    const was = this.#isSomethingNew;
    this.#isSomethingNew = false;
    return was;
  }

  /** A signal that aborts when woken or when the given one does; `end` lets go of it. */
  until(signal: AbortSignal): { readonly signal: AbortSignal; end(): void } {
    const woken = new AbortController();
    const subscription = listen(this.#woken, "woken", () => woken.abort(new Error("There is a mail to send")));
    return { signal: AbortSignal.any([signal, woken.signal]), end: () => void subscription.dispose() };
  }
}
