import { Type } from "typebox";

import { clientLimits } from "../../studio-data/index.js";
import type { RouteServer } from "../route-server.js";
import type { ServerServices } from "../server-services.js";

const Id = Type.Integer({ minimum: 1 });
const ById = Type.Object({ id: Id });
const AtVersion = Type.Object({ version: Type.String({ minLength: 1, maxLength: 1000 }) });
const Ids = Type.Array(Id, { maxItems: 100, uniqueItems: true });
const text = (maxLength: number) => Type.String({ maxLength });
const Day = Type.String({ pattern: "^(|\\d{4}-\\d{2}-\\d{2}|--\\d{2}-\\d{2})$" });
const Address = Type.Object({
  street: text(clientLimits.street),
  city: text(clientLimits.city),
  region: text(clientLimits.region),
  postalCode: text(clientLimits.postalCode),
  country: text(clientLimits.country),
});

const Client = Type.Object({
  firstName: text(clientLimits.firstName),
  lastName: text(clientLimits.lastName),
  company: text(clientLimits.company),
  jobTitle: text(clientLimits.jobTitle),
  salutation: text(clientLimits.salutation),
  email: text(clientLimits.email),
  mainAddress: Address,
  mailingAddress: Address,
  birthDate: Day,
  anniversary: Day,
  notes: text(8000),
  status: text(40),
  isInactive: Type.Boolean(),
  phones: Type.Array(
    Type.Object({
      id: Type.Optional(Id),
      label: text(clientLimits.phoneLabel),
      number: text(clientLimits.phoneNumber),
    }),
    { maxItems: 50 },
  ),
});
/** Which clients; the same for a page of them and for all their ids. */
const Query = {
  text: Type.String({ maxLength: 200, default: "" }),
  group: Type.Optional(Id),
  outsideGroup: Type.Optional(Id),
  inactive: Type.Boolean({ default: false }),
};
const List = Type.Object({
  ...Query,
  after: Type.Optional(Id),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
});

/** Maintenance > Client > Clients: looked up, changed and merged by hand. */
export function clientRoutes(server: RouteServer, { clientRecords: records, clientErasures }: ServerServices): void {
  const viewing = { access: { area: "Clients", level: "view" } } as const;
  const changing = { access: { area: "Clients", level: "add-modify" } } as const;
  const deleting = { access: { area: "Clients", level: "delete" } } as const;
  const Create = Type.Object({ client: Client, joins: Ids });
  const Save = Type.Object({ ...AtVersion.properties, client: Client, joins: Ids, leaves: Ids });
  const Merge = Type.Object({ ...AtVersion.properties, other: Type.Object({ id: Id, ...AtVersion.properties }) });

  server.get("/api/clients", { config: viewing, schema: { querystring: List } }, async ({ query }) =>
    records.list(queryOf(query), query.limit, query.after),
  );
  server.get("/api/client-ids", { config: viewing, schema: { querystring: Type.Object(Query) } }, async ({ query }) =>
    records.ids(queryOf(query)),
  );
  server.get("/api/client-phone-labels", { config: viewing }, async () => records.phoneLabels());
  server.get("/api/clients/:id", { config: viewing, schema: { params: ById } }, async ({ params }) =>
    records.open(params.id),
  );
  server.post("/api/clients", { config: changing, schema: { body: Create } }, async ({ body }) => ({
    id: await records.create(typedOf(body.client), body.joins),
  }));
  server.put("/api/clients/:id", { config: changing, schema: { params: ById, body: Save } }, async (request) => {
    const { version, client, joins, leaves } = request.body;
    await records.save({ id: request.params.id, version }, typedOf(client), { joins, leaves });
    return { isSaved: true };
  });
  server.post(
    "/api/clients/:id/delete",
    { config: deleting, schema: { params: ById, body: AtVersion } },
    async ({ params, body }) => {
      await records.remove({ id: params.id, version: body.version });
      return { isDeleted: true };
    },
  );
  // For good, in the studio and in what plugins keep (R6); nobody can take it back.
  server.post("/api/clients/:id/erase", { config: deleting, schema: { params: ById } }, async ({ params }) => {
    await clientErasures.erase(params.id);
    return { isErased: true };
  });
  server.post(
    "/api/clients/:id/merge",
    { config: deleting, schema: { params: ById, body: Merge } },
    async ({ params, body }) => {
      await records.merge({ id: params.id, version: body.version }, body.other);
      return { isMerged: true };
    },
  );
}

interface ListQuery {
  readonly text: string;
  readonly group?: number;
  readonly outsideGroup?: number;
  readonly inactive: boolean;
}

function queryOf({ text, group, outsideGroup, inactive }: ListQuery) {
  return { text, groupId: group, outsideGroupId: outsideGroup, includeInactive: inactive };
}

/** A phone that is new has no id. */
function typedOf<T extends { readonly phones: readonly { id?: number; label: string; number: string }[] }>(client: T) {
  return { ...client, phones: client.phones.map(({ id, label, number }) => ({ id, label, number })) };
}
