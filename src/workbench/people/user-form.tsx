import { Button, Checkbox, ColorInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { sentences, toApiError } from "../api/api-error.js";
import type { KeptUser, SecurityGroup, TypedUser } from "../api/people-payloads.js";
import { Notice } from "../common/notice.js";
import { useUnsaved } from "../routing/unsaved.js";
import { useRouter } from "../routing/router.js";
import { useAllowed, useApi } from "../shell/session.js";

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
    setSaid({ isProblem: false, text: "Nothing was changed." });
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
      setSaid({ isProblem: false, text: "Saved." });
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
        <legend>Who It Is</legend>
        <div className="wb-fields">
          <div className="wb-row">
            <TextInput
              label="First Name"
              value={typed.firstName}
              maxLength={50}
              onChange={(event) => change({ firstName: event.currentTarget.value })}
            />
            <TextInput
              label="Last Name"
              value={typed.lastName}
              maxLength={50}
              onChange={(event) => change({ lastName: event.currentTarget.value })}
            />
          </div>
          <div className="wb-row">
            <TextInput
              label="Email"
              type="email"
              value={typed.email ?? ""}
              maxLength={254}
              onChange={(event) =>
                change({ email: event.currentTarget.value === "" ? null : event.currentTarget.value })
              }
            />
            <ColorInput
              label="Calendar Color"
              format="hex"
              swatches={swatches}
              withPicker={false}
              value={typed.colour ?? ""}
              eyeDropperButtonProps={{ "aria-label": "Pick a color from the screen" }}
              onChange={(colour) => change({ colour: colour === "" ? null : colour.toLowerCase() })}
            />
          </div>
          <Checkbox
            label="Inactive"
            description="Signs in no more and is offered for no booking; everything booked stays."
            checked={typed.isInactive}
            onChange={(event) => change({ isInactive: event.currentTarget.checked })}
          />
        </div>
      </fieldset>
      <fieldset className="wb-panel wb-form-group" disabled={!mayChange}>
        <legend>Signing In</legend>
        <div className="wb-fields">
          <div className="wb-row">
            <TextInput
              label="User Initials"
              value={typed.initials}
              maxLength={10}
              autoComplete="off"
              onChange={(event) => change({ initials: event.currentTarget.value })}
            />
            <PasswordInput
              label="New Password"
              placeholder={user?.hasPassword === true ? "Set; leave empty to keep it" : "None yet"}
              value={password}
              maxLength={200}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ "aria-label": "Show the new password" }}
              onChange={(event) => {
                setSaid(undefined);
                setPassword(event.currentTarget.value);
              }}
            />
          </div>
          <Select
            label="Security Group"
            data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={typed.securityGroupId === null ? null : String(typed.securityGroupId)}
            placeholder="None: may do nothing while security is on"
            clearable
            clearButtonProps={{ "aria-label": "No security group" }}
            maw={480}
            onChange={(chosen) => change({ securityGroupId: chosen === null ? null : Number(chosen) })}
          />
        </div>
      </fieldset>
      <div className="wb-form-end">
        {mayChange && (
          <>
            <Button type="submit" loading={isBusy} miw="6rem">
              OK
            </Button>
            <Button variant="default" disabled={isBusy} miw="6rem" onClick={cancel}>
              Cancel
            </Button>
          </>
        )}
        {said === undefined && <span role="status">{isTyped ? "Typed, not saved yet" : ""}</span>}
        {said !== undefined && (
          <Notice isNew isCompact severity={said.isProblem ? "error" : "success"} text={said.text} />
        )}
      </div>
    </form>
  );
}

function problemOf({ initials, email, colour }: TypedUser, password: string): string | undefined {
  if (initials.trim() === "") return "Type the initials the user signs in with.";
  if (email !== null && !/^\S+@\S+\.\S+$/.test(email)) return "This is no email address.";
  if (colour !== null && !/^#[0-9a-f]{6}$/.test(colour)) return "Choose one of the colors, or write it as #1c7ed6.";
  return password !== "" && password.length < 8 ? "A password has at least 8 characters." : undefined;
}
