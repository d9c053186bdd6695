import { Button } from "@mantine/core";
import { useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientGroupLine } from "../api/client-payloads.js";
import { ClientFilter, noFilter } from "../clients/client-filter.js";
import { ClientTable } from "../clients/client-table.js";
import { useClientList } from "../clients/use-client-list.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Empty } from "../common/screen.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi, useWriting } from "../shell/session.js";
import { clientGroupsTexts as texts } from "../texts/en/client-groups-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { useChosen } from "./use-chosen.js";

interface GroupMembersProps {
  readonly group: ClientGroupLine;
  readonly onModify: () => void;
}

/** The clients in a group; some can be taken out of it. */
export function GroupMembers({ group, onModify }: GroupMembersProps) {
  const api = useApi();
  const { go } = useRouter();
  const { locale } = useWriting();
  const mayChange = useAllowed("Clients", "add-modify");
  const [filter, setFilter] = useState({ ...noFilter, withInactive: true });
  const [error, setError] = useState<ApiError | undefined>();
  const list = useClientList({ ...filter, groupId: group.id });
  const chosen = useChosen();

  const takeOut = async (): Promise<void> => {
    setError(undefined);
    try {
      await api.post(`/api/client-groups/${group.id}/remove`, { clientIds: chosen.ids });
      chosen.clear();
      list.reload();
    } catch (failure) {
      setError(toApiError(failure));
    }
  };

  return (
    <>
      {group.isInactive && <Notice severity="information" text={texts.isInactive} />}
      {mayChange && (
        <div className="wb-buttons" style={{ marginBottom: "0.85rem" }}>
          <Button onClick={() => go({ kind: "add-clients-to-group", groupId: group.id })}>{texts.adding.title}</Button>
          <Button variant="default" onClick={onModify}>
            {commonTexts.modify}
          </Button>
          <Button variant="default" disabled={chosen.ids.length === 0} onClick={() => void takeOut()}>
            {texts.remove}
          </Button>
        </div>
      )}
      <ClientFilter filter={filter} onChange={setFilter} />
      {[error, list.error].map((one) => one !== undefined && <Problem key={one.message} error={one} />)}
      {list.total === 0 ? (
        <Empty>{texts.noMember}</Empty>
      ) : (
        <ClientTable label={texts.membersName(group.name)} list={list} {...(mayChange && { choosing: chosen })} />
      )}
      <p className="wb-clients-count" role="status">
        {list.total !== undefined && texts.foundAndChosen(list.total, chosen.ids.length, locale)}
      </p>
    </>
  );
}
