import { Button } from "@mantine/core";
import { useCallback, useState } from "react";

import type { ClientGroupLine } from "../api/client-payloads.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi, useWriting } from "../shell/session.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { ClientFilter, noFilter } from "./client-filter.js";
import { ClientTable } from "./client-table.js";
import { useClientList } from "./use-client-list.js";

/** Maintenance > Client > Clients: everybody, found by name, company, email or phone. */
export default function ClientsScreen() {
  const api = useApi();
  const { go } = useRouter();
  const { locale } = useWriting();
  const mayAdd = useAllowed("Clients", "add-modify");
  const [filter, setFilter] = useState(noFilter);
  const groups = useLoaded(
    useCallback((signal) => api.get<readonly ClientGroupLine[]>("/api/client-groups", signal), [api]),
  );
  const list = useClientList(filter);
  const { clients, total, error, reload } = list;
  return (
    <Screen
      title={texts.title}
      isWide
      aside={mayAdd && <Button onClick={() => go({ kind: "client", clientId: undefined })}>{commonTexts.add}</Button>}
    >
      <ClientFilter filter={filter} groups={groups.value ?? []} onChange={setFilter} />
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {total === 0 ? (
        <Empty>{texts.nobodyFound}</Empty>
      ) : (
        clients.length > 0 && <ClientTable label={texts.title} list={list} />
      )}
      <p className="wb-clients-count" role="status">
        {total !== undefined && texts.count(total, locale)}
      </p>
    </Screen>
  );
}
