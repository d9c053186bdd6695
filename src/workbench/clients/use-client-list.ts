import { useCallback, useEffect, useRef, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientLine, ClientListPage } from "../api/client-payloads.js";
import { useApi, useReloadOn } from "../shell/session.js";

/** What a list of clients is asked for. */
export interface ClientQuery {
  readonly text: string;
  readonly groupId?: number | undefined;
  readonly outsideGroupId?: number | undefined;
  readonly withInactive: boolean;
}

export interface ClientList {
  readonly clients: readonly ClientLine[];
  /** How many the search finds; undefined until the host has said. */
  readonly total: number | undefined;
  readonly error: ApiError | undefined;
  readonly reload: () => void;
  /** Asks for the next page, unless it is being asked for or there is none. */
  readonly more: () => void;
}

const pageSize = 100;
/** People go on typing; the host is asked when they pause. */
const pauseMilliseconds = 200;

/** Clients by name, a page at a time. While something else is asked, what is known stays on screen. */
export function useClientList(query: ClientQuery): ClientList {
  const api = useApi();
  const address = queryText(query);
  const [state, setState] = useState<Pick<ClientList, "clients" | "total" | "error">>({
    clients: [],
    total: undefined,
    error: undefined,
  });
  const [turn, setTurn] = useState(0);
  const current = useRef({ address, isAsking: false });
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  useReloadOn(["clients-changed"], reload);

  useEffect(() => {
    const stop = new AbortController();
    current.current = { address, isAsking: true };
    const asking = setTimeout(() => {
      api.get<ClientListPage>(`/api/clients?${address}&limit=${pageSize}`, stop.signal).then(
        ({ clients, total }) => {
          current.current.isAsking = false;
          setState({ clients, total, error: undefined });
        },
        (failure: unknown) => {
          if (!stop.signal.aborted) setState((before) => ({ ...before, error: toApiError(failure) }));
        },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(asking);
      stop.abort();
    };
  }, [api, address, turn]);

  const { clients, total } = state;
  const more = useCallback(() => {
    const last = clients.at(-1);
    if (current.current.isAsking || last === undefined || clients.length >= (total ?? 0)) return;
    current.current.isAsking = true;
    api.get<ClientListPage>(`/api/clients?${address}&limit=${pageSize}&after=${last.id}`).then(
      (page) => {
        if (current.current.address !== address) return;
        current.current.isAsking = false;
        // A page that comes up empty ends the list, whatever was counted.
        setState((before) => ({
          ...before,
          clients: [...before.clients, ...page.clients],
          total: page.clients.length === 0 ? before.clients.length : before.total,
        }));
      },
      (failure: unknown) => setState((before) => ({ ...before, error: toApiError(failure) })),
    );
  }, [api, address, clients, total]);

  return { ...state, reload, more };
}

/** The query as the host reads it from an address. */
export function queryText({ text, groupId, outsideGroupId, withInactive }: ClientQuery): string {
  const query = new URLSearchParams({ text: text.trim(), inactive: String(withInactive) });
  if (groupId !== undefined) query.set("group", String(groupId));
  if (outsideGroupId !== undefined) query.set("outsideGroup", String(outsideGroupId));
  return query.toString();
}
