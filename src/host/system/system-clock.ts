import { setTimeout } from "node:timers/promises";

import type { Clock } from "../../api/index.js";
import { injectable } from "../../base/service-token.js";

/** The computer's own clock. */
@injectable()
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
  }
}
