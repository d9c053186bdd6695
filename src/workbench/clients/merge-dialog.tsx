import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientLine, ClientRecord } from "../api/client-payloads.js";
import { Problem } from "../common/problem.js";
import { Empty } from "../common/screen.js";
import { useFocusBack } from "../common/use-focus-back.js";
import { useApi } from "../shell/session.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { ClientFilter, noFilter } from "./client-filter.js";
import { nameOf } from "./client-model.js";
import { useClientList } from "./use-client-list.js";

interface MergeDialogProps {
  /** The client that stays. */
  readonly record: ClientRecord;
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** So many are offered; whoever is not among them is searched for. */
const offered = 8;

/** Chooses the client that becomes part of this one. */
export function MergeDialog({ record, onClose, onMerged }: MergeDialogProps) {
  useFocusBack();
  const api = useApi();
  const [filter, setFilter] = useState({ ...noFilter, text: record.lastName || record.company, withInactive: true });
  const [otherId, setOtherId] = useState<number | undefined>();
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);
  const { clients } = useClientList(filter);
  const others = clients.filter(({ id }) => id !== record.id).slice(0, offered);

  const merge = async (id: number): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      // The version that is merged is the one that is there now: nobody looked at the whole record here.
      const { version } = await api.get<ClientRecord>(`/api/clients/${id}`);
      await api.post(`/api/clients/${record.id}/merge`, { version: record.version, other: { id, version } });
      onMerged();
    } catch (failure) {
      setError(toApiError(failure));
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.merging.title}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <Text mb="md">{texts.merging.text(nameOf(record))}</Text>
      <ClientFilter filter={filter} onChange={setFilter} />
      {error !== undefined && <Problem error={error} />}
      {others.length === 0 ? (
        <Empty>{texts.merging.nobodyElse}</Empty>
      ) : (
        <Radio.Group
          label={texts.merging.other}
          value={otherId === undefined ? "" : String(otherId)}
          onChange={(id) => setOtherId(Number(id))}
        >
          <Stack gap="xs" mt="xs">
            {others.map((client) => (
              <Radio key={client.id} value={String(client.id)} label={lineOf(client)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {commonTexts.cancel}
        </Button>
        <Button
          disabled={otherId === undefined}
          loading={isBusy}
          onClick={() => otherId !== undefined && void merge(otherId)}
        >
          {texts.merging.merge}
        </Button>
      </Group>
    </Modal>
  );
}

function lineOf(client: ClientLine): string {
  const { company, email, phone } = client;
  const name = nameOf(client, phone);
  return [name, ...[company, email, phone].filter((text) => text !== "" && text !== name)].join(", ");
}
