import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { FormEvent } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ComputerLine, JobLine } from "../api/payloads.js";
import { Problem } from "../common/problem.js";
import { WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useApi } from "../shell/session.js";

interface JobSettingsDialogProps {
  readonly job: JobLine;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** "Modify Job Settings" (J3): whether, how often and where a job runs. */
export function JobSettingsDialog({ job, onClose, onSaved }: JobSettingsDialogProps) {
  const api = useApi();
  const computers = useLoaded(
    useCallback((signal) => api.get<readonly ComputerLine[]>("/api/computers", signal), [api]),
  );
  const [isEnabled, setEnabled] = useState(job.settings.isEnabled);
  const [minutes, setMinutes] = useState<number | string>(job.settings.schedule.minutes);
  const [computerName, setComputerName] = useState<string | null>(job.settings.computerName ?? null);
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const settings = {
      isEnabled,
      schedule: { kind: "every", minutes },
      ...(computerName === null ? {} : { computerName }),
    };
    api.put(`/api/jobs/${encodeURIComponent(job.id)}/settings`, settings).then(onSaved, (failure: unknown) => {
      setError(toApiError(failure));
      setBusy(false);
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Modify Job Settings: ${job.title}`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={save} noValidate>
        <Stack gap="md">
          {error !== undefined && <Problem error={error} />}
          <Checkbox
            label="Job Enabled"
            checked={isEnabled}
            onChange={(event) => setEnabled(event.currentTarget.checked)}
            data-autofocus
          />
          <NumberInput
            label="Every so many minutes"
            description="From 1 to 1440 (a day)"
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={1440}
            clampBehavior="none"
            allowDecimal={false}
            maw={200}
          />
          <WhenLoaded loaded={computers}>
            {(all) =>
              all.length === 0 ? (
                <Text>
                  No computer has reported in yet. Start the Control Center on the computer that is to run jobs.
                </Text>
              ) : (
                <Select
                  label="Computer"
                  placeholder="Choose"
                  data={all.map(({ name, zone, isOnline }) => ({
                    value: name,
                    label: `${name} (${isOnline ? "online" : "offline"}, ${zone})`,
                  }))}
                  value={computerName}
                  onChange={setComputerName}
                  allowDeselect={false}
                />
              )
            }
          </WhenLoaded>
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            OK
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
