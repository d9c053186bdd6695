import { Button, Table } from "@mantine/core";
import { useCallback } from "react";

import type { SecurityGroup } from "../api/people-payloads.js";
import { DataRow, DataTable } from "../common/data-table.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink, useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";
import { GroupForm } from "./group-form.js";
import { areas, labelOf } from "./group-model.js";

const texts = peopleTexts.groups;

/** Maintenance > General (Studio) > Security Groups: all of them, or one of them. */
export default function SecurityGroupsScreen({ groupId }: { readonly groupId: number | "new" | undefined }) {
  const api = useApi();
  const { go } = useRouter();
  const mayChange = useAllowed("Users", "add-modify");
  const groups = useLoaded(
    useCallback((signal) => api.get<readonly SecurityGroup[]>("/api/security-groups", signal), [api]),
  );
  if (groupId === undefined) {
    const add = mayChange && (
      <Button onClick={() => go({ kind: "security-groups", groupId: "new" })}>{commonTexts.add}</Button>
    );
    return (
      <Screen title={texts.title} aside={add} isWide>
        <WhenLoaded loaded={groups}>{(all) => <GroupTable groups={all} />}</WhenLoaded>
      </Screen>
    );
  }
  const group = groups.value?.find(({ id }) => id === groupId);
  return (
    <Screen
      key={groupId}
      title={groupId === "new" ? texts.newTitle : (group?.name ?? texts.oneTitle)}
      aside={<PlaceLink to={{ kind: "security-groups", groupId: undefined }}>{texts.all}</PlaceLink>}
    >
      <WhenLoaded loaded={groups}>
        {() =>
          groupId === "new" || group !== undefined ? <GroupForm group={group} /> : <Empty>{texts.notFound}</Empty>
        }
      </WhenLoaded>
    </Screen>
  );
}

function GroupTable({ groups }: { readonly groups: readonly SecurityGroup[] }) {
  const { go } = useRouter();
  if (groups.length === 0) {
    return <Empty>{texts.empty}</Empty>;
  }
  return (
    <DataTable
      isHighlighted
      label={texts.title}
      columns={[commonTexts.name, ...areas.map((area) => texts.areas[area])]}
    >
      {groups.map(({ id, name, clearances }) => (
        <DataRow key={id} onDoubleClick={() => go({ kind: "security-groups", groupId: id })}>
          <Table.Th scope="row">
            <PlaceLink to={{ kind: "security-groups", groupId: id }}>{name}</PlaceLink>
          </Table.Th>
          {areas.map((area) => (
            <Table.Td key={area}>{labelOf(clearances[area])}</Table.Td>
          ))}
        </DataRow>
      ))}
    </DataTable>
  );
}
