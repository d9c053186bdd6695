import { createContext, use, useEffect, useRef } from "react";

import type { ApiClient } from "../api/api-client.js";
import type { LiveEvent, Me } from "../api/payloads.js";
import type { ClearanceLevel } from "../api/payloads.js";
import type { Writing } from "../common/shown-text.js";
import { allows } from "./menu-tree.js";

/** Everything a screen needs while somebody is signed in. */
export interface Session {
  readonly me: Me;
  readonly api: ApiClient;
  readonly subscribe: (listener: LiveListener) => () => void;
  readonly signOut: () => void;
}

/** Hears live events; "reconnected" means that some may have been missed. */
export type LiveListener = (event: LiveEvent | { readonly kind: "reconnected" }) => void;

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext;

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error("Nobody is signed in above this component");
  return session;
}

export function useApi(): ApiClient {
  return useSession().api;
}

/** How the studio writes dates and times. */
export function useWriting(): Writing {
  return useSession().me.studio;
}

/** Whether the signed-in user may do something; the host checks again. */
export function useAllowed(area: string, level: ClearanceLevel): boolean {
  return allows(useSession().me.clearances, area, level);
}

/** Hears live events for as long as the component is on screen. */
export function useLive(listener: LiveListener): void {
  const { subscribe } = useSession();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => subscribe((event) => latest.current(event)), [subscribe]);
}

/** Loads again when one of these things happened, or may have while the connection was broken. */
export function useReloadOn(kinds: readonly LiveEvent["kind"][], reload: () => void): void {
  useLive((event) => {
    if (event.kind === "reconnected" || kinds.includes(event.kind)) reload();
  });
}
