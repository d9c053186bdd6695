import { Button } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";

import { sentences } from "../api/api-error.js";
import { Ask } from "../common/ask.js";
import { ChangedMeanwhile } from "../common/changed-meanwhile.js";
import { Notice } from "../common/notice.js";
import { useRouter } from "../routing/router.js";
import { useAllowed } from "../shell/session.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { ClientForm } from "./client-form.js";
import { nameOf, newClient, valuesOf } from "./client-model.js";
import type { ClientSurroundings } from "./client-screen.js";
import { MergeDialog } from "./merge-dialog.js";
import { useClientSaving } from "./use-client-saving.js";
import type { TypedClient } from "./use-client-saving.js";

/** The form of a client with its buttons. What was typed stays until it is saved or given up. */
export function ClientEditor(props: ClientSurroundings & { readonly onReload: () => void }) {
  const { record, groups, phoneLabels, onReload } = props;
  const { go } = useRouter();
  const mayChange = useAllowed("Clients", "add-modify");
  const mayDelete = useAllowed("Clients", "delete");
  const [typed, setTyped] = useState<TypedClient>(() => ({
    values: record === undefined ? newClient : valuesOf(record),
    groupIds: record?.groupIds ?? [],
  }));
  const [asking, setAsking] = useState<"delete" | "merge" | undefined>();
  const leave = (): void => go({ kind: "clients" });
  const saving = useClientSaving(record, leave);
  const isReadOnly = !mayChange || record?.isDeleted === true;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void saving.save(typed);
  };

  return (
    <form onSubmit={submit} noValidate>
      <ClientForm
        {...typed}
        groups={groups}
        phoneLabels={phoneLabels}
        isReadOnly={isReadOnly}
        onChange={(change) => setTyped((before) => ({ ...before, values: { ...before.values, ...change } }))}
        onGroups={(groupIds) => setTyped((before) => ({ ...before, groupIds }))}
      />
      <div className="wb-form-end wb-buttons">
        {!isReadOnly && (
          <Button type="submit" loading={saving.isBusy}>
            {commonTexts.ok}
          </Button>
        )}
        <Button variant="default" onClick={leave}>
          {isReadOnly ? commonTexts.close : commonTexts.cancel}
        </Button>
        {saving.error !== undefined && <Notice isNew isCompact severity="error" text={sentences(saving.error)} />}
        {record !== undefined && mayDelete && !isReadOnly && (
          <>
            <Button variant="default" ml="auto" onClick={() => setAsking("merge")}>
              {texts.merging.begin}
            </Button>
            <Button variant="default" onClick={() => setAsking("delete")}>
              {commonTexts.delete}
            </Button>
          </>
        )}
      </div>
      {record !== undefined && asking === "merge" && (
        <MergeDialog record={record} onClose={() => setAsking(undefined)} onMerged={onReload} />
      )}
      {record !== undefined && asking === "delete" && (
        <Ask
          title={texts.deleting.title}
          question={texts.deleting.question(nameOf(record))}
          answers={[
            { label: commonTexts.cancel, onChoose: () => setAsking(undefined) },
            {
              label: commonTexts.delete,
              isMain: true,
              onChoose: () => {
                setAsking(undefined);
                void saving.remove();
              },
            },
          ]}
          onClose={() => setAsking(undefined)}
        />
      )}
      {saving.changed !== undefined && (
        <ChangedMeanwhile
          rows={saving.changed.differences}
          onKeepMine={() => void saving.saveAnyway(typed)}
          onTakeTheirs={onReload}
          onClose={saving.dismiss}
        />
      )}
    </form>
  );
}
