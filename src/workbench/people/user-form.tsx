import { Button, Checkbox, ColorInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { sentences, toApiError } from "../api/api-error.js";
import type { KeptUser, SecurityGroup, TypedUser } from "../api/people-payloads.js";
import { Notice } from "../common/notice.js";
import { useUnsaved } from "../routing/unsaved.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";

const texts = peopleTexts.user;

interface UserFormProps {
  /** Undefined for a new one. */
  readonly user: KeptUser | undefined;
  readonly groups: readonly SecurityGroup[];
  readonly onSaved: () => void;
}

const swatches = ["#7048e8", "#1c7ed6", "#0c8599", "#2f9e44", "#5c940d", "#e8590c", "#d6336c", "#a61e4d"];

function typedOf(user: KeptUser | undefined): TypedUser {
  return {
    initials: user?.initials ?? "",
    firstName: user?.firstName ?? "",
    lastName: user?.lastName ?? "",
    email: user?.email ?? null,
    securityGroupId: user?.securityGroupId ?? null,
    colour: user?.colour ?? null,
    isInactive: user?.isInactive ?? false,
  };
}

/** Who a user is, how they sign in, and what they may do. */
export function UserForm({ user, groups, onSaved }: UserFormProps) {
  const api = useApi();
  const { go } = useRouter();
  const mayChange = useAllowed("Users", "add-modify");
  const [saved, setSaved] = useState(() => typedOf(user));
  const [typed, setTyped] = useState(saved);
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly isProblem: boolean; readonly text: string } | undefined>();
  const isTyped = password !== "" || JSON.stringify(typed) !== JSON.stringify(saved);
  const allowLeaving = useUnsaved(isTyped);
  const change = (part: Partial<TypedUser>): void => {
    setSaid(undefined);
    setTyped((before) => ({ ...before, ...part }));
  };
  const cancel = (): void => {
    setTyped(saved);
    setPassword("");
    setSaid({ isProblem: false, text: texts.nothingChanged });
  };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const problem = problemOf(typed, password);
    if (problem !== undefined) return setSaid({ isProblem: true, text: problem });
    setBusy(true);
    setSaid(undefined);
    const body = { ...typed, ...(password === "" ? {} : { password }) };
    try {
      if (user === undefined) {
        const { id } = await api.post<{ id: number }>("/api/kept-users", body);
        allowLeaving();
        return go({ kind: "user", userId: id, pageId: undefined });
      }
      await api.put(`/api/kept-users/${user.id}`, body);
      setSaved(typed);
      setPassword("");
      setSaid({ isProblem: false, text: texts.saved });
      onSaved();
    } catch (failure) {
      setSaid({ isProblem: true, text: sentences(toApiError(failure)) });
    } finally {
      setBusy(false);
    }
    return undefined;
  };

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <fieldset className="wb-panel wb-form-group" disabled={!mayChange}>
        <legend>{texts.who}</legend>
        <div className="wb-fields">
          <div className="wb-row">
            <TextInput
              label={texts.firstName}
              value={typed.firstName}
              maxLength={50}
              onChange={(event) => change({ firstName: event.currentTarget.value })}
            />
            <TextInput
              label={texts.lastName}
              value={typed.lastName}
              maxLength={50}
              onChange={(event) => change({ lastName: event.currentTarget.value })}
            />
          </div>
          <div className="wb-row">
            <TextInput
              label={texts.email}
              type="email"
              value={typed.email ?? ""}
              maxLength={254}
              onChange={(event) =>
                change({ email: event.currentTarget.value === "" ? null : event.currentTarget.value })
              }
            />
            <ColorInput
              label={texts.color}
              format="hex"
              swatches={swatches}
              withPicker={false}
              value={typed.colour ?? ""}
              eyeDropperButtonProps={{ "aria-label": texts.pickColor }}
              onChange={(colour) => change({ colour: colour === "" ? null : colour.toLowerCase() })}
            />
          </div>
          <Checkbox
            label={texts.inactive}
            description={texts.inactiveHint}
            checked={typed.isInactive}
            onChange={(event) => change({ isInactive: event.currentTarget.checked })}
          />
        </div>
      </fieldset>
      <fieldset className="wb-panel wb-form-group" disabled={!mayChange}>
        <legend>{texts.signingIn}</legend>
        <div className="wb-fields">
          <div className="wb-row">
            <TextInput
              label={texts.initials}
              value={typed.initials}
              maxLength={10}
              autoComplete="off"
              onChange={(event) => change({ initials: event.currentTarget.value })}
            />
            <PasswordInput
              label={texts.newPassword}
              placeholder={user?.hasPassword === true ? texts.passwordKept : texts.noPassword}
              value={password}
              maxLength={200}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ "aria-label": texts.showNewPassword }}
              onChange={(event) => {
                setSaid(undefined);
                setPassword(event.currentTarget.value);
              }}
            />
          </div>
          <Select
            label={texts.securityGroup}
            data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={typed.securityGroupId === null ? null : String(typed.securityGroupId)}
            placeholder={texts.noSecurityGroupHint}
            clearable
            clearButtonProps={{ "aria-label": texts.noSecurityGroup }}
            maw={480}
            onChange={(chosen) => change({ securityGroupId: chosen === null ? null : Number(chosen) })}
          />
        </div>
      </fieldset>
      <div className="wb-form-end">
        {mayChange && (
          <>
            <Button type="submit" loading={isBusy} miw="6rem">
              {commonTexts.ok}
            </Button>
            <Button variant="default" disabled={isBusy} miw="6rem" onClick={cancel}>
              {commonTexts.cancel}
            </Button>
          </>
        )}
        {said === undefined && <span role="status">{isTyped ? texts.typed : ""}</span>}
        {said !== undefined && (
          <Notice isNew isCompact severity={said.isProblem ? "error" : "success"} text={said.text} />
        )}
      </div>
    </form>
  );
}

function problemOf({ initials, email, colour }: TypedUser, password: string): string | undefined {
  if (initials.trim() === "") return texts.problems.initials;
  if (email !== null && !/^\S+@\S+\.\S+$/.test(email)) return texts.problems.email;
  if (colour !== null && !/^#[0-9a-f]{6}$/.test(colour)) return texts.problems.color;
  return password !== "" && password.length < 8 ? texts.problems.password : undefined;
}
