import { Schedule } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import { shownEntry } from "./shown-entry.js";
import type { ShownEntry } from "./shown-entry.js";

/** Users' schedules on screen. */
@injectable()
export class Calendar {
  constructor(@inject(Schedule) private readonly schedule: Schedule) {}

  /** What the viewer may see of users' entries between two times, by user and start. */
  async between(
    from: WallTime,
    to: WallTime,
    userIds: readonly UserId[],
    viewer: UserId,
  ): Promise<readonly ShownEntry[]> {
    const shown: ShownEntry[] = [];
    for (const userId of userIds) {
      const entries = await this.schedule.list(userId, from);
      shown.push(...entries.filter(({ when }) => when.start < to).map((entry) => shownEntry(entry, viewer)));
    }
    return shown;
  }
}
