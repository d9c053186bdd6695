import { Checkbox, Select, TextInput } from "@mantine/core";

import type { ClientGroupLine } from "../api/client-payloads.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";

/** What is looked for, as typed. */
export interface TypedFilter {
  readonly text: string;
  readonly groupId: number | undefined;
  readonly withInactive: boolean;
}

export const noFilter: TypedFilter = { text: "", groupId: undefined, withInactive: false };

interface ClientFilterProps {
  readonly filter: TypedFilter;
  /** None: no choice of a group. */
  readonly groups?: readonly ClientGroupLine[] | undefined;
  readonly onChange: (filter: TypedFilter) => void;
}

/** Words to search by, and which clients at all. */
export function ClientFilter({ filter, groups, onChange }: ClientFilterProps) {
  const { text, groupId, withInactive } = filter;
  return (
    <search className="wb-clients-search">
      <TextInput
        label={texts.filter.search}
        type="search"
        placeholder={texts.filter.searchHint}
        value={text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      {groups !== undefined && (
        <Select
          label={texts.filter.group}
          data={[
            { value: "", label: texts.filter.all },
            ...groups.map(({ id, name, isInactive }) => ({
              value: String(id),
              label: isInactive ? texts.inactiveGroup(name) : name,
            })),
          ]}
          value={groupId === undefined ? "" : String(groupId)}
          onChange={(value) =>
            onChange({ ...filter, groupId: value === null || value === "" ? undefined : Number(value) })
          }
          allowDeselect={false}
        />
      )}
      <Checkbox
        label={texts.filter.showInactive}
        checked={withInactive}
        onChange={(event) => onChange({ ...filter, withInactive: event.currentTarget.checked })}
        mb="xs"
      />
    </search>
  );
}
