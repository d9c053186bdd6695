import type { Values } from "../api/payloads.js";

/** Whose preferences. */
export type PageOwner = { readonly kind: "company" } | { readonly kind: "user"; readonly userId: number };

/** A place in the workbench. */
export type Route =
  | { readonly kind: "calendar" }
  | { readonly kind: "user-preferences"; readonly pageId: string | undefined }
  | { readonly kind: "company-preferences"; readonly pageId: string | undefined }
  | { readonly kind: "users" }
  | { readonly kind: "new-user" }
  | { readonly kind: "user"; readonly userId: number; readonly pageId: string | undefined }
  | { readonly kind: "security-groups"; readonly groupId: number | "new" | undefined }
  | { readonly kind: "view"; readonly viewId: string; readonly input: Values }
  | { readonly kind: "clients" }
  /** Without a number: a new one. */
  | { readonly kind: "client"; readonly clientId: number | undefined }
  | { readonly kind: "client-groups"; readonly groupId: number | undefined }
  | { readonly kind: "add-clients-to-group"; readonly groupId: number | undefined }
  | { readonly kind: "schedule-conflicts" }
  | { readonly kind: "control-center" }
  | { readonly kind: "job-logs"; readonly jobRunId: string | undefined }
  | { readonly kind: "outbox"; readonly mailId: string | undefined }
  | { readonly kind: "plugins" }
  | { readonly kind: "unknown"; readonly path: string };

/** What a site one came back from had to say. */
export interface ToldOnReturn {
  readonly message: string;
  readonly isProblem: boolean;
}

/** The place an address names. @param search with its question mark, or empty */
export function routeOf(path: string, search: string): Route {
  const [first, second, third, ...rest] = path.split("/").filter(Boolean).map(decoded);
  const unknown: Route = { kind: "unknown", path };
  if (rest.length > 0) return unknown;
  switch (first) {
    case undefined:
      return { kind: "calendar" };
    case "calendar":
      return second === undefined ? { kind: "calendar" } : unknown;
    case "preferences":
      if (second === "user") return { kind: "user-preferences", pageId: third };
      return second === "company" ? { kind: "company-preferences", pageId: third } : unknown;
    case "users":
      if (second === undefined) return { kind: "users" };
      if (second === "new" && third === undefined) return { kind: "new-user" };
      return /^\d+$/.test(second) ? { kind: "user", userId: Number(second), pageId: third } : unknown;
    case "security-groups":
      if (third !== undefined) return unknown;
      if (second === undefined || second === "new") return { kind: "security-groups", groupId: second };
      return /^\d+$/.test(second) ? { kind: "security-groups", groupId: Number(second) } : unknown;
    case "views":
      if (second === undefined || third !== undefined) return unknown;
      return { kind: "view", viewId: second, input: inputOf(search) };
    case "clients":
      if (third !== undefined) return unknown;
      if (second === undefined) return { kind: "clients" };
      if (second === "new") return { kind: "client", clientId: undefined };
      return isId(second) ? { kind: "client", clientId: Number(second) } : unknown;
    case "client-groups":
      if (third !== undefined || (second !== undefined && !isId(second))) return unknown;
      return { kind: "client-groups", groupId: numberOf(second) };
    case "add-clients-to-group":
      if (third !== undefined || (second !== undefined && !isId(second))) return unknown;
      return { kind: "add-clients-to-group", groupId: numberOf(second) };
    case "schedule-conflicts":
      return second === undefined ? { kind: "schedule-conflicts" } : unknown;
    case "control-center":
      if (second === undefined) return { kind: "control-center" };
      return second === "logs" ? { kind: "job-logs", jobRunId: third } : unknown;
    case "outbox":
      return third === undefined ? { kind: "outbox", mailId: second } : unknown;
    case "plugins":
      return second === undefined ? { kind: "plugins" } : unknown;
    default:
      return unknown;
  }
}

/** The address of a place. */
export function addressOf(route: Route): string {
  switch (route.kind) {
    case "calendar":
      return "/calendar";
    case "user-preferences":
      return joined("preferences", "user", route.pageId);
    case "company-preferences":
      return joined("preferences", "company", route.pageId);
    case "users":
      return "/users";
    case "new-user":
      return "/users/new";
    case "user":
      return joined("users", String(route.userId), route.pageId);
    case "security-groups":
      return joined("security-groups", route.groupId === undefined ? undefined : String(route.groupId));
    case "view": {
      const query =
        Object.keys(route.input).length === 0 ? "" : `?input=${encodeURIComponent(JSON.stringify(route.input))}`;
      return `${joined("views", route.viewId)}${query}`;
    }
    case "clients":
      return "/clients";
    case "client":
      return joined("clients", String(route.clientId ?? "new"));
    case "client-groups":
    case "add-clients-to-group":
      return joined(route.kind, route.groupId === undefined ? undefined : String(route.groupId));
    case "schedule-conflicts":
      return "/schedule-conflicts";
    case "control-center":
      return "/control-center";
    case "job-logs":
      return joined("control-center", "logs", route.jobRunId);
    case "outbox":
      return joined("outbox", route.mailId);
    case "plugins":
      return "/plugins";
    case "unknown":
      return route.path;
  }
}

/** The message a callback put into the address, and the address without it. */
export function takeMessage(search: string): { readonly told: ToldOnReturn | undefined; readonly rest: string } {
  const query = new URLSearchParams(search);
  const message = query.get("message");
  if (message === null) return { told: undefined, rest: search };
  const isProblem = query.has("problem");
  query.delete("message");
  query.delete("problem");
  const rest = query.toString();
  return { told: { message, isProblem }, rest: rest === "" ? "" : `?${rest}` };
}

function joined(...parts: readonly (string | undefined)[]): string {
  return `/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/")}`;
}

function isId(part: string): boolean {
  return /^\d+$/.test(part);
}

function numberOf(part: string | undefined): number | undefined {
  return part === undefined ? undefined : Number(part);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not ours: no address of the workbench has a stray percent sign, so it will be unknown as it stands.
    return part;
  }
}

function inputOf(search: string): Values {
  try {
    const input: unknown = JSON.parse(new URLSearchParams(search).get("input") ?? "{}");
    return typeof input === "object" && input !== null ? (input as Values) : {};
  } catch {
    // An address cut short: the view says what it misses.
    return {};
  }
}
