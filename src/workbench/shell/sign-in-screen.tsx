import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { FormEvent } from "react";

import type { ApiClient } from "../api/api-client.js";
import { sentences, toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { Person, SignInChoices } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { WhenLoaded } from "../common/screen.js";
import { Sentence } from "../common/sentence.js";
import { useLoaded } from "../common/use-loaded.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { signInTexts as texts } from "../texts/en/sign-in-texts.js";

interface SignInScreenProps {
  readonly api: ApiClient;
  /** The session ended while somebody was working. */
  readonly wasCutOff: boolean;
  readonly onSignedIn: () => void;
}

/** The way in: a list of names while security is off, initials and password while it is on. */
export function SignInScreen({ api, wasCutOff, onSignedIn }: SignInScreenProps) {
  const choices = useLoaded(useCallback((signal) => api.get<SignInChoices>("/api/sign-in", signal), [api]));
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);
  const { value } = choices;

  useEffect(() => {
    document.title = value === undefined ? texts.title : texts.titleOf(value.product);
  }, [value]);

  const signIn = (initials: string, password: string): void => {
    setBusy(true);
    setError(undefined);
    api.post<{ csrfProof: string }>("/api/sign-in", { initials, password }).then(
      ({ csrfProof }) => {
        api.useCsrfProof(csrfProof);
        onSignedIn();
      },
      (failure: unknown) => {
        setError(toApiError(failure));
        setBusy(false);
      },
    );
  };

  return (
    <main className="wb-sign-in">
      <div className="wb-sign-in-card">
        <WhenLoaded loaded={choices}>
          {({ product, studioName, isSecurityOn, users }) => (
            <>
              <Text className="wb-product" component="p">
                {product}
              </Text>
              <Title order={1} size="h2" mb="md">
                {studioName}
              </Title>
              {wasCutOff && error === undefined && <Notice severity="information" text={texts.cutOff} />}
              {error !== undefined && <Notice isNew severity="error" text={sentences(error)} />}
              {isSecurityOn ? (
                <Credentials isBusy={isBusy} isRefused={error?.code === "wrong-credentials"} onSubmit={signIn} />
              ) : (
                <Names users={users} isBusy={isBusy} onChoose={({ initials }) => signIn(initials, "")} />
              )}
            </>
          )}
        </WhenLoaded>
      </div>
    </main>
  );
}

interface CredentialsProps {
  readonly isBusy: boolean;
  readonly isRefused: boolean;
  readonly onSubmit: (initials: string, password: string) => void;
}

function Credentials({ isBusy, isRefused, onSubmit }: CredentialsProps) {
  const [initials, setInitials] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(initials.trim(), password);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={texts.initials}
          value={initials}
          onChange={(event) => setInitials(event.currentTarget.value)}
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          aria-invalid={isRefused || undefined}
        />
        <PasswordInput
          label={commonTexts.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          aria-invalid={isRefused || undefined}
          visibilityToggleButtonProps={{ "aria-label": commonTexts.showPassword }}
        />
        <Button type="submit" loading={isBusy} mt="xs">
          {texts.signIn}
        </Button>
      </Stack>
    </form>
  );
}

interface NamesProps {
  readonly users: readonly Person[];
  readonly isBusy: boolean;
  readonly onChoose: (person: Person) => void;
}

function Names({ users, isBusy, onChoose }: NamesProps) {
  if (users.length === 0) {
    return (
      <Text>
        <Sentence text={texts.noUsers} part={(words) => <code>{words}</code>} />
      </Text>
    );
  }
  return (
    <>
      <Text mb="xs" id="who">
        {texts.whoAreYou}
      </Text>
      <ul className="wb-names" aria-labelledby="who">
        {users.map((person) => (
          <li key={person.id}>
            <button type="button" className="wb-name" disabled={isBusy} onClick={() => onChoose(person)}>
              <span className="wb-initials" aria-hidden="true">
                {person.initials}
              </span>
              <span>{person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
