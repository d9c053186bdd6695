import { useCallback, useEffect, useRef } from "react";

import { followLiveEvents } from "../api/live-events.js";
import type { LiveListener, Session } from "./session.js";

const reopenAfter = 5000;

/** One stream of live events for all screens of the page. @returns how to listen */
export function useLiveEvents(): Session["subscribe"] {
  const listeners = useRef(new Set<LiveListener>());
  useEffect(() => {
    const tell: LiveListener = (event) => {
      for (const listener of listeners.current) listener(event);
    };
    return followLiveEvents({
      open: () => new EventSource("/api/events"),
      onEvent: tell,
      onReconnected: () => tell({ kind: "reconnected" }),
      later: (work) => {
        const timer = window.setTimeout(work, reopenAfter);
        return () => window.clearTimeout(timer);
      },
    });
  }, []);
  return useCallback((listener) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);
}
