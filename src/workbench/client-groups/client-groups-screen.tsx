import { Button, Table } from "@mantine/core";
import { useCallback, useState } from "react";

import type { ClientGroupLine } from "../api/client-payloads.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { countText } from "../clients/count-text.js";
import { PlaceLink } from "../routing/router.js";
import { useAllowed, useApi, useReloadOn, useWriting } from "../shell/session.js";
import { GroupDialog } from "./group-dialog.js";
import { GroupMembers } from "./group-members.js";

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
        title={group?.name ?? "Client Group"}
        isWide
        aside={<PlaceLink to={{ kind: "client-groups", groupId: undefined }}>All client groups</PlaceLink>}
      >
        <WhenLoaded loaded={groups}>
          {() =>
            group === undefined ? (
              <Empty>There is no such client group.</Empty>
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
      title="Client Groups Maintenance"
      aside={mayChange && <Button onClick={() => setDialog({ group: undefined })}>Add</Button>}
    >
      <WhenLoaded loaded={groups}>
        {(all) =>
          all.length === 0 ? (
            <Empty>There are no client groups yet. Click Add to make one for clients who belong together.</Empty>
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
    <div className="wb-table">
      <Table highlightOnHover verticalSpacing="sm" aria-label="Client groups">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Name</Table.Th>
            <Table.Th scope="col">Clients</Table.Th>
            <Table.Th scope="col">Inactive</Table.Th>
            {mayChange && (
              <Table.Th scope="col">
                <span className="wb-sr-only">Actions</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.id}>
              <Table.Td>
                <PlaceLink to={{ kind: "client-groups", groupId: group.id }}>{group.name}</PlaceLink>
              </Table.Td>
              <Table.Td>{countText(group.memberCount, locale)}</Table.Td>
              <Table.Td>{group.isInactive ? "Yes" : "No"}</Table.Td>
              {mayChange && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Modify: ${group.name}`}
                    onClick={() => onModify(group)}
                  >
                    Modify
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
