import type { LiveEvent } from "./payloads.js";

/** As much of the browser's EventSource as is needed here. */
export interface EventStream {
  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
  readonly readyState: number;
}

export interface LiveEventsOptions {
  readonly open: () => EventStream;
  readonly onEvent: (event: LiveEvent) => void;
  /** The stream is open again after a gap: events may have been missed. */
  readonly onReconnected: () => void;
  /** Calls later; returns how to call it off. */
  readonly later: (work: () => void) => () => void;
}

const kinds = [
  "progress",
  "notifications-changed",
  "calendar-changed",
  "conflicts-changed",
  "clients-changed",
  "jobs-changed",
  "plugins-changed",
] as const;
const closed = 2;

/** Listens to the host for as long as the page is open. @returns how to stop */
export function followLiveEvents({ open, onEvent, onReconnected, later }: LiveEventsOptions): () => void {
  let wasConnected = false;
  let stream: EventStream | undefined;
  let callOff: () => void = () => undefined;

  const connect = (): void => {
    const opened = open();
    stream = opened;
    opened.addEventListener("connected", () => {
      if (wasConnected) onReconnected();
      wasConnected = true;
    });
    for (const kind of kinds) {
      opened.addEventListener(kind, ({ data }) => {
        const event = liveEventOf(kind, data);
        if (event !== undefined) onEvent(event);
      });
    }
    opened.addEventListener("error", () => {
      // The browser reconnects by itself, except after an answer that was no stream.
      if (opened.readyState === closed) callOff = later(connect);
    });
  };

  connect();
  return () => {
    callOff();
    stream?.close();
  };
}

/** What a message of the stream says; undefined when it is none of the host's. */
function liveEventOf(kind: (typeof kinds)[number], data: unknown): LiveEvent | undefined {
  if (kind !== "progress") return { kind };
  try {
    // The host promises the shape of its events; anything else fails below or is not an object.
    const event = JSON.parse(String(data)) as Partial<Extract<LiveEvent, { kind: "progress" }>>;
    const { pluginId, userId, progress } = event;
    if (pluginId === undefined || userId === undefined || progress === undefined) return undefined;
    return { kind, pluginId, userId, progress };
  } catch {
    // A line cut short by a closing connection; the next report says more.
    return undefined;
  }
}
