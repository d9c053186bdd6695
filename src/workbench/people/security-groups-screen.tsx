import { Button, Select, Table, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import type { FormEvent } from "react";

import { sentences, toApiError } from "../api/api-error.js";
import type { ClearanceLevel } from "../api/payloads.js";
import type { SecurityGroup } from "../api/people-payloads.js";
import { Notice } from "../common/notice.js";
import { Empty, Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { PlaceLink, useRouter } from "../routing/router.js";
import { useUnsaved } from "../routing/unsaved.js";
import { useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";

const texts = peopleTexts.groups;

const areas = [
  "Appointments",
  "Sessions",
  "Clients",
  "Users",
  "Company Preferences",
  "Control Center",
  "Plugin Manager",
] as const;
const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

/** Maintenance > General (Studio) > Security Groups: all of them, or one of them. */
export default function SecurityGroupsScreen({ groupId }: { readonly groupId: number | "new" | undefined }) {
  const api = useApi();
  const { go } = useRouter();
  const groups = useLoaded(
    useCallback((signal) => api.get<readonly SecurityGroup[]>("/api/security-groups", signal), [api]),
  );
  if (groupId === undefined) {
    const add = <Button onClick={() => go({ kind: "security-groups", groupId: "new" })}>{commonTexts.add}</Button>;
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
    <div className="wb-table">
      <Table highlightOnHover verticalSpacing="sm" aria-label={texts.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{commonTexts.name}</Table.Th>
            {areas.map((area) => (
              <Table.Th key={area} scope="col">
                {texts.areas[area]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ id, name, clearances }) => (
            <Table.Tr key={id} onDoubleClick={() => go({ kind: "security-groups", groupId: id })}>
              <Table.Th scope="row">
                <PlaceLink to={{ kind: "security-groups", groupId: id }}>{name}</PlaceLink>
              </Table.Th>
              {areas.map((area) => (
                <Table.Td key={area}>{labelOf(clearances[area])}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function GroupForm({ group }: { readonly group: SecurityGroup | undefined }) {
  const api = useApi();
  const { go } = useRouter();
  const [name, setName] = useState(group?.name ?? "");
  const [clearances, setClearances] = useState(group?.clearances ?? {});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const isTyped =
    name !== (group?.name ?? "") || JSON.stringify(clearances) !== JSON.stringify(group?.clearances ?? {});
  const allowLeaving = useUnsaved(isTyped);
  const leave = (): void => {
    allowLeaving();
    go({ kind: "security-groups", groupId: undefined });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "") return setProblem(texts.nameMissing);
    setBusy(true);
    setProblem(undefined);
    const body = { name: name.trim(), clearances };
    try {
      await (group === undefined
        ? api.post("/api/security-groups", body)
        : api.put(`/api/security-groups/${group.id}`, body));
      leave();
    } catch (failure) {
      setProblem(sentences(toApiError(failure)));
      setBusy(false);
    }
    return undefined;
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <div className="wb-panel wb-fields">
        <TextInput
          label={commonTexts.name}
          value={name}
          maxLength={100}
          maw={480}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="wb-row">
          {areas.map((area) => (
            <Select
              key={area}
              label={texts.areas[area]}
              data={levels.map((level) => ({ value: level, label: texts.levels[level] }))}
              value={clearances[area] ?? "none"}
              allowDeselect={false}
              onChange={(level) => level !== null && setClearances((before) => ({ ...before, [area]: level }))}
            />
          ))}
        </div>
      </div>
      <div className="wb-form-end">
        <Button type="submit" loading={isBusy} miw="6rem">
          {commonTexts.ok}
        </Button>
        <Button variant="default" disabled={isBusy} miw="6rem" onClick={leave}>
          {commonTexts.cancel}
        </Button>
        {problem !== undefined && <Notice isNew isCompact severity="error" text={problem} />}
      </div>
    </form>
  );
}

function labelOf(level: ClearanceLevel | undefined): string {
  return texts.levels[level ?? "none"];
}
