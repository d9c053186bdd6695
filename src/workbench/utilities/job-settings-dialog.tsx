import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import type { FormEvent } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ComputerLine, JobLine, NotificationWhen, Values } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { WhenLoaded } from "../common/screen.js";
import { useFocusBack } from "../common/use-focus-back.js";
import { useLoaded } from "../common/use-loaded.js";
import { FormGroups } from "../preferences/form-groups.js";
import { formGroupsOf } from "../preferences/form-model.js";
import { useApi, useWriting } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { controlCenterTexts } from "../texts/en/control-center-texts.js";
import { ScheduleFields } from "./schedule-fields.js";
import { enteredSchedule, typedSchedule } from "./schedule-form.js";

interface JobSettingsDialogProps {
  readonly job: JobLine;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const texts = controlCenterTexts.jobSettings;
const whens: readonly NotificationWhen[] = ["Never", "Failures", "Always"];

/** "Modify Job Settings" (J3): whether, when and where a job runs, and who is told. */
export function JobSettingsDialog({ job, onClose, onSaved }: JobSettingsDialogProps) {
  useFocusBack();
  const api = useApi();
  const { locale } = useWriting();
  const { settings, id, title } = job;
  const computers = useLoaded(
    useCallback((signal) => api.get<readonly ComputerLine[]>("/api/computers", signal), [api]),
  );
  const [isEnabled, setEnabled] = useState(settings.isEnabled);
  const [schedule, setSchedule] = useState(() => typedSchedule(settings.schedule, locale));
  const [computerName, setComputerName] = useState<string | null>(settings.computerName ?? null);
  const [notification, setNotification] = useState(settings.notification);
  const [own, setOwn] = useState<Values>(settings.own ?? {});
  const ownGroups = useMemo(() => formGroupsOf(job.settingsSchema, {}), [job.settingsSchema]);
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);
  const chosen = computers.value?.find(({ name }) => name === computerName);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const entered = {
      isEnabled,
      schedule: enteredSchedule(schedule, locale),
      notification,
      own,
      ...(computerName === null ? {} : { computerName }),
    };
    api.put(`/api/jobs/${encodeURIComponent(id)}/settings`, entered).then(onSaved, (failure: unknown) => {
      setError(toApiError(failure));
      setBusy(false);
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(title)}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": commonTexts.close }}
    >
      <form onSubmit={save} noValidate>
        <Stack gap="md">
          {error !== undefined && <Problem error={error} />}
          <Checkbox
            label={texts.enabled}
            checked={isEnabled}
            onChange={(event) => setEnabled(event.currentTarget.checked)}
            data-autofocus
          />
          <ScheduleFields value={schedule} onChange={setSchedule} zone={chosen?.zone ?? job.zone} />
          <WhenLoaded loaded={computers}>
            {(all) => <ComputerField computers={all} value={computerName} onChange={setComputerName} />}
          </WhenLoaded>
          {chosen !== undefined && settings.computerName !== undefined && chosen.zone !== job.zone && (
            <Notice isCompact severity="warning" text={texts.zoneChanges(chosen.name, chosen.zone, job.zone)} />
          )}
          <Radio.Group
            label={texts.notification}
            value={notification.when}
            onChange={(value) =>
              setNotification({ ...notification, when: whens.find((when) => when === value) ?? "Never" })
            }
          >
            <Group mt={4}>
              {whens.map((when) => (
                <Radio key={when} value={when} label={texts.whens[when]} />
              ))}
            </Group>
          </Radio.Group>
          <TextInput
            type="email"
            label={texts.emailAddress}
            value={notification.address}
            disabled={notification.when === "Never"}
            onChange={(event) => setNotification({ ...notification, address: event.currentTarget.value })}
          />
          <FormGroups
            groups={ownGroups}
            places={{ messagesOf: () => [] }}
            values={own}
            schema={job.settingsSchema}
            secretsSet={[]}
            onType={(name, value) => setOwn((before) => ({ ...before, [name]: value }))}
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
    </Modal>
  );
}

interface ComputerFieldProps {
  readonly computers: readonly ComputerLine[];
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
}

/** "Computer": any that has reported in, with its state and zone. */
function ComputerField({ computers, value, onChange }: ComputerFieldProps) {
  if (computers.length === 0) {
    return <Text>{texts.noComputers}</Text>;
  }
  return (
    <Select
      label={texts.computer}
      placeholder={commonTexts.choose}
      data={computers.map(({ name, zone, isOnline }) => ({
        value: name,
        label: texts.computerChoice(name, isOnline, zone),
      }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
    />
  );
}
