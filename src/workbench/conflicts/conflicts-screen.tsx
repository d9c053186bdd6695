import { Select } from "@mantine/core";
import { Suspense, lazy, useCallback, useMemo, useState } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import type { Resource } from "../api/booking-payloads.js";
import type { ShownConflict } from "../api/conflict-payloads.js";
import type { Person, ShownEntry } from "../api/payloads.js";
import { Ask } from "../common/ask.js";
import { Notice } from "../common/notice.js";
import { Problem } from "../common/problem.js";
import { Empty, Screen, Waiting, WhenLoaded } from "../common/screen.js";
import { useLoaded } from "../common/use-loaded.js";
import { useAllowed, useApi, useReloadOn, useSession } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { conflictsTexts as texts } from "../texts/en/conflicts-texts.js";
import { ConflictCard } from "./conflict-card.js";
import type { ConflictChoice } from "./conflict-card.js";

const AppointmentDialog = lazy(async () => {
  const { AppointmentDialog: dialog } = await import("../calendar/booking/appointment-dialog.js");
  return { default: dialog };
});
const SessionDialog = lazy(async () => {
  const { SessionDialog: dialog } = await import("../calendar/booking/session-dialog.js");
  return { default: dialog };
});

const nobody: readonly Person[] = [];
const noResources: readonly Resource[] = [];

/** Tools > Resolve Schedule Conflicts: one's own double bookings; for administrators any user's (S3, S4). */
export default function ConflictsScreen() {
  const api = useApi();
  const { me } = useSession();
  const maySeeOthers = useAllowed("Users", "add-modify");
  const [userId, setUserId] = useState(me.user.id);
  const people = useLoaded(useCallback((signal) => api.get<readonly Person[]>("/api/users", signal), [api]));
  const resources = useLoaded(useCallback((signal) => api.get<readonly Resource[]>("/api/resources", signal), [api]));
  const conflicts = useLoaded(
    useCallback(
      (signal) => api.get<readonly ShownConflict[]>(`/api/schedule-conflicts?user=${userId}`, signal),
      [api, userId],
    ),
  );
  useReloadOn(["calendar-changed", "conflicts-changed"], conflicts.reload);
  const staff = useMemo(
    () => ({ people: people.value ?? nobody, resources: resources.value ?? noResources }),
    [people.value, resources.value],
  );
  const [asking, setAsking] = useState<ConflictChoice | undefined>();
  const [opened, setOpened] = useState<ShownEntry | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const carryOut = async ({ path, body, done }: ConflictChoice): Promise<void> => {
    setAsking(undefined);
    setBusy(true);
    setError(undefined);
    try {
      const { message = done } = await api.post<{ readonly message?: string }>(path, body);
      setSaid(message);
    } catch (failure) {
      setSaid(undefined);
      setError(toApiError(failure));
    } finally {
      setBusy(false);
      conflicts.reload();
    }
  };
  const choose = (choice: ConflictChoice): void => {
    if (choice.confirm === undefined) void carryOut(choice);
    else setAsking(choice);
  };
  const close = (): void => {
    setOpened(undefined);
    conflicts.reload();
  };

  return (
    <Screen
      title={texts.title}
      aside={
        maySeeOthers && staff.people.length > 1 ? (
          <Select
            aria-label={texts.user}
            data={staff.people.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(userId)}
            onChange={(value) => setUserId(Number(value ?? me.user.id))}
            allowDeselect={false}
          />
        ) : undefined
      }
    >
      {error !== undefined && <Problem error={error} />}
      {said !== undefined && <Notice isNew severity="success" text={said} />}
      <WhenLoaded loaded={conflicts}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{texts.empty}</Empty>
          ) : (
            all.map((conflict) => (
              <ConflictCard
                key={conflict.id}
                conflict={conflict}
                isBusy={isBusy}
                onChoose={choose}
                onOpen={setOpened}
              />
            ))
          )
        }
      </WhenLoaded>
      {asking?.confirm !== undefined && (
        <Ask
          title={asking.label}
          question={asking.confirm}
          answers={[
            { label: commonTexts.cancel, onChoose: () => setAsking(undefined) },
            { label: asking.label, isMain: true, onChoose: () => void carryOut(asking) },
          ]}
          onClose={() => setAsking(undefined)}
        />
      )}
      {opened !== undefined && (
        <Suspense fallback={<Waiting />}>
          {opened.kind === "appointment" ? (
            <AppointmentDialog opened={opened.recordId} staff={staff} onClose={close} />
          ) : (
            <SessionDialog opened={opened.recordId} staff={staff} onClose={close} />
          )}
        </Suspense>
      )}
    </Screen>
  );
}
