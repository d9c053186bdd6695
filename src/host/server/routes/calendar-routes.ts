import { Type } from "typebox";

import { startOf, day } from "../../../base/wall-time.js";
import { ClearanceMissingError } from "../../security/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";
import { shownUser } from "./session-routes.js";

const Range = Type.Object({
  from: Type.String({ format: "date" }),
  to: Type.String({ format: "date" }),
  /** Row numbers, separated by commas; the viewer's own schedule when left out. */
  users: Type.Optional(Type.String({ pattern: "^\\d+(,\\d+)*$" })),
});

/** Schedules on screen: one's own, and with the clearance "Appointments" others'. */
export function calendarRoutes(server: RouteServer, { calendar, clearances, users }: ServerServices): void {
  const config = { access: "signed-in" } as const;

  server.get("/api/calendar", { config, schema: { querystring: Range } }, async (request) => {
    const { from, to, users: wanted } = request.query;
    const viewer = viewerOf(request).id;
    const userIds = wanted === undefined ? [viewer] : wanted.split(",").map(Number);
    const looksAtOthers = userIds.some((id) => id !== viewer);
    if (looksAtOthers && !(await clearances.allows(viewer, "Appointments", "view"))) {
      throw new ClearanceMissingError("Appointments", "view");
    }
    return calendar.between(startOf(day(from)), startOf(day(to)), userIds, viewer);
  });

  server.get("/api/users", { config }, async () =>
    (await users.list()).filter(({ isInactive }) => !isInactive).map(shownUser),
  );
}
