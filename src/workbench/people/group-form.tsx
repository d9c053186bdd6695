import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { ApiError, sentences, toApiError } from "../api/api-error.js";
import type { ClearanceLevel } from "../api/payloads.js";
import type { SecurityGroup } from "../api/people-payloads.js";
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
import { areas, groupBody, groupDifferences, groupValues, levels } from "./group-model.js";
import type { GroupValues } from "./group-model.js";

const texts = peopleTexts.groups;

type Changed = Extract<SaveOutcome<GroupValues>, { readonly kind: "changed" }>;

/** What a security group is called, and what its members may do. @param group undefined for a new one */
export function GroupForm({ group }: { readonly group: SecurityGroup | undefined }) {
  const api = useApi();
  const { go } = useRouter();
  const [opened, setOpened] = useState(() => ({ values: groupValues(group), version: group?.version ?? "" }));
  const [typed, setTyped] = useState(opened.values);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const [changed, setChanged] = useState<Changed | undefined>();
  const mayChange = useAllowed("Users", "add-modify");
  const allowLeaving = useUnsaved(differingNames(opened.values, typed).length > 0);
  const leave = (): void => {
    allowLeaving();
    go({ kind: "security-groups", groupId: undefined });
  };

  const placeOf = ({ id }: SecurityGroup): RecordPlace<GroupValues> => ({
    async send(values, version) {
      await api.put(`/api/security-groups/${id}`, { ...groupBody(values), version });
      return version;
    },
    async read() {
      const now = (await api.get<readonly SecurityGroup[]>("/api/security-groups")).find((one) => one.id === id);
      if (now === undefined) throw new ApiError(404, "record-not-found", texts.isGone);
      return { values: groupValues(now), version: now.version };
    },
  });
  const saveOver = async (there: SecurityGroup, from: Kept<GroupValues>, values: GroupValues): Promise<void> => {
    const outcome = await saveUpon(from, values, placeOf(there));
    if (outcome.kind === "changed") setChanged(outcome);
    else leave();
  };
  const create = async (): Promise<void> => {
    await api.post("/api/security-groups", groupBody(typed));
    leave();
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setChanged(undefined);
    try {
      await work();
    } catch (failure) {
      setProblem(sentences(toApiError(failure)));
    } finally {
      setBusy(false);
    }
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.name.trim() === "") setProblem(texts.nameMissing);
    else void run(() => (group === undefined ? create() : saveOver(group, opened, typed)));
  };
  const takeTheirs = (now: Kept<GroupValues>): void => {
    setOpened(now);
    setTyped(now.values);
    setChanged(undefined);
  };

  return (
    <form onSubmit={save} noValidate>
      <fieldset className="wb-panel wb-form-group wb-fields" aria-label={texts.oneTitle} disabled={!mayChange}>
        <TextInput
          label={commonTexts.name}
          value={typed.name}
          maxLength={100}
          maw={480}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
        <div className="wb-row">
          {areas.map((area) => (
            <Select
              key={area}
              label={texts.areas[area]}
              data={levels.map((level) => ({ value: level, label: texts.levels[level] }))}
              value={typed[area]}
              allowDeselect={false}
              onChange={(level) =>
                // The choices are levels.
                level !== null && setTyped((before) => ({ ...before, [area]: level as ClearanceLevel }))
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="wb-form-end">
        {mayChange && (
          <Button type="submit" loading={isBusy} miw="6rem">
            {commonTexts.ok}
          </Button>
        )}
        <Button variant="default" disabled={isBusy} miw="6rem" onClick={leave}>
          {mayChange ? commonTexts.cancel : commonTexts.close}
        </Button>
        {problem !== undefined && <Notice isNew isCompact severity="error" text={problem} />}
      </div>
      {changed !== undefined && group !== undefined && (
        <ChangedMeanwhile
          rows={groupDifferences(changed.replaced, changed.mine, changed.now.values)}
          onKeepMine={() => void run(() => saveOver(group, changed.now, changed.mine))}
          onTakeTheirs={() => takeTheirs(changed.now)}
          onClose={() => setChanged(undefined)}
        />
      )}
    </form>
  );
}
