/** A turn that was taken. */
export interface Turn {
  /** Lets the next one in. Safe to call twice. */
  end(): void;
}

/** One at a time of each name, in the order they came. */
export class Turns {
  /** Who waits for a name; a name that is here is taken. */
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Resolves when everybody who came before has ended. @throws the signal's reason */
  take(name: string, signal: AbortSignal): Promise<Turn> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const queue = this.#waiting.get(name);
      if (queue === undefined) {
        this.#waiting.set(name, []);
        resolve(this.#turnOf(name));
        return;
      }
      const enter = (): void => {
        signal.removeEventListener("abort", giveUp);
        resolve(this.#turnOf(name));
      };
      const giveUp = (): void => {
        queue.splice(queue.indexOf(enter), 1);
        // An abort's reason is whatever the aborting side gave.
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      queue.push(enter);
    });
  }

  #turnOf(name: string): Turn {
    let hasEnded = false;
    return {
      end: () => {
        if (hasEnded) return;
        hasEnded = true;
        const next = this.#waiting.get(name)?.shift();
        if (next === undefined) this.#waiting.delete(name);
        else next();
      },
    };
  }
}
