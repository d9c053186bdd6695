import { Checkbox, Select, TextInput } from "@mantine/core";

import type { ClientGroupLine } from "../api/client-payloads.js";

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
        label="Search"
        type="search"
        placeholder="Name, company, email or phone"
        value={text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      {groups !== undefined && (
        <Select
          label="Client Group"
          data={[
            { value: "", label: "All clients" },
            ...groups.map(({ id, name, isInactive }) => ({
              value: String(id),
              label: isInactive ? `${name} (inactive)` : name,
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
        label="Show inactive clients"
        checked={withInactive}
        onChange={(event) => onChange({ ...filter, withInactive: event.currentTarget.checked })}
        mb="xs"
      />
    </search>
  );
}
