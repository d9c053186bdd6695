import type { Clock } from "../../api/index.js";
import { PluginTimeoutError } from "./errors.js";

/** Waits for a plugin's work, but no longer than so many milliseconds. @throws PluginTimeoutError */
export async function withinTimeLimit<T>(
  clock: Clock,
  milliseconds: number,
  what: string,
  work: Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const limit = clock.sleep(milliseconds, done.signal).then(
    () => {
      throw new PluginTimeoutError(what, milliseconds);
    },
    // The sleep is called off when the work came first; nobody waits for this any more.
    () => work,
  );
  try {
    return await Promise.race([work, limit]);
  } finally {
    done.abort();
  }
}
