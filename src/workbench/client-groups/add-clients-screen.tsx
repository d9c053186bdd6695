import { useCallback, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { ClientGroupLine } from "../api/client-payloads.js";
import { Problem } from "../common/problem.js";
import { Screen, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useRouter } from "../routing/router.js";
import { useApi } from "../shell/session.js";
import { clientGroupsTexts } from "../texts/en/client-groups-texts.js";
import { ChooseClients } from "./choose-clients.js";
import { ChooseGroup } from "./choose-group.js";
import type { ChosenGroup } from "./choose-group.js";
import { ConfirmAdding } from "./confirm-adding.js";
import { useChosen } from "./use-chosen.js";

const texts = clientGroupsTexts.adding;

type Step = "group" | "clients" | "confirm";

const steps: readonly { readonly step: Step; readonly title: string }[] = [
  { step: "group", title: texts.stepTitles.group },
  { step: "clients", title: texts.stepTitles.clients },
  { step: "confirm", title: texts.stepTitles.confirm },
];

/** Tools > Add Clients to Group: which group, which clients, and a last look. */
export default function AddClientsScreen({ groupId }: { readonly groupId: number | undefined }) {
  const api = useApi();
  const groups = useLoaded(
    useCallback((signal) => api.get<readonly ClientGroupLine[]>("/api/client-groups", signal), [api]),
  );
  return (
    <Screen title={texts.title} isWide>
      <WhenLoaded loaded={groups}>{(all) => <Wizard groups={all} groupId={groupId} />}</WhenLoaded>
    </Screen>
  );
}

interface WizardProps {
  readonly groups: readonly ClientGroupLine[];
  readonly groupId: number | undefined;
}

function Wizard({ groups, groupId }: WizardProps) {
  const api = useApi();
  const { go } = useRouter();
  const [group, setGroup] = useState<ChosenGroup>(() =>
    groupId === undefined && groups.length === 0 ? { kind: "new", name: "" } : { kind: "existing", groupId },
  );
  const [step, setStep] = useState<Step>(groupId === undefined ? "group" : "clients");
  const [error, setError] = useState<ApiError | undefined>();
  const [isBusy, setBusy] = useState(false);
  const chosen = useChosen();

  const add = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const id = await groupIdOf(group);
      // A second try after a failure adds to the group that was made, and makes no other one.
      setGroup({ kind: "existing", groupId: id });
      await api.post(`/api/client-groups/${id}/add`, { clientIds: chosen.ids });
      go({ kind: "client-groups", groupId: id });
    } catch (failure) {
      setError(toApiError(failure));
      setBusy(false);
    }
  };
  const groupIdOf = async (one: ChosenGroup): Promise<number> => {
    if (one.kind === "existing") return one.groupId ?? 0;
    const made = await api.post<{ id: number }>("/api/client-groups", { name: one.name, isInactive: false });
    return made.id;
  };
  const name = group.kind === "new" ? group.name.trim() : (groups.find(({ id }) => id === group.groupId)?.name ?? "");

  return (
    <>
      <ol className="wb-tabs wb-steps" aria-label={texts.steps}>
        {steps.map(({ step: one, title }, index) => (
          <li key={one} className="wb-tab" aria-current={one === step ? "step" : undefined}>
            {texts.step(index + 1, title)}
          </li>
        ))}
      </ol>
      {error !== undefined && <Problem error={error} />}
      {step === "group" && (
        <ChooseGroup groups={groups} group={group} onChange={setGroup} onNext={() => setStep("clients")} />
      )}
      {step === "clients" && (
        <ChooseClients
          groups={groups}
          groupId={group.kind === "existing" ? group.groupId : undefined}
          chosen={chosen}
          onBack={() => setStep("group")}
          onNext={() => setStep("confirm")}
        />
      )}
      {step === "confirm" && (
        <ConfirmAdding
          name={name}
          isNew={group.kind === "new"}
          count={chosen.ids.length}
          isBusy={isBusy}
          onBack={() => setStep("clients")}
          onAdd={() => void add()}
        />
      )}
    </>
  );
}
