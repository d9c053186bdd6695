import { Button, Checkbox, ColorInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { ApiError, sentences, toApiError } from "../api/api-error.js";
import type { KeptUser, SecurityGroup, TypedUser } from "../api/people-payloads.js";
import { ChangedMeanwhile } from "../common/changed-meanwhile.js";
import { Notice } from "../common/notice.js";
import { differingNames } from "../common/put-upon.js";
import { saveUpon } from "../common/save-upon.js";
import type { Kept, RecordPlace, SaveOutcome } from "../common/save-upon.js";
import { useRouter } from "../routing/router.js";
import { useUnsaved } from "../routing/unsaved.js";
import { useAllowed, useApi } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";
import { typedOf, userDifferences, userFieldNames } from "./user-model.js";

const texts = peopleTexts.user;

interface UserFormProps {
  /** Undefined for a new one. */
  readonly user: KeptUser | undefined;
  readonly groups: readonly SecurityGroup[];
  readonly onSaved: () => void;
}

type Changed = Extract<SaveOutcome<TypedUser>, { readonly kind: "changed" }>;

const swatches = ["#7048e8", "#1c7ed6", "#0c8599", "#2f9e44", "#5c940d", "#e8590c", "#d6336c", "#a61e4d"];

/** Who a user is, how they sign in, and what they may do. */
export function UserForm({ user, groups, onSaved }: UserFormProps) {
  const api = useApi();
  const { go } = useRouter();
  const mayChange = useAllowed("Users", "add-modify");
  const [saved, setSaved] = useState(() => ({ values: typedOf(user), version: user?.version ?? "" }));
  const [typed, setTyped] = useState(saved.values);
  const [changed, setChanged] = useState<Changed | undefined>();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly isProblem: boolean; readonly text: string } | undefined>();
  const isTyped = password !== "" || differingNames(saved.values, typed).length > 0;
  const allowLeaving = useUnsaved(isTyped);
  const change = (part: Partial<TypedUser>): void => {
    setSaid(undefined);
    setTyped((before) => ({ ...before, ...part }));
  };
  const cancel = (): void => {
    setTyped(saved.values);
    setPassword("");
    setSaid({ isProblem: false, text: texts.nothingChanged });
  };

  const keep = (kept: Kept<TypedUser>, text: string): void => {
    setSaved(kept);
    setTyped(kept.values);
    setSaid({ isProblem: false, text });
    onSaved();
  };
  const placeOf = ({ id }: KeptUser): RecordPlace<TypedUser> => ({
    async send(values, version) {
      const body = { ...values, ...(password === "" ? {} : { password }), version };
      return (await api.put<{ readonly version: string }>(`/api/kept-users/${id}`, body)).version;
    },
    async read() {
      const now = (await api.get<readonly KeptUser[]>("/api/kept-users")).find((one) => one.id === id);
      if (now === undefined) throw new ApiError(404, "record-not-found", texts.isGone);
      return { values: typedOf(now), version: now.version };
    },
  });
  const saveOver = async (there: KeptUser, opened: Kept<TypedUser>, values: TypedUser): Promise<void> => {
    const outcome = await saveUpon(opened, values, placeOf(there));
    if (outcome.kind === "changed") return setChanged(outcome);
    const { kept, theirs } = outcome;
    setPassword("");
    keep(kept, theirs.length === 0 ? texts.saved : texts.savedBeside(userFieldNames(theirs)));
    return undefined;
  };
  const create = async (): Promise<void> => {
    const body = { ...typed, ...(password === "" ? {} : { password }) };
    const { id } = await api.post<{ id: number }>("/api/kept-users", body);
    allowLeaving();
    go({ kind: "user", userId: id, pageId: undefined });
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setSaid(undefined);
    setChanged(undefined);
    try {
      await work();
    } catch (failure) {
      setSaid({ isProblem: true, text: sentences(toApiError(failure)) });
    } finally {
      setBusy(false);
    }
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const problem = problemOf(typed, password);
    if (problem !== undefined) setSaid({ isProblem: true, text: problem });
    else void run(() => (user === undefined ? create() : saveOver(user, saved, typed)));
  };

  return (
    <form onSubmit={save} noValidate>
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
      {changed !== undefined && user !== undefined && (
        <ChangedMeanwhile
          rows={userDifferences(changed.replaced, changed.mine, changed.now.values, groups)}
          onKeepMine={() => void run(() => saveOver(user, changed.now, changed.mine))}
          onTakeTheirs={() => {
            setChanged(undefined);
            keep(changed.now, texts.theirsTaken);
          }}
          onClose={() => setChanged(undefined)}
        />
      )}
    </form>
  );
}

function problemOf({ initials, email, colour }: TypedUser, password: string): string | undefined {
  if (initials.trim() === "") return texts.problems.initials;
  if (email !== null && !/^\S+@\S+\.\S+$/.test(email)) return texts.problems.email;
  if (colour !== null && !/^#[0-9a-f]{6}$/.test(colour)) return texts.problems.color;
  return password !== "" && password.length < 8 ? texts.problems.password : undefined;
}
