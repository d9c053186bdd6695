import type { LocalGoogle, LogEntry } from "../../src/local-google/index.js";

/** One call that wrote an event. */
export interface EventWriteCall {
  readonly method: "POST" | "PATCH" | "PUT" | "DELETE";
  readonly eventId: string | undefined;
  readonly query: LogEntry["query"];
  readonly body: Readonly<Record<string, unknown>>;
}

/** The calls that wrote events, in the order they were sent, those inside batches too. */
export function writesTo({ log }: LocalGoogle): readonly EventWriteCall[] {
  return log
    .entries()
    .flatMap((entry) => entry.parts ?? [entry])
    .filter(({ operation, method }) => operation.startsWith("calendar.events.") && method !== "GET")
    .map(({ method, path, query, body }) => ({
      // Google's methods for events are exactly these.
      method: method as EventWriteCall["method"],
      eventId: /\/events\/([^/?]+)/.exec(path)?.[1],
      query,
      body: typeof body === "object" && body !== null ? { ...body } : {},
    }));
}

/** Writes as "PATCH location", "POST", "DELETE": the method and the fields a patch names. */
export function writtenFields(google: LocalGoogle): readonly string[] {
  return writesTo(google).map(({ method, body }) =>
    method === "PATCH" ? `PATCH ${Object.keys(body).toSorted().join(" ")}` : method,
  );
}
