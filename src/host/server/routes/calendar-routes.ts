import { Type } from "typebox";

import { startOf, day } from "../../../base/wall-time.js";
import { ClearanceMissingError } from "../../security/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

/** The calendar begins with the year 1. */
const Day = Type.String({ format: "date", pattern: "^(?!0000)" });

const Range = Type.Object({
  from: Day,
  to: Day,
  /** Row numbers, separated by commas; the viewer's own schedule when left out. */
  users: Type.Optional(Type.String({ pattern: "^(\\d+(,\\d+)*)?$" })),
  /** Rooms and other resources likewise; none when left out. */
  resources: Type.Optional(Type.String({ pattern: "^\\d+(,\\d+)*$" })),
});

/** Schedules on screen: one's own, and with the clearance "Appointments" others'. */
export function calendarRoutes(server: RouteServer, { calendar, clearances }: ServerServices): void {
  const config = { access: "signed-in" } as const;

  server.get("/api/calendar", { config, schema: { querystring: Range } }, async (request) => {
    const { from, to, users, resources } = request.query;
    const viewer = viewerOf(request).id;
    const userIds = users === undefined ? [viewer] : numbersIn(users);
    const resourceIds = numbersIn(resources ?? "");
    const looksAtOthers = userIds.some((id) => id !== viewer) || resourceIds.length > 0;
    if (looksAtOthers && !(await clearances.allows(viewer, "Appointments", "view"))) {
      throw new ClearanceMissingError("Appointments", "view");
    }
    const [start, end] = [startOf(day(from)), startOf(day(to))];
    const [own, booked] = await Promise.all([
      calendar.between(start, end, userIds, viewer),
      calendar.ofResourcesBetween(start, end, resourceIds, viewer),
    ]);
    return [...own, ...booked];
  });

  server.get("/api/users", { config }, async () => calendar.people());
  server.get("/api/resources", { config }, async () => calendar.activeResources());
}

function numbersIn(list: string): readonly number[] {
  return list === "" ? [] : list.split(",").map(Number);
}
