import { Button } from "@mantine/core";
import { useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientGroupLine } from "../api/client-payloads.js";
import { ClientFilter, noFilter } from "../clients/client-filter.js";
import { ClientTable } from "../clients/client-table.js";
import { queryText, useClientList } from "../clients/use-client-list.js";
import { Problem } from "../common/problem.js";
import { Empty } from "../common/screen.js";
import { useApi, useWriting } from "../shell/session.js";
import { clientGroupsTexts } from "../texts/en/client-groups-texts.js";
import { clientsTexts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { written } from "../texts/plural.js";
import type { Chosen } from "./use-chosen.js";

const texts = clientGroupsTexts.adding;

interface ChooseClientsProps {
  readonly groups: readonly ClientGroupLine[];
  /** The group they are added to, whose own clients are not offered; undefined for a new one. */
  readonly groupId: number | undefined;
  readonly chosen: Chosen;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Second step: clients by search and filter, one by one or all that are found. */
export function ChooseClients({ groups, groupId, chosen, onBack, onNext }: ChooseClientsProps) {
  const api = useApi();
  const { locale } = useWriting();
  const [filter, setFilter] = useState(noFilter);
  const [error, setError] = useState<ApiError | undefined>();
  const query = { ...filter, outsideGroupId: groupId };
  const list = useClientList(query);
  const count = chosen.ids.length;

  const chooseAll = async (): Promise<void> => {
    setError(undefined);
    try {
      chosen.add(await api.get<readonly number[]>(`/api/client-ids?${queryText(query)}`));
    } catch (failure) {
      setError(toApiError(failure));
    }
  };

  return (
    <>
      <ClientFilter filter={filter} groups={groups.filter(({ id }) => id !== groupId)} onChange={setFilter} />
      {[error, list.error].map((one) => one !== undefined && <Problem key={one.message} error={one} />)}
      {list.total === 0 ? (
        <Empty>{texts.nobodyFound}</Empty>
      ) : (
        <ClientTable label={texts.tableName} list={list} choosing={chosen} isLinked={false} />
      )}
      <div className="wb-buttons" style={{ marginTop: "0.6rem" }}>
        <Button variant="default" size="xs" disabled={(list.total ?? 0) === 0} onClick={() => void chooseAll()}>
          {texts.chooseAll(written(list.total ?? 0, locale))}
        </Button>
        <Button variant="default" size="xs" disabled={count === 0} onClick={chosen.clear}>
          {texts.chooseNone}
        </Button>
        <span role="status">{texts.chosen(clientsTexts.count(count, locale))}</span>
      </div>
      <div className="wb-form-end">
        <Button variant="default" onClick={onBack}>
          {commonTexts.back}
        </Button>
        <Button disabled={count === 0} onClick={onNext}>
          {commonTexts.next}
        </Button>
      </div>
    </>
  );
}
