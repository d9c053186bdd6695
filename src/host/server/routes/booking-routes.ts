import { Type } from "typebox";
import type { Static } from "typebox";

import { day } from "../../../base/wall-time.js";
import type { TypedSession } from "../../bookings/index.js";
import { viewerOf } from "../access.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Id = Type.Integer({ minimum: 1 });
const MaybeId = Type.Union([Id, Type.Null()]);
const WallTime = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$" });
const ById = Type.Object({ id: Id });
const AtVersion = Type.Object({ version: Type.String({ minLength: 1, maxLength: 1000 }) });
const When = { start: WallTime, end: WallTime, isAllDay: Type.Boolean() };
const Texts = {
  description: Type.String({ maxLength: 200 }),
  location: Type.String({ maxLength: 200 }),
  notes: Type.String({ maxLength: 8000 }),
};
const Ids = Type.Array(Id, { maxItems: 100, uniqueItems: true });
/** Book although somebody is booked already, after being asked (S2). */
const anyway = Type.Boolean({ default: false });

const Search = Type.Object({ text: Type.String({ maxLength: 100, default: "" }) });
const Appointment = Type.Object({
  ...When,
  ...Texts,
  status: Type.Union([Type.Literal("scheduled"), Type.Literal("confirmed"), Type.Literal("cancelled")]),
  clientId: MaybeId,
  isPrivate: Type.Boolean(),
  isFree: Type.Boolean(),
  userIds: Ids,
  resourceIds: Ids,
});
const Repeat = Type.Object({
  every: Type.Union([Type.Literal("day"), Type.Literal("week"), Type.Literal("month")]),
  interval: Type.Integer({ minimum: 1, maximum: 99 }),
  until: Type.String({ format: "date" }),
});
const Line = Type.Object({
  ...When,
  id: MaybeId,
  isPrimary: Type.Boolean(),
  description: Type.String({ maxLength: 200 }),
  userId: MaybeId,
  resourceId: MaybeId,
  isVisible: Type.Boolean(),
});
const Session = Type.Object({
  ...When,
  ...Texts,
  clientId: Id,
  sessionType: Type.String({ maxLength: 100 }),
  status: Type.Union([Type.Literal("scheduled"), Type.Literal("completed"), Type.Literal("cancelled")]),
  isConfirmed: Type.Boolean(),
  photographerId: MaybeId,
  assistantId: MaybeId,
  resourceIds: Ids,
  hasAdvancedScheduling: Type.Boolean(),
  lines: Type.Array(Line, { maxItems: 50 }),
});
const Conversion = Type.Object({
  ...AtVersion.properties,
  clientId: Id,
  sessionType: Type.String({ maxLength: 100 }),
  photographerId: MaybeId,
  assistantId: MaybeId,
});

/** Appointments and sessions, booked and changed by hand. */
export function bookingRoutes(server: RouteServer, services: ServerServices): void {
  appointmentRoutes(server, services);
  sessionRoutes(server, services);
  server.get(
    "/api/client-choices",
    { config: { access: { area: "Clients", level: "view" } }, schema: { querystring: Search } },
    async ({ query }) => services.bookingRules.clientChoices(query.text),
  );
}

function appointmentRoutes(server: RouteServer, { appointmentBookings: bookings }: ServerServices): void {
  const changing = { access: { area: "Appointments", level: "add-modify" } } as const;
  const deleting = { access: { area: "Appointments", level: "delete" } } as const;
  const converting = { access: { area: "Sessions", level: "add-modify" } } as const;
  const Create = Type.Object({ appointment: Appointment, repeat: Type.Optional(Repeat), anyway });
  const Save = Type.Object({ ...AtVersion.properties, appointment: Appointment, anyway });

  server.get("/api/appointments/:id", { config: { access: "signed-in" }, schema: { params: ById } }, async (request) =>
    bookings.open(request.params.id, viewerOf(request).id),
  );
  server.post("/api/appointments", { config: changing, schema: { body: Create } }, async (request) => {
    const { appointment, repeat, anyway } = request.body;
    return bookings.create(withoutNull(appointment), viewerOf(request).id, {
      anyway,
      ...(repeat === undefined ? {} : { repeat: { ...repeat, until: day(repeat.until) } }),
    });
  });
  server.put("/api/appointments/:id", { config: changing, schema: { params: ById, body: Save } }, async (request) => {
    const { version, appointment, anyway } = request.body;
    return bookings.save(request.params.id, version, withoutNull(appointment), viewerOf(request).id, anyway);
  });
  server.post(
    "/api/appointments/:id/delete",
    { config: deleting, schema: { params: ById, body: AtVersion } },
    async (request) => {
      await bookings.remove(request.params.id, request.body.version, viewerOf(request).id);
      return { isDeleted: true };
    },
  );
  server.post(
    "/api/appointments/:id/convert",
    { config: converting, schema: { params: ById, body: Conversion } },
    async (request) => {
      const { version, clientId, sessionType, photographerId, assistantId } = request.body;
      const session = withoutNull({ clientId, sessionType, photographerId, assistantId });
      return { sessionId: await bookings.convert(request.params.id, version, session, viewerOf(request).id) };
    },
  );
}

function sessionRoutes(server: RouteServer, { sessionBookings: bookings }: ServerServices): void {
  const changing = { access: { area: "Sessions", level: "add-modify" } } as const;
  const deleting = { access: { area: "Sessions", level: "delete" } } as const;
  const Create = Type.Object({ session: Session, anyway });
  const Save = Type.Object({ ...AtVersion.properties, session: Session, anyway });
  const MoveLine = Type.Object({ ...AtVersion.properties, ...When, anyway });

  server.get("/api/sessions/:id", { config: { access: "signed-in" }, schema: { params: ById } }, async (request) =>
    bookings.open(request.params.id, viewerOf(request).id),
  );
  server.get("/api/session-choices", { config: { access: "signed-in" } }, async () => ({
    offersAdvancedScheduling: await bookings.offersAdvancedScheduling(),
  }));
  server.post("/api/sessions", { config: changing, schema: { body: Create } }, async (request) =>
    bookings.create(typedSession(request.body.session), viewerOf(request).id, request.body.anyway),
  );
  server.put("/api/sessions/:id", { config: changing, schema: { params: ById, body: Save } }, async (request) => {
    const { version, session, anyway } = request.body;
    return bookings.save(request.params.id, version, typedSession(session), viewerOf(request).id, anyway);
  });
  server.put(
    "/api/sessions/:id/lines/:lineId",
    { config: changing, schema: { params: Type.Object({ id: Id, lineId: Id }), body: MoveLine } },
    async (request) => {
      const { id, lineId } = request.params;
      const { version, anyway, ...when } = request.body;
      return bookings.moveLine(id, version, lineId, when, { viewer: viewerOf(request).id, anyway });
    },
  );
  server.post(
    "/api/sessions/:id/delete",
    { config: deleting, schema: { params: ById, body: AtVersion } },
    async (request) => {
      await bookings.remove(request.params.id, request.body.version);
      return { isDeleted: true };
    },
  );
}

function typedSession({ lines, ...session }: Static<typeof Session>): TypedSession {
  return { ...withoutNull(session), lines: lines.map(withoutNull) };
}

/** JSON says null where the host says undefined. */
function withoutNull<T extends object>(
  typed: T,
): { [Name in keyof T]: null extends T[Name] ? Exclude<T[Name], null> | undefined : T[Name] } {
  const entries = Object.entries(typed).map(([name, value]: [string, unknown]) => [name, value ?? undefined]);
  // Only null became undefined, as the type says.
  return Object.fromEntries(entries) as ReturnType<typeof withoutNull<T>>;
}
