import { Button, Group, Modal, NumberInput, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import type { FormEvent } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { GeneralSettings } from "../api/payloads.js";
import { Problem } from "../common/problem.js";
import { WhenLoaded } from "../common/screen.js";
import { useFocusBack } from "../common/use-focus-back.js";
import { useLoaded } from "../common/use-loaded.js";
import { useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { controlCenterTexts } from "../texts/en/control-center-texts.js";

const texts = controlCenterTexts.generalSettings;
const address = "/api/control-center/general-settings";

interface DialogProps {
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** "Modify General Settings" (J2): the user jobs run as, and how long their runs are kept. */
export function GeneralSettingsDialog({ onClose, onSaved }: DialogProps) {
  useFocusBack();
  const api = useApi();
  const settings = useLoaded(useCallback((signal) => api.get<GeneralSettings>(address, signal), [api]));
  return (
    <Modal opened onClose={onClose} title={texts.title} centered closeButtonProps={{ "aria-label": commonTexts.close }}>
      <WhenLoaded loaded={settings}>
        {(saved) => <Fields saved={saved} onClose={onClose} onSaved={onSaved} />}
      </WhenLoaded>
    </Modal>
  );
}

function Fields({ saved, onClose, onSaved }: DialogProps & { readonly saved: GeneralSettings }) {
  const api = useApi();
  const [userName, setUserName] = useState(saved.userName);
  // Undefined: nothing was typed, the saved one stays.
  const [password, setPassword] = useState<string | undefined>();
  const [keepDays, setKeepDays] = useState<number | string>(saved.keepDays);
  const [keepRuns, setKeepRuns] = useState<number | string>(saved.keepRuns);
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const entered = { userName: userName.trim(), keepDays, keepRuns, ...(password === undefined ? {} : { password }) };
    api.put(address, entered).then(onSaved, (failure: unknown) => {
      setError(toApiError(failure));
      setBusy(false);
    });
  };

  return (
    <form onSubmit={save} noValidate>
      <Stack gap="md">
        {error !== undefined && <Problem error={error} />}
        <Text size="sm" c="dimmed">
          {texts.text}
        </Text>
        <TextInput
          label={texts.userName}
          description={texts.userNameHint}
          value={userName}
          autoComplete="off"
          onChange={(event) => setUserName(event.currentTarget.value)}
          data-autofocus
        />
        <PasswordInput
          label={commonTexts.password}
          autoComplete="new-password"
          placeholder={saved.hasPassword ? texts.unchanged : ""}
          value={password ?? ""}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group gap="md" align="flex-end">
          <NumberInput
            label={texts.keepDays}
            value={keepDays}
            onChange={setKeepDays}
            min={1}
            max={3650}
            allowDecimal={false}
            w={190}
          />
          <NumberInput
            label={texts.keepRuns}
            value={keepRuns}
            onChange={setKeepRuns}
            min={100}
            max={1_000_000}
            step={1000}
            allowDecimal={false}
            w={190}
          />
        </Group>
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
  );
}
