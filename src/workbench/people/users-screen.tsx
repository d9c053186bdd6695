import { Button, Checkbox, Table } from "@mantine/core";
import { useCallback, useState } from "react";

import type { KeptUser, SecurityGroup } from "../api/people-payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink, useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";

const texts = peopleTexts.users;
const { columns } = texts;

interface People {
  readonly users: readonly KeptUser[];
  readonly groups: readonly SecurityGroup[];
}

/** Maintenance > General (Studio) > Users. */
export default function UsersScreen() {
  const api = useApi();
  const { go } = useRouter();
  const mayChange = useAllowed("Users", "add-modify");
  const [showsInactive, setShowsInactive] = useState(false);
  const people = useLoaded(
    useCallback(
      async (signal: AbortSignal): Promise<People> => {
        const [users, groups] = await Promise.all([
          api.get<readonly KeptUser[]>("/api/kept-users", signal),
          api.get<readonly SecurityGroup[]>("/api/security-groups", signal),
        ]);
        return { users, groups };
      },
      [api],
    ),
  );
  return (
    <Screen
      title={texts.title}
      aside={mayChange && <Button onClick={() => go({ kind: "new-user" })}>{commonTexts.add}</Button>}
    >
      <WhenLoaded loaded={people}>
        {({ users, groups }) => {
          const shown = users.filter(({ isInactive }) => showsInactive || !isInactive);
          return (
            <>
              {users.some(({ isInactive }) => isInactive) && (
                <Checkbox
                  label={texts.showInactive}
                  mb="sm"
                  checked={showsInactive}
                  onChange={(event) => setShowsInactive(event.currentTarget.checked)}
                />
              )}
              {shown.length === 0 ? <Empty>{texts.empty}</Empty> : <UserTable users={shown} groups={groups} />}
            </>
          );
        }}
      </WhenLoaded>
    </Screen>
  );
}

function UserTable({ users, groups }: People) {
  const { go } = useRouter();
  return (
    <DataTable
      isHighlighted
      label={texts.title}
      columns={[columns.name, columns.initials, columns.email, columns.securityGroup, columns.password]}
    >
      {users.map(({ id, initials, firstName, lastName, email, colour, securityGroupId, isInactive, hasPassword }) => (
        <DataRow key={id} onDoubleClick={() => go({ kind: "user", userId: id, pageId: undefined })}>
          <Table.Td>
            <span className="wb-named">
              <span className="wb-dot" style={{ background: colour ?? "transparent" }} aria-hidden="true" />
              <PlaceLink to={{ kind: "user", userId: id, pageId: undefined }}>
                {`${firstName} ${lastName}`.trim() || initials}
              </PlaceLink>
              {isInactive && texts.inactive}
            </span>
          </Table.Td>
          <Table.Td>{initials}</Table.Td>
          <Table.Td>{email ?? commonTexts.nothing}</Table.Td>
          <Table.Td>{groups.find((group) => group.id === securityGroupId)?.name ?? commonTexts.nothing}</Table.Td>
          <Table.Td>{hasPassword ? texts.passwordSet : texts.passwordNone}</Table.Td>
        </DataRow>
      ))}
    </DataTable>
  );
}
