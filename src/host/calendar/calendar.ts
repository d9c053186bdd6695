import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import { ScheduleOverview } from "../studio-data/index.js";
import { shownEntry } from "./shown-entry.js";
import type { ShownEntry } from "./shown-entry.js";

/** Users' schedules on screen. */
@injectable()
export class Calendar {
  constructor(@inject(ScheduleOverview) private readonly overview: ScheduleOverview) {}

  /** What the viewer may see of users' entries between two times, by start. */
  async between(
    from: WallTime,
    to: WallTime,
    userIds: readonly UserId[],
    viewer: UserId,
  ): Promise<readonly ShownEntry[]> {
    const entries = await this.overview.listBetween(userIds, from, to);
    return entries.map((entry) => shownEntry(entry, viewer));
  }
}
