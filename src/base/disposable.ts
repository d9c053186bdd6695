/**
 * Something that holds a resource until it is disposed. `dispose` may be called
 * more than once and never throws for "already gone".
 */
export interface Disposable {
  dispose(): void | Promise<void>;
}

/** Makes a Disposable of a function; the function runs at most once. */
export function toDisposable(release: () => void | Promise<void>): Disposable {
  let isReleased = false;
  return {
    dispose() {
      if (isReleased) return undefined;
      isReleased = true;
      return release();
    },
  };
}

/**
 * Collects Disposables and disposes them newest first. One that throws does not
 * stop the others: every failure is thrown together at the end.
 */
export class DisposableStore implements Disposable {
  readonly #held: Disposable[] = [];
  #isDisposed = false;

  /** Keeps the Disposable; when the store is already disposed, it is disposed at once. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) void disposable.dispose();
    else this.#held.push(disposable);
    return disposable;
  }

  /** @throws AggregateError with every failure of the Disposables held. */
  async dispose(): Promise<void> {
    this.#isDisposed = true;
    const failures: unknown[] = [];
    for (let held = this.#held.pop(); held !== undefined; held = this.#held.pop()) {
      try {
        await held.dispose();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Something could not be disposed");
  }
}
