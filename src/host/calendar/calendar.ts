import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import { ResourceStore, ScheduleOverview, UserStore } from "../studio-data/index.js";
import type { Resource } from "../studio-data/index.js";
import { shownEntry } from "./shown-entry.js";
import type { ShownEntry } from "./shown-entry.js";

/** Somebody who has a schedule. */
export interface CalendarPerson {
  readonly id: UserId;
  readonly initials: string;
  readonly name: string;
  /** `#rrggbb`; undefined while none was chosen. */
  readonly colour: string | undefined;
}

/** Users' schedules on screen, and what rooms and other resources are booked for. */
@injectable()
export class Calendar {
  constructor(
    @inject(ScheduleOverview) private readonly overview: ScheduleOverview,
    @inject(UserStore) private readonly users: UserStore,
    @inject(ResourceStore) private readonly resources: ResourceStore,
  ) {}

  /** Active users, by initials. */
  async people(): Promise<readonly CalendarPerson[]> {
    const active = (await this.users.list()).filter(({ isInactive }) => !isInactive);
    return active.map(({ id, initials, firstName, lastName, colour }) => {
      return { id, initials, name: `${firstName} ${lastName}`.trim(), colour };
    });
  }

  /** Active rooms and other resources, by name. */
  async activeResources(): Promise<readonly Resource[]> {
    return (await this.resources.list()).filter(({ isInactive }) => !isInactive);
  }

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

  /** What the viewer may see of what resources are booked for between two times. */
  async ofResourcesBetween(
    from: WallTime,
    to: WallTime,
    resourceIds: readonly number[],
    viewer: UserId,
  ): Promise<readonly ShownEntry[]> {
    const booked = await this.overview.listOfResourcesBetween(resourceIds, from, to);
    return booked.map(({ resourceId, entry }) => ({ ...shownEntry(entry, viewer), resourceId }));
  }
}
