import { Button } from "@mantine/core";
import { useCallback } from "react";

import type { ClientGroupLine, ClientRecord } from "../api/client-payloads.js";
import { Notice } from "../common/notice.js";
import { RecordStatusLines } from "../common/record-status.js";
import { Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useApi } from "../shell/session.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { ClientEditor } from "./client-editor.js";
import { nameOf } from "./client-model.js";
import { EraseClient } from "./erase-client.js";

/** What the record needs beside the client. */
export interface ClientSurroundings {
  readonly record: ClientRecord | undefined;
  readonly groups: readonly ClientGroupLine[];
  readonly phoneLabels: readonly string[];
}

/** One client, or a new one. */
export default function ClientScreen({ clientId }: { readonly clientId: number | undefined }) {
  const api = useApi();
  const load = useCallback(
    async (signal: AbortSignal): Promise<ClientSurroundings> => {
      const [record, groups, phoneLabels] = await Promise.all([
        clientId === undefined ? undefined : api.get<ClientRecord>(`/api/clients/${clientId}`, signal),
        api.get<readonly ClientGroupLine[]>("/api/client-groups", signal),
        api.get<readonly string[]>("/api/client-phone-labels", signal),
      ]);
      return { record, groups, phoneLabels };
    },
    [api, clientId],
  );
  const loaded = useLoaded(load);
  const record = loaded.value?.record;
  const title = clientId === undefined ? texts.one.newTitle : record === undefined ? texts.one.title : nameOf(record);
  return (
    <Screen title={title} aside={<PlaceLink to={{ kind: "clients" }}>{texts.one.all}</PlaceLink>}>
      <WhenLoaded loaded={loaded}>
        {(surroundings) => (
          <>
            {record?.isDeleted === true && <Gone record={record} />}
            <ClientEditor key={record?.version ?? "new"} {...surroundings} onReload={loaded.reload} />
            {clientId !== undefined && <RecordStatusLines kind="client" id={clientId} />}
            {record !== undefined && <EraseClient record={record} />}
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}

function Gone({ record: { mergedInto } }: { readonly record: ClientRecord }) {
  if (mergedInto === undefined) return <Notice severity="warning" text={texts.one.deleted} />;
  return (
    <>
      <Notice severity="warning" text={texts.one.merged} />
      <Button component={PlaceLink} to={{ kind: "client", clientId: mergedInto }} variant="default" mb="md">
        {texts.one.openOther}
      </Button>
    </>
  );
}
