import type { ClearanceArea, ClearanceLevel } from "../../../src/api/index.js";

/** What a route asks of whoever calls it. */
export type Needs = "signed-in" | readonly [area: ClearanceArea, level: Exclude<ClearanceLevel, "none">];

/** A request to a route, what it needs at least, and a body its schema accepts. */
export interface RouteRow {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly needs: Needs;
  readonly body?: unknown;
}

const get = (url: string, needs: Needs): RouteRow => ({ method: "GET", url, needs });
const post = (url: string, needs: Needs, body: unknown = {}): RouteRow => ({ method: "POST", url, needs, body });
const put = (url: string, needs: Needs, body: unknown = {}): RouteRow => ({ method: "PUT", url, needs, body });

const when = { start: "2026-03-01T09:00:00", end: "2026-03-01T10:00:00", isAllDay: false };
const texts = { description: "", location: "", notes: "" };
const appointment = {
  ...when,
  ...texts,
  status: "scheduled",
  clientId: null,
  isPrivate: false,
  isFree: false,
  userIds: [99],
  resourceIds: [],
};
const session = {
  ...when,
  ...texts,
  status: "scheduled",
  clientId: 99,
  sessionType: "",
  isConfirmed: false,
  photographerId: 99,
  assistantId: null,
  resourceIds: [],
  hasAdvancedScheduling: false,
  lines: [],
};
const address = { street: "", city: "", region: "", postalCode: "", country: "" };
const client = {
  firstName: "Rosa",
  lastName: "Example",
  company: "",
  jobTitle: "",
  salutation: "",
  email: "",
  mainAddress: address,
  mailingAddress: address,
  birthDate: "--02-29",
  anniversary: "",
  notes: "",
  status: "",
  isInactive: false,
  phones: [{ label: "Mobile", number: "555-0100" }],
};
const conversion = { version: "1", clientId: 99, sessionType: "", photographerId: 99, assistantId: null };
const user = {
  initials: "ZZ",
  firstName: "",
  lastName: "",
  email: null,
  securityGroupId: null,
  colour: null,
  isInactive: false,
};
const group = { name: "Group", clearances: {} };
const settings = { isEnabled: false, schedule: { kind: "every", minutes: 5 } };

const generalSettings = { userName: "", keepDays: 90, keepRuns: 1000 };

/** Every route of the OpenAPI document with what it needs; a test finds those that are missing. */
export const routeTable: readonly RouteRow[] = [
  get("/api/me", "signed-in"),
  get("/api/menus", "signed-in"),
  get("/api/commands", "signed-in"),
  post("/api/commands/good.greet", "signed-in"),
  post("/api/views/none", "signed-in"),
  get("/api/records/client/1/status", "signed-in"),
  get("/api/users", "signed-in"),
  get("/api/resources", "signed-in"),
  get("/api/calendar?from=2026-03-01&to=2026-04-01", "signed-in"),
  get("/api/calendar?from=2026-03-01&to=2026-04-01&users=99", ["Appointments", "view"]),
  get("/api/calendar?from=2026-03-01&to=2026-04-01&users=&resources=1", ["Appointments", "view"]),
  get("/api/appointments/1", ["Appointments", "view"]),
  post("/api/appointments", ["Appointments", "add-modify"], { appointment }),
  put("/api/appointments/1", ["Appointments", "add-modify"], { version: "1", appointment }),
  post("/api/appointments/1/delete", ["Appointments", "delete"], { version: "1" }),
  post("/api/appointments/1/convert", ["Sessions", "add-modify"], conversion),
  get("/api/client-choices?text=a", ["Clients", "view"]),
  get("/api/sessions/1", ["Sessions", "view"]),
  get("/api/session-choices", "signed-in"),
  post("/api/sessions", ["Sessions", "add-modify"], { session }),
  put("/api/sessions/1", ["Sessions", "add-modify"], { version: "1", session }),
  put("/api/sessions/1/lines/1", ["Sessions", "add-modify"], { version: "1", ...when }),
  post("/api/sessions/1/delete", ["Sessions", "delete"], { version: "1" }),
  get("/api/clients?text=a", ["Clients", "view"]),
  get("/api/client-ids", ["Clients", "view"]),
  get("/api/client-phone-labels", ["Clients", "view"]),
  get("/api/clients/1", ["Clients", "view"]),
  post("/api/clients", ["Clients", "add-modify"], { client, joins: [] }),
  put("/api/clients/1", ["Clients", "add-modify"], { version: "1", client, joins: [], leaves: [] }),
  post("/api/clients/1/delete", ["Clients", "delete"], { version: "1" }),
  post("/api/clients/1/erase", ["Clients", "delete"]),
  post("/api/clients/1/merge", ["Clients", "delete"], { version: "1", other: { id: 2, version: "1" } }),
  get("/api/client-groups", ["Clients", "view"]),
  post("/api/client-groups", ["Clients", "add-modify"], { name: "Weddings", isInactive: false }),
  put("/api/client-groups/1", ["Clients", "add-modify"], { version: "1", name: "Weddings", isInactive: false }),
  post("/api/client-groups/1/add", ["Clients", "add-modify"], { clientIds: [99] }),
  post("/api/client-groups/1/remove", ["Clients", "add-modify"], { clientIds: [99] }),
  get("/api/schedule-conflicts", "signed-in"),
  get("/api/schedule-conflicts?user=99", ["Users", "add-modify"]),
  post("/api/schedule-conflicts/1/keep", "signed-in"),
  post("/api/schedule-conflicts/1/delete", "signed-in", { entryId: "none" }),
  post("/api/schedule-conflicts/1/act", "signed-in", { contribution: "none", action: "none" }),
  get("/api/notifications", "signed-in"),
  post("/api/notifications/read", "signed-in", { upToId: 0 }),
  get("/api/preferences/user-pages", "signed-in"),
  get("/api/preferences/users/1/pages/none", "signed-in"),
  get("/api/preferences/users/99/pages/none", ["Users", "add-modify"]),
  get("/api/preferences/users/99/pages/none/state", ["Users", "add-modify"]),
  put("/api/preferences/users/99/pages/none", ["Users", "add-modify"]),
  post("/api/preferences/users/99/pages/none/actions/go", ["Users", "add-modify"]),
  get("/api/preferences/company-pages", ["Company Preferences", "add-modify"]),
  get("/api/preferences/company/pages/none", ["Company Preferences", "add-modify"]),
  get("/api/preferences/company/pages/none/state", ["Company Preferences", "add-modify"]),
  put("/api/preferences/company/pages/none", ["Company Preferences", "add-modify"]),
  post("/api/preferences/company/pages/none/actions/go", ["Company Preferences", "add-modify"]),
  get("/api/jobs", ["Control Center", "view"]),
  get("/api/computers", ["Control Center", "view"]),
  get("/api/job-runs", ["Control Center", "view"]),
  get("/api/job-runs/none", ["Control Center", "view"]),
  get("/api/job-runs.csv", ["Control Center", "view"]),
  get("/api/job-run-groups", ["Control Center", "view"]),
  post("/api/job-runs/none/abort", ["Control Center", "add-modify"]),
  get("/api/control-center/general-settings", ["Control Center", "view"]),
  put("/api/control-center/general-settings", ["Control Center", "add-modify"], generalSettings),
  put("/api/jobs/none/settings", ["Control Center", "add-modify"], settings),
  post("/api/jobs/none/run", ["Control Center", "add-modify"]),
  get("/api/outbox", ["Company Preferences", "add-modify"]),
  get("/api/outbox/none", ["Company Preferences", "add-modify"]),
  get("/api/outbox/none/html", ["Company Preferences", "add-modify"]),
  get("/api/kept-users", ["Users", "view"]),
  post("/api/kept-users", ["Users", "add-modify"], user),
  put("/api/kept-users/99", ["Users", "add-modify"], { ...user, version: "1" }),
  get("/api/security-groups", ["Users", "view"]),
  post("/api/security-groups", ["Users", "add-modify"], group),
  put("/api/security-groups/99", ["Users", "add-modify"], { ...group, version: "1" }),
  get("/api/plugins", ["Plugin Manager", "view"]),
  post("/api/plugins/none/enable", ["Plugin Manager", "add-modify"]),
  post("/api/plugins/none/disable", ["Plugin Manager", "add-modify"]),
];

/** Routes that need nobody signed in, or end it. */
export const openRoutes: readonly string[] = [
  "GET /api/sign-in",
  "POST /api/sign-in",
  "POST /api/sign-out",
  "GET /api/openapi.json",
  "GET /api/events",
  "GET /health",
  "GET /metrics",
  "GET /callbacks/{pluginId}/{*}",
  "GET /plugin-pages/{viewId}/{*}",
];
