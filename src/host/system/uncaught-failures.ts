import type { Logger } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { toDisposable } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";

/** Where a process tells of failures nobody waited for. */
export interface FailureSource {
  on(event: "uncaughtException" | "unhandledRejection", hear: (failure: unknown) => void): unknown;
  off(event: "uncaughtException" | "unhandledRejection", hear: (failure: unknown) => void): unknown;
}

/**
 * Until disposed, a failure nobody waited for is logged and ends nothing: a timer of a plugin that throws, a promise
 * it forgot, must not take the host down (X4). What was half done then is as after a process that was killed (G5).
 */
export function outliveFailures(source: FailureSource, logger: Logger): Disposable {
  const hear = (failure: unknown): void => {
    // Nobody reads what this process writes any more: a line about it would fail the same way, for ever.
    if (failure instanceof Error && "code" in failure && failure.code === "EPIPE") throw failure;
    logger.error("Something failed that nobody waited for", { reason: messageOf(failure) });
  };
  source.on("uncaughtException", hear);
  source.on("unhandledRejection", hear);
  return toDisposable(() => {
    source.off("uncaughtException", hear);
    source.off("unhandledRejection", hear);
  });
}
