import type { GoogleApi, Operation } from "./operation.js";

/** The parameters every method of every Google API knows. */
const standardParameters = [
  "access_token",
  "alt",
  "callback",
  "fields",
  "key",
  "oauth_token",
  "prettyPrint",
  "quotaUser",
  "uploadType",
  "upload_protocol",
  "userIp",
  "$.xgafv",
];

export interface Route {
  readonly operation: Operation;
  readonly api: GoogleApi;
  readonly segments: readonly string[];
  readonly knownParameters: ReadonlySet<string>;
}

export interface RouteMatch {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the method of a request by verb and path. */
export class Router {
  readonly #routes = new Map<string, Route[]>();

  constructor(apis: readonly GoogleApi[]) {
    for (const api of apis) for (const operation of api.operations) this.#add(api, operation);
  }

  #add(api: GoogleApi, operation: Operation): void {
    const segments = operation.path.split("/");
    const key = `${operation.method} ${segments.length}`;
    const knownParameters = new Set([...standardParameters, ...operation.query]);
    const routes = this.#routes.get(key) ?? [];
    routes.push({ operation, api, segments, knownParameters });
    // A literal segment wins over a parameter: events/import before events/{eventId}.
    routes.sort((one, other) => countParameters(one) - countParameters(other));
    this.#routes.set(key, routes);
  }

  match(method: string, path: string): RouteMatch | undefined {
    const segments = path.split("/");
    for (const route of this.#routes.get(`${method} ${segments.length}`) ?? []) {
      const parameters = matchSegments(route.segments, segments);
      if (parameters) return { route, path: parameters };
    }
    return undefined;
  }
}

function countParameters(route: Route): number {
  return route.segments.filter((segment) => segment.startsWith("{")).length;
}

function matchSegments(pattern: readonly string[], actual: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = actual[index] ?? "";
    if (expected.startsWith("{")) {
      // A custom verb follows its parameter in the same segment: {peopleId}:updateContact.
      const [name = "", verb = ""] = expected.slice(1).split("}");
      const decoded = segment.endsWith(verb) ? decode(segment.slice(0, segment.length - verb.length)) : undefined;
      if (!decoded) return undefined;
      parameters[name] = decoded;
    } else if (expected !== segment) {
      return undefined;
    }
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch (malformed) {
    if (malformed instanceof URIError) return undefined;
    throw malformed;
  }
}
