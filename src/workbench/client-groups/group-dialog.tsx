import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { ApiError, toApiError } from "../api/api-error.js";
import type { ClientGroupLine } from "../api/client-payloads.js";
import { ChangedMeanwhile } from "../common/changed-meanwhile.js";
import { Problem } from "../common/problem.js";
import { useFocusBack } from "../common/use-focus-back.js";
import { useApi } from "../shell/session.js";
import { clientGroupsTexts as texts } from "../texts/en/client-groups-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";

interface GroupDialogProps {
  /** Undefined for a new one. */
  readonly group: ClientGroupLine | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The name of a client group, and whether it is in use. */
export function GroupDialog({ group, onClose, onSaved }: GroupDialogProps) {
  useFocusBack();
  const api = useApi();
  const [name, setName] = useState(group?.name ?? "");
  const [isInactive, setInactive] = useState(group?.isInactive ?? false);
  const [error, setError] = useState<ApiError | undefined>();
  const [changedTo, setChangedTo] = useState<ClientGroupLine | undefined>();
  const [isBusy, setBusy] = useState(false);

  const save = async (version: string | undefined): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setChangedTo(undefined);
    try {
      if (group === undefined) await api.post("/api/client-groups", { name, isInactive });
      else await api.put(`/api/client-groups/${group.id}`, { version, name, isInactive });
      onSaved();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === "stale-record") await look();
      else setError(toApiError(failure));
      setBusy(false);
    }
  };
  const look = async (): Promise<void> => {
    try {
      const groups = await api.get<readonly ClientGroupLine[]>("/api/client-groups");
      setChangedTo(groups.find(({ id }) => id === group?.id));
    } catch (failure) {
      setError(toApiError(failure));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(group?.version);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={group === undefined ? texts.addTitle : texts.oneTitle}
      centered
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {error !== undefined && <Problem error={error} />}
          <TextInput
            label={texts.columns.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
            data-autofocus
          />
          <Checkbox
            label={texts.inactive}
            checked={isInactive}
            onChange={(event) => setInactive(event.currentTarget.checked)}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {commonTexts.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {commonTexts.ok}
          </Button>
        </Group>
      </form>
      {changedTo !== undefined && (
        <ChangedMeanwhile
          rows={[
            { label: texts.columns.name, mine: name, theirs: changedTo.name },
            { label: texts.inactive, mine: yesOrNo(isInactive), theirs: yesOrNo(changedTo.isInactive) },
          ].filter(({ mine, theirs }) => mine !== theirs)}
          onKeepMine={() => void save(changedTo.version)}
          onTakeTheirs={onSaved}
          onClose={() => setChangedTo(undefined)}
        />
      )}
    </Modal>
  );
}

function yesOrNo(value: boolean): string {
  return value ? commonTexts.yes : commonTexts.no;
}
