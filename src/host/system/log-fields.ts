import { AsyncLocalStorage } from "node:async_hooks";

import type { LogFields } from "../../api/index.js";

const current = new AsyncLocalStorage<LogFields>();

/**
 * Does work whose log lines, also those of whatever it calls, bear these fields: the request or the job
 * run they belong to.
 */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run({ ...current.getStore(), ...fields }, work);
}

/** The fields of the work that is going on. */
export function currentLogFields(): LogFields {
  return current.getStore() ?? {};
}
