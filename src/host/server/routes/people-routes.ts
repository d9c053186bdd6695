import { Type } from "typebox";

import { hashOfToken } from "../../security/index.js";
import type { UserFields } from "../../studio-data/index.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Id = Type.Integer({ minimum: 1 });
const ById = Type.Object({ id: Id });
const User = Type.Object({
  initials: Type.String({ minLength: 1, maxLength: 10, pattern: "\\S" }),
  firstName: Type.String({ maxLength: 50 }),
  lastName: Type.String({ maxLength: 50 }),
  email: Type.Union([Type.String({ format: "email", maxLength: 254 }), Type.Null()]),
  securityGroupId: Type.Union([Id, Type.Null()]),
  colour: Type.Union([Type.String({ pattern: "^#[0-9a-f]{6}$" }), Type.Null()]),
  isInactive: Type.Boolean(),
  /** Left out: the one there is stays. */
  password: Type.Optional(Type.String({ minLength: 8, maxLength: 200 })),
});
const Level = Type.Union([
  Type.Literal("none"),
  Type.Literal("view"),
  Type.Literal("add-modify"),
  Type.Literal("delete"),
]);
const Group = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }),
  clearances: Type.Partial(
    Type.Object({
      Appointments: Level,
      Sessions: Level,
      Clients: Level,
      Users: Level,
      "Company Preferences": Level,
      "Control Center": Level,
      "Plugin Manager": Level,
    }),
  ),
});

/** The version a record was opened at (G9). */
const version = Type.String({ minLength: 1, maxLength: 100 });
const ChangedUser = Type.Object({ ...User.properties, version });
const ChangedGroup = Type.Object({ ...Group.properties, version });

/** Maintenance > General (Studio) > Users, Security Groups. */
export function peopleRoutes(server: RouteServer, { peopleKeeper: keeper }: ServerServices): void {
  const viewing = { access: { area: "Users", level: "view" } } as const;
  const changing = { access: { area: "Users", level: "add-modify" } } as const;

  server.get("/api/kept-users", { config: viewing }, async () => keeper.listUsers());
  server.post("/api/kept-users", { config: changing, schema: { body: User } }, async ({ body }) => {
    const { password, ...user } = body;
    return { id: await keeper.createUser(fieldsOf(user), password) };
  });
  server.put(
    "/api/kept-users/:id",
    { config: changing, schema: { params: ById, body: ChangedUser } },
    async (request) => {
      const { password, version, ...user } = request.body;
      const { id } = request.params;
      const tokenHash = hashOfToken(request.session?.token ?? "");
      return { version: await keeper.saveUser(id, version, fieldsOf(user), password, tokenHash) };
    },
  );

  server.get("/api/security-groups", { config: viewing }, async () => keeper.listGroups());
  server.post("/api/security-groups", { config: changing, schema: { body: Group } }, async ({ body }) => ({
    id: await keeper.createGroup(body),
  }));
  server.put(
    "/api/security-groups/:id",
    { config: changing, schema: { params: ById, body: ChangedGroup } },
    async (request) => {
      await keeper.saveGroup({ ...request.body, id: request.params.id });
      return { isSaved: true };
    },
  );
}

function fieldsOf({
  email,
  securityGroupId,
  colour,
  ...user
}: Omit<UserFields, "email" | "securityGroupId" | "colour"> & {
  readonly email: string | null;
  readonly securityGroupId: number | null;
  readonly colour: string | null;
}): UserFields {
  return {
    ...user,
    initials: user.initials.trim(),
    email: email ?? undefined,
    securityGroupId: securityGroupId ?? undefined,
    colour: colour ?? undefined,
  };
}
