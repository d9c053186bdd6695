import { useState } from "react";

import { ApiError, toApiError } from "../api/api-error.js";
import type { ClientRecord, ClientValues } from "../api/client-payloads.js";
import { putUpon } from "../common/put-upon.js";
import { useApi } from "../shell/session.js";
import { differencesOf, valuesOf } from "./client-model.js";
import type { Difference } from "./client-model.js";

/** What is typed of a client. */
export interface TypedClient {
  readonly values: ClientValues;
  readonly groupIds: readonly number[];
}

/** Somebody saved the client while it was open here (G9). */
export interface Changed {
  readonly differences: readonly Difference[];
  /** What is typed here, put upon what is saved now. */
  readonly values: ClientValues;
  readonly version: string;
}

export interface ClientSaving {
  readonly isBusy: boolean;
  readonly error: ApiError | undefined;
  readonly changed: Changed | undefined;
  readonly save: (typed: TypedClient) => Promise<void>;
  /** Saves what is typed in spite of what changed meanwhile. */
  readonly saveAnyway: (typed: TypedClient) => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly dismiss: () => void;
}

/** Saves or deletes a client that was opened. @param record none for a new one */
export function useClientSaving(record: ClientRecord | undefined, onDone: () => void): ClientSaving {
  const api = useApi();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>();
  const [changed, setChanged] = useState<Changed | undefined>();

  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setChanged(undefined);
    try {
      await work();
    } catch (failure) {
      setError(toApiError(failure));
    } finally {
      setBusy(false);
    }
  };
  const send = async ({ values: client, groupIds }: TypedClient, version: string | undefined): Promise<void> => {
    const before = record?.groupIds ?? [];
    const joins = groupIds.filter((id) => !before.includes(id));
    const leaves = before.filter((id) => !groupIds.includes(id));
    if (record === undefined) await api.post("/api/clients", { client, joins });
    else await api.put(`/api/clients/${record.id}`, { version, client, joins, leaves });
    onDone();
  };
  const sendUnlessChanged = async (typed: TypedClient, version: string | undefined): Promise<void> => {
    try {
      await send(typed, version);
    } catch (failure) {
      const isStale = failure instanceof ApiError && failure.code === "stale-record";
      if (!isStale || record === undefined) throw failure;
      const now = await api.get<ClientRecord>(`/api/clients/${record.id}`);
      const saved = valuesOf(now);
      const { values, replaced } = putUpon(valuesOf(record), typed.values, saved);
      // Nothing of theirs would be replaced: there is nothing to choose between.
      if (replaced.length === 0) await send({ ...typed, values }, now.version);
      else setChanged({ values, differences: differencesOf(replaced, values, saved), version: now.version });
    }
  };

  return {
    isBusy,
    error,
    changed,
    save: (typed) => run(() => sendUnlessChanged(typed, record?.version)),
    saveAnyway: (typed) =>
      run(async () => {
        if (changed !== undefined) await sendUnlessChanged({ ...typed, values: changed.values }, changed.version);
      }),
    remove: () =>
      run(async () => {
        if (record === undefined) return;
        await api.post(`/api/clients/${record.id}/delete`, { version: record.version });
        onDone();
      }),
    dismiss: () => setChanged(undefined),
  };
}
