import { Button, Group, Modal, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";

import type { AppointmentRecord } from "../../api/booking-payloads.js";
import { Problem } from "../../common/problem.js";
import { useFocusBack } from "../../common/use-focus-back.js";
import { useAllowed, useApi } from "../../shell/session.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { commonTexts } from "../../texts/en/common-texts.js";
import { ClientPicker } from "./client-picker.js";
import { choicesOf } from "./staff.js";
import type { Staff } from "./staff.js";
import { useBooking } from "./use-booking.js";

const { linkage: texts, session } = bookingTexts;

interface LinkageProps {
  readonly clientId: number | null;
  readonly clientName: string;
  readonly isDisabled: boolean;
  /** Undefined while the appointment is new: it cannot be converted yet. */
  readonly onConvert: (() => void) | undefined;
  readonly onLink: (client: { readonly id: number; readonly name: string } | undefined) => void;
}

/** "Linkage": the client an appointment belongs to, and the way to make a session of it (C5). */
export function Linkage({ clientId, clientName, isDisabled, onConvert, onLink }: LinkageProps) {
  const maySeeClients = useAllowed("Clients", "view");
  const mayConvert = useAllowed("Sessions", "add-modify");
  return (
    <fieldset className="wb-panel wb-form-group">
      <legend>{texts.title}</legend>
      <div className="wb-linkage">
        {maySeeClients ? (
          <ClientPicker
            label={texts.client}
            clientId={clientId}
            clientName={clientName}
            isDisabled={isDisabled}
            onChoose={onLink}
          />
        ) : (
          <Text>{clientId === null ? texts.notLinked : clientName}</Text>
        )}
        {onConvert !== undefined && mayConvert && (
          <Button variant="default" disabled={isDisabled} onClick={onConvert}>
            {texts.convert}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface ConvertDialogProps {
  readonly record: AppointmentRecord;
  readonly staff: Staff;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What an appointment lacks to be a session. */
export function ConvertDialog({ record, staff, onDone, onClose }: ConvertDialogProps) {
  useFocusBack();
  const api = useApi();
  const { send, error, isBusy } = useBooking(undefined, onDone);
  const [client, setClient] = useState<{ readonly id: number; readonly name: string } | undefined>(
    record.clientId === undefined ? undefined : { id: record.clientId, name: record.clientName },
  );
  const [sessionType, setSessionType] = useState("");
  const [photographer, setPhotographer] = useState<string | null>(String(record.userIds[0] ?? ""));
  const [assistant, setAssistant] = useState<string | null>(null);
  const idOf = (value: string | null): number | null => (value === null || value === "" ? null : Number(value));
  const convert = (): Promise<void> =>
    send(async () => {
      await api.post(`/api/appointments/${record.id}/convert`, {
        version: record.version,
        clientId: client?.id,
        sessionType: sessionType.trim(),
        photographerId: idOf(photographer),
        assistantId: idOf(assistant),
      });
      return undefined;
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.convert}
      centered
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      {error !== undefined && <Problem error={error} />}
      <div className="wb-fields">
        <ClientPicker
          label={texts.sessionClient}
          clientId={client?.id ?? null}
          clientName={client?.name ?? ""}
          onChoose={setClient}
        />
        <TextInput
          label={session.fields.sessionType}
          placeholder={texts.sessionTypeHint}
          value={sessionType}
          maxLength={100}
          onChange={(event) => setSessionType(event.currentTarget.value)}
        />
        <Select
          label={session.fields.photographerId}
          data={choicesOf(staff.people)}
          value={photographer}
          clearable
          clearButtonProps={{ "aria-label": session.none.photographerId }}
          onChange={setPhotographer}
        />
        <Select
          label={session.fields.assistantId}
          data={choicesOf(staff.people)}
          value={assistant}
          clearable
          clearButtonProps={{ "aria-label": session.none.assistantId }}
          onChange={setAssistant}
        />
        <Text size="sm">{texts.staysSame}</Text>
      </div>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {commonTexts.cancel}
        </Button>
        <Button loading={isBusy} disabled={client === undefined} onClick={() => void convert()}>
          {texts.doConvert}
        </Button>
      </Group>
    </Modal>
  );
}
