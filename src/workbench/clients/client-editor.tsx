import { Button } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { ApiError, toApiError } from "../api/api-error.js";
import type { ClientRecord, ClientValues } from "../api/client-payloads.js";
import { Ask } from "../common/ask.js";
import { ChangedMeanwhile } from "../common/changed-meanwhile.js";
import { Problem } from "../common/problem.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";
import { ClientForm } from "./client-form.js";
import { nameOf, newClient, putUpon, valuesOf } from "./client-model.js";
import type { ClientSurroundings } from "./client-screen.js";
import { MergeDialog } from "./merge-dialog.js";

type Open = "deleting" | "merging" | { readonly changedTo: ClientRecord };

/** The form of a client with its buttons. What was typed stays until it is saved or given up. */
export function ClientEditor(props: ClientSurroundings & { readonly onReload: () => void }) {
  const { record, groups, phoneLabels, onReload } = props;
  const api = useApi();
  const { go } = useRouter();
  const mayChange = useAllowed("Clients", "add-modify");
  const mayDelete = useAllowed("Clients", "delete");
  const opened = record === undefined ? newClient : valuesOf(record);
  const openedGroups = record?.groupIds ?? [];
  const [values, setValues] = useState<ClientValues>(opened);
  const [groupIds, setGroupIds] = useState(openedGroups);
  const [open, setOpen] = useState<Open | undefined>();
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);
  const isReadOnly = !mayChange || record?.isDeleted === true;

  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setOpen(undefined);
    try {
      await work();
    } catch (failure) {
      const isStale = failure instanceof ApiError && failure.code === "stale-record";
      if (isStale && record !== undefined) await look(record.id);
      else setError(toApiError(failure));
    } finally {
      setBusy(false);
    }
  };
  const look = async (id: number): Promise<void> => {
    try {
      setOpen({ changedTo: await api.get<ClientRecord>(`/api/clients/${id}`) });
    } catch (failure) {
      setError(toApiError(failure));
    }
  };
  const save = (client: ClientValues, version: string | undefined): Promise<void> =>
    run(async () => {
      const joins = groupIds.filter((id) => !openedGroups.includes(id));
      const leaves = openedGroups.filter((id) => !groupIds.includes(id));
      if (record === undefined) await api.post("/api/clients", { client, joins });
      else await api.put(`/api/clients/${record.id}`, { version, client, joins, leaves });
      go({ kind: "clients" });
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(values, record?.version);
  };
  const changed = typeof open === "object" ? open.changedTo : undefined;
  const merged = changed === undefined ? undefined : putUpon(opened, values, valuesOf(changed));

  return (
    <form onSubmit={submit} noValidate>
      <ClientForm
        values={values}
        groupIds={groupIds}
        groups={groups}
        phoneLabels={phoneLabels}
        isReadOnly={isReadOnly}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        onGroups={setGroupIds}
      />
      <div className="wb-form-end">
        {!isReadOnly && (
          <Button type="submit" loading={isBusy}>
            OK
          </Button>
        )}
        <Button variant="default" onClick={() => go({ kind: "clients" })}>
          {isReadOnly ? "Close" : "Cancel"}
        </Button>
        {record !== undefined && mayDelete && !isReadOnly && (
          <>
            <Button variant="default" ml="auto" onClick={() => setOpen("merging")}>
              Merge…
            </Button>
            <Button variant="default" onClick={() => setOpen("deleting")}>
              Delete
            </Button>
          </>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
      {record !== undefined && open === "merging" && (
        <MergeDialog
          record={record}
          onClose={() => setOpen(undefined)}
          onMerged={() => {
            setOpen(undefined);
            onReload();
          }}
        />
      )}
      {record !== undefined && open === "deleting" && (
        <Ask
          title="Delete Client"
          question={`Delete ${nameOf(record)}? Appointments and sessions stay as they are.`}
          answers={[
            { label: "Cancel", onChoose: () => setOpen(undefined) },
            {
              label: "Delete",
              isMain: true,
              onChoose: () =>
                void run(async () => {
                  await api.post(`/api/clients/${record.id}/delete`, { version: record.version });
                  go({ kind: "clients" });
                }),
            },
          ]}
          onClose={() => setOpen(undefined)}
        />
      )}
      {changed !== undefined && merged !== undefined && (
        <ChangedMeanwhile
          rows={merged.differences}
          onKeepMine={() => void save(merged.values, changed.version)}
          onTakeTheirs={() => {
            setOpen(undefined);
            onReload();
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </form>
  );
}
