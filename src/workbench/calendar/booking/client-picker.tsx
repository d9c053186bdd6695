import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";

import type { ClientChoice } from "../../api/booking-payloads.js";
import { useLoaded } from "../../common/use-loaded.js";
import { useApi } from "../../shell/session.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";

const texts = bookingTexts.client;

interface ClientPickerProps {
  readonly label: string;
  readonly clientId: number | null;
  /** What the chosen client is called, before any were looked for. */
  readonly clientName: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (client: { readonly id: number; readonly name: string } | undefined) => void;
}

/** Finds a client by part of the name, company or email; thousands of clients never come here at once. */
export function ClientPicker({ label, clientId, clientName, isDisabled = false, onChoose }: ClientPickerProps) {
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed === clientName ? "" : typed.trim(), 150);
  const found = useLoaded(
    useCallback(
      (signal) => api.get<readonly ClientChoice[]>(`/api/client-choices?text=${encodeURIComponent(text)}`, signal),
      [api, text],
    ),
  );
  const choices = useMemo(() => {
    const chosen = clientId === null ? [] : [{ id: clientId, name: clientName, detail: "" }];
    const others = (found.value ?? []).filter(({ id }) => id !== clientId);
    return [...chosen, ...others];
  }, [found.value, clientId, clientName]);
  return (
    <Select
      label={label}
      placeholder={texts.placeholder}
      data={choices.map(({ id, name, detail }) => ({
        value: String(id),
        label: detail === "" ? name : texts.choice(name, detail),
      }))}
      // What comes has been searched by the host.
      filter={({ options }) => options}
      value={clientId === null ? null : String(clientId)}
      searchable
      clearable
      clearButtonProps={{ "aria-label": texts.none }}
      disabled={isDisabled}
      nothingFoundMessage={found.isLoading ? texts.looking : texts.nobodyFound}
      error={found.error?.message}
      onSearchChange={setTyped}
      onChange={(value) => onChoose(choices.find(({ id }) => String(id) === value))}
    />
  );
}
