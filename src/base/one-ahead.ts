import { setImmediate } from "node:timers/promises";

/** What became of asking for an item, kept until it is wanted: a failure is thrown in its turn, not before. */
type Outcome<T> = { readonly result: IteratorResult<T> } | { readonly failure: unknown };

/**
 * The same items, each asked for while the one before it is still being worked on. Whoever stops early waits for the one
 * under way, so that nothing goes on behind their back.
 */
export async function* oneAhead<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = (): Promise<Outcome<T>> =>
    iterator.next().then(
      (result) => ({ result }),
      (failure: unknown) => ({ failure }),
    );
  let next = ask();
  try {
    for (;;) {
      const outcome = await next;
      if ("failure" in outcome) throw outcome.failure;
      if (outcome.result.done === true) return;
      next = ask();
      // A turn of the event loop, or work that never pauses would keep the request from leaving.
      await setImmediate();
      yield outcome.result.value;
    }
  } finally {
    await next;
    await iterator.return?.();
  }
}
