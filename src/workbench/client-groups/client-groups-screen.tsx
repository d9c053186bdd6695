import { Button, Table } from "@mantine/core";
import { useCallback, useState } from "react";

import type { ClientGroupLine } from "../api/client-payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn, useWriting } from "../shell/session.js";
import { clientGroupsTexts as texts } from "../texts/en/client-groups-texts.js";
import { clientsTexts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { GroupDialog } from "./group-dialog.js";
import { GroupMembers } from "./group-members.js";

const { columns } = texts;

/** Maintenance > Client > Client Groups: all groups, or the clients in one of them. */
export default function ClientGroupsScreen({ groupId }: { readonly groupId: number | undefined }) {
  const api = useApi();
  const mayChange = useAllowed("Clients", "add-modify");
  const groups = useLoaded(
    useCallback((signal) => api.get<readonly ClientGroupLine[]>("/api/client-groups", signal), [api]),
  );
  useReloadOn(["clients-changed"], groups.reload);
  const [dialog, setDialog] = useState<{ readonly group: ClientGroupLine | undefined } | undefined>();
  const group = groups.value?.find(({ id }) => id === groupId);
  const dialogs = dialog !== undefined && (
    <GroupDialog
      group={dialog.group}
      onClose={() => setDialog(undefined)}
      onSaved={() => {
        setDialog(undefined);
        groups.reload();
      }}
    />
  );

  if (groupId !== undefined) {
    return (
      <Screen
        title={group?.name ?? texts.oneTitle}
        isWide
        aside={<PlaceLink to={{ kind: "client-groups", groupId: undefined }}>{texts.all}</PlaceLink>}
      >
        <WhenLoaded loaded={groups}>
          {() =>
            group === undefined ? (
              <Empty>{texts.notFound}</Empty>
            ) : (
              <GroupMembers group={group} onModify={() => setDialog({ group })} />
            )
          }
        </WhenLoaded>
        {dialogs}
      </Screen>
    );
  }
  return (
    <Screen
      title={texts.title}
      aside={mayChange && <Button onClick={() => setDialog({ group: undefined })}>{commonTexts.add}</Button>}
    >
      <WhenLoaded loaded={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{texts.empty}</Empty>
          ) : (
            <Groups groups={all} mayChange={mayChange} onModify={(one) => setDialog({ group: one })} />
          )
        }
      </WhenLoaded>
      {dialogs}
    </Screen>
  );
}

interface GroupsProps {
  readonly groups: readonly ClientGroupLine[];
  readonly mayChange: boolean;
  readonly onModify: (group: ClientGroupLine) => void;
}

function Groups({ groups, mayChange, onModify }: GroupsProps) {
  const { locale } = useWriting();
  return (
    <DataTable
      isHighlighted
      hasActions={mayChange}
      label={texts.tableName}
      columns={[columns.name, columns.clients, columns.inactive]}
    >
      {groups.map((group) => (
        <DataRow key={group.id}>
          <Table.Td>
            <PlaceLink to={{ kind: "client-groups", groupId: group.id }}>{group.name}</PlaceLink>
          </Table.Td>
          <Table.Td>{clientsTexts.count(group.memberCount, locale)}</Table.Td>
          <Table.Td>{group.isInactive ? commonTexts.yes : commonTexts.no}</Table.Td>
          {mayChange && (
            <Table.Td>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={commonTexts.actionOn(commonTexts.modify, group.name)}
                onClick={() => onModify(group)}
              >
                {commonTexts.modify}
              </Button>
            </Table.Td>
          )}
        </DataRow>
      ))}
    </DataTable>
  );
}
