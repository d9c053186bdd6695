import { Button } from "@mantine/core";
import { Suspense, lazy, useCallback, useMemo, useState } from "react";

import type { AppointmentValues, Resource, SessionValues, TypedWhen } from "../api/booking-payloads.js";
import type { Person, ShownEntry } from "../api/payloads.js";
import { Problem } from "../common/problem.js";
import { Screen, Waiting } from "../common/screen.js";
import { wallTimeIn } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { useAllowed, useApi, useReloadOn, useSession } from "../shell/session.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";
import { newAppointment, newSession, nextHour } from "./booking/booking-model.js";
import { Taken } from "./booking/obstacles.js";
import { calendarPath } from "./entry-kind.js";
import { Legend } from "./entry-line.js";
import type { ScheduleChoice } from "./schedule-choice.js";
import { ScheduleGrid } from "./schedule-grid.js";
import { SchedulePanel } from "./schedule-panel.js";
import { useMoves } from "./use-moves.js";
import { useRemembered } from "./use-remembered.js";

const AppointmentDialog = lazy(async () => {
  const { AppointmentDialog: dialog } = await import("./booking/appointment-dialog.js");
  return { default: dialog };
});
const SessionDialog = lazy(async () => {
  const { SessionDialog: dialog } = await import("./booking/session-dialog.js");
  return { default: dialog };
});

const nobody: readonly Person[] = [];
const noResources: readonly Resource[] = [];
const nothing: readonly ShownEntry[] = [];

/** What a dialog is open on. */
type Opened =
  | { readonly kind: "appointment"; readonly on: number | AppointmentValues }
  | { readonly kind: "session"; readonly on: number | SessionValues };

/** The schedule of the signed-in user, and with the clearance for it of others and of rooms. */
export default function CalendarScreen() {
  const api = useApi();
  const { me } = useSession();
  const maySeeOthers = useAllowed("Appointments", "view");
  const mayBook = useAllowed("Appointments", "add-modify");
  const mayBookSessions = useAllowed("Sessions", "add-modify");
  const [choice, setChoice] = useRemembered<ScheduleChoice>(
    `calendar-choice:${me.user.id}`,
    () => ({ userIds: [me.user.id], resourceIds: [] }),
    isScheduleChoice,
  );
  const shownChoice = maySeeOthers ? choice : { userIds: [me.user.id], resourceIds: [] };
  const [dates, setDates] = useState<{ readonly from: string; readonly to: string } | undefined>();
  const [opened, setOpened] = useState<Opened | undefined>();

  const people = useLoaded(useCallback((signal) => api.get<readonly Person[]>("/api/users", signal), [api]));
  const resources = useLoaded(useCallback((signal) => api.get<readonly Resource[]>("/api/resources", signal), [api]));
  const path = dates === undefined ? undefined : calendarPath(dates.from, dates.to, shownChoice);
  const entries = useLoaded(
    useCallback(
      async (signal) => (path === undefined ? nothing : api.get<readonly ShownEntry[]>(path, signal)),
      [api, path],
    ),
  );
  useReloadOn(["calendar-changed"], entries.reload);
  // Entries make rows grow: nothing is seen before the first have come, so that nothing moves under anybody's hands.
  const [isFilled, setFilled] = useState(false);
  if (!isFilled && (entries.error !== undefined || (entries.value ?? nothing) !== nothing)) setFilled(true);
  const moves = useMoves(entries.reload);

  const staff = useMemo(
    () => ({ people: people.value ?? nobody, resources: resources.value ?? noResources }),
    [people.value, resources.value],
  );
  const whenFree = (): TypedWhen => nextHour(wallTimeIn(me.studio.timeZone, new Date()));
  const book = (when: TypedWhen): void =>
    setOpened({ kind: "appointment", on: newAppointment(when, firstOf(shownChoice.userIds, me.user.id)) });
  const bookSession = (): void => {
    const [photographer = me.user.id] = shownChoice.userIds;
    setOpened({ kind: "session", on: newSession(whenFree(), photographer) });
  };
  const open = ({ kind, recordId }: ShownEntry): void =>
    setOpened({ kind: kind === "appointment" ? "appointment" : "session", on: recordId });
  const close = (): void => {
    setOpened(undefined);
    entries.reload();
  };

  return (
    <Screen
      title={texts.title}
      isWide
      aside={
        <div className="wb-buttons">
          {mayBook && <Button onClick={() => book(whenFree())}>{texts.newAppointment}</Button>}
          {mayBookSessions && (
            <Button variant="default" onClick={bookSession}>
              {texts.newSession}
            </Button>
          )}
        </div>
      }
    >
      {entries.error !== undefined && <Problem error={entries.error} onRetry={entries.reload} />}
      {moves.error !== undefined && <Problem error={moves.error} />}
      <span role="status" className="wb-sr-only">
        {moves.said}
      </span>
      <div className="wb-calendar-page" data-alone={!maySeeOthers || undefined}>
        {maySeeOthers && <SchedulePanel {...staff} choice={shownChoice} ownId={me.user.id} onChoose={setChoice} />}
        <div className="wb-calendar-main" data-empty={!isFilled || undefined}>
          {!isFilled && <Waiting />}
          <ScheduleGrid
            entries={entries.value ?? nothing}
            staff={staff}
            isLoading={entries.isLoading}
            onDates={setDates}
            onOpen={open}
            onBook={mayBook ? book : undefined}
            onMove={(move) => void moves.start(move)}
          />
          <Legend />
        </div>
      </div>
      {moves.blocked !== undefined && (
        <Taken
          {...moves.blocked}
          staff={staff}
          onBookAnyway={() => void (moves.blocked && moves.start(moves.blocked.move, true))}
          onClose={moves.dismiss}
        />
      )}
      {opened !== undefined && (
        <Suspense fallback={<Waiting />}>
          {opened.kind === "appointment" ? (
            <AppointmentDialog opened={opened.on} staff={staff} onClose={close} />
          ) : (
            <SessionDialog opened={opened.on} staff={staff} onClose={close} />
          )}
        </Suspense>
      )}
    </Screen>
  );
}

function firstOf(userIds: readonly number[], ownId: number): readonly number[] {
  return userIds.length === 0 || userIds.includes(ownId) ? [ownId] : userIds.slice(0, 1);
}

function isScheduleChoice(value: unknown): value is ScheduleChoice {
  if (typeof value !== "object" || value === null) return false;
  const { userIds, resourceIds } = value as Partial<Record<keyof ScheduleChoice, unknown>>;
  const areNumbers = (list: unknown): boolean => Array.isArray(list) && list.every((one) => typeof one === "number");
  return areNumbers(userIds) && areNumbers(resourceIds);
}
