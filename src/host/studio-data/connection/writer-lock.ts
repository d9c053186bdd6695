/**
 * One writer at a time within this process. The embedded database has one write lock
 * and its driver waits for it without giving the event loop back, so two writers of the
 * same process would wait for each other; they queue here instead. Writers of other
 * processes are waited for by the database itself.
 */
export class WriterLock {
  #queue: Promise<void> = Promise.resolve();

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const before = this.#queue;
    let leave = (): void => {};
    this.#queue = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
