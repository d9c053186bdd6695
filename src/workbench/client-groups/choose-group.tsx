import { Button, Radio, Select, Stack, TextInput } from "@mantine/core";
import type { FormEvent } from "react";

import type { ClientGroupLine } from "../api/client-payloads.js";
import { clientGroupsTexts } from "../texts/en/client-groups-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";

/** The group clients are added to. */
export type ChosenGroup =
  { readonly kind: "new"; readonly name: string } | { readonly kind: "existing"; readonly groupId: number | undefined };

interface ChooseGroupProps {
  readonly groups: readonly ClientGroupLine[];
  readonly group: ChosenGroup;
  readonly onChange: (group: ChosenGroup) => void;
  readonly onNext: () => void;
}

const texts = clientGroupsTexts.adding;

/** First step: a new group or one there is. */
export function ChooseGroup({ groups, group, onChange, onNext }: ChooseGroupProps) {
  const isComplete = group.kind === "new" ? group.name.trim() !== "" : group.groupId !== undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete) onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <section className="wb-panel">
        <Radio.Group
          label={texts.whichGroup}
          value={group.kind}
          onChange={(kind) =>
            onChange(kind === "new" ? { kind: "new", name: "" } : { kind: "existing", groupId: undefined })
          }
        >
          <Stack gap="xs" mt="xs" mb="md">
            <Radio value="new" label={texts.newGroup} />
            <Radio value="existing" label={texts.existingGroup} disabled={groups.length === 0} />
          </Stack>
        </Radio.Group>
        {group.kind === "new" ? (
          <TextInput
            label={commonTexts.name}
            value={group.name}
            onChange={(event) => onChange({ kind: "new", name: event.currentTarget.value })}
            maxLength={100}
            maw={360}
          />
        ) : (
          <Select
            label={texts.group}
            placeholder={commonTexts.choose}
            data={groups
              .filter(({ isInactive }) => !isInactive)
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            value={group.groupId === undefined ? null : String(group.groupId)}
            onChange={(id) => onChange({ kind: "existing", groupId: id === null ? undefined : Number(id) })}
            searchable
            maw={360}
          />
        )}
      </section>
      <div className="wb-form-end">
        <Button type="submit" disabled={!isComplete}>
          {commonTexts.next}
        </Button>
      </div>
    </form>
  );
}
