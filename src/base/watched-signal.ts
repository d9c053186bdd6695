/** What has to be looked at before work under a signal goes on. */
const checks = new WeakMap<AbortSignal, readonly (() => void)[]>();

/**
 * Attaches a check to a signal that may come later than the fact. A process that slept, or was
 * stopped, wakes up with answers waiting: they are taken before any timer that would abort the signal.
 * @param check aborts what is to be aborted
 */
export function watchSignal(signal: AbortSignal, check: () => void): void {
  checks.set(signal, [...(checks.get(signal) ?? []), check]);
}

/** `AbortSignal.any`, with the checks of all of them. */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  const any = AbortSignal.any([...signals]);
  checks.set(
    any,
    signals.flatMap((signal) => checks.get(signal) ?? []),
  );
  return any;
}

/** `throwIfAborted`, after looking. For the places that act on the world. */
export function throwIfOver(signal: AbortSignal): void {
  for (const check of checks.get(signal) ?? []) check();
  signal.throwIfAborted();
}
