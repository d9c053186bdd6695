import { serviceToken } from "../../base/service-token.js";

/** The time, as the host sees it. Plugins never read the computer's clock themselves. */
export interface Clock {
  /** The present instant, UTC. */
  now(): Date;
  /**
   * Resolves after so many milliseconds, or rejects with the signal's reason.
   * Tests advance a virtual clock instead of waiting.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
export const Clock = serviceToken<Clock>("clock");
