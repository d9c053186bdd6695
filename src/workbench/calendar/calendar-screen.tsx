import { Button, MultiSelect, SegmentedControl, Text } from "@mantine/core";
import FullCalendar, { useCalendarController } from "@fullcalendar/react";
import type { DatesSetInfo, EventClickInfo, EventDisplayInfo } from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import listPlugin from "@fullcalendar/react/list";
import themePlugin from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { useCallback, useMemo, useState } from "react";

import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import "./calendar.css";

import type { Person, ShownEntry } from "../api/payloads.js";
import { ChevronIcon } from "../common/icons.js";
import { Problem } from "../common/problem.js";
import { Screen } from "../common/screen.js";
import { wallTimeIn } from "../common/shown-text.js";
import { useLoaded } from "../common/use-loaded.js";
import { useAllowed, useApi, useReloadOn, useSession } from "../shell/session.js";
import { EntryDialog } from "./entry-dialog.js";
import { EntryLine, Legend } from "./entry-line.js";
import { calendarLines, calendarPath } from "./entry-kind.js";
import type { CalendarLine } from "./entry-kind.js";

const plugins = [themePlugin, dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin];
const views = [
  { value: "dayGridMonth", label: "Month" },
  { value: "timeGridWeek", label: "Week" },
  { value: "timeGridDay", label: "Day" },
  { value: "listMonth", label: "List" },
];
/** Pixels below which a week has no room for words. */
const narrow = 700;
const nobody: readonly Person[] = [];
const nothing: readonly ShownEntry[] = [];

/** The schedule of the signed-in user, and of others with the clearance for it. */
export default function CalendarScreen() {
  const api = useApi();
  const { me } = useSession();
  const maySeeOthers = useAllowed("Appointments", "view");
  const controller = useCalendarController();
  const [view, setView] = useState(() => (window.innerWidth < narrow ? "timeGridDay" : "timeGridWeek"));
  const [shown, setShown] = useState<{ from: string; to: string; title: string } | undefined>();
  const [userIds, setUserIds] = useState<readonly number[]>([me.user.id]);
  const [opened, setOpened] = useState<ShownEntry | undefined>();

  const people = useLoaded(useCallback((signal) => api.get<readonly Person[]>("/api/users", signal), [api]));
  const { from, to } = shown ?? {};
  const entries = useLoaded(
    useCallback(
      async (signal) => {
        if (from === undefined || to === undefined || userIds.length === 0) return nothing;
        return api.get<readonly ShownEntry[]>(calendarPath(from, to, userIds), signal);
      },
      [api, from, to, userIds],
    ),
  );
  useReloadOn(["calendar-changed"], entries.reload);

  const persons = people.value ?? nobody;
  const lines = useMemo(() => [...calendarLines(entries.value ?? nothing, persons)], [entries.value, persons]);
  const follow = useCallback(({ start, end, view: { title } }: DatesSetInfo) => {
    setShown({ from: start.toISOString().slice(0, 10), to: end.toISOString().slice(0, 10), title });
  }, []);

  return (
    <Screen title="Calendar" isWide>
      <div className="wb-calendar-bar">
        <div className="wb-buttons" role="group" aria-label="Dates">
          <Button variant="default" onClick={() => controller.today()}>
            Today
          </Button>
          <Button variant="default" px="xs" aria-label="Earlier" onClick={() => controller.prev()}>
            <ChevronIcon to="left" />
          </Button>
          <Button variant="default" px="xs" aria-label="Later" onClick={() => controller.next()}>
            <ChevronIcon to="right" />
          </Button>
          <Text component="h2" fw={600} size="lg" aria-live="polite">
            {shown?.title}
          </Text>
        </div>
        <div className="wb-buttons wb-calendar-choices">
          {maySeeOthers && (
            <MultiSelect
              aria-label="Whose schedule"
              placeholder={userIds.length === 0 ? "Choose whose schedule" : undefined}
              data={persons.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={userIds.map(String)}
              onChange={(chosen) => setUserIds(chosen.map(Number))}
              searchable
              className="wb-people"
            />
          )}
          <SegmentedControl
            aria-label="How much to show"
            data={views}
            value={view}
            onChange={(chosen) => {
              setView(chosen);
              controller.changeView(chosen);
            }}
          />
        </div>
      </div>
      {entries.error !== undefined && <Problem error={entries.error} onRetry={entries.reload} />}
      <div className="wb-calendar" data-view={view} aria-busy={entries.isLoading}>
        <FullCalendar
          plugins={plugins}
          controller={controller}
          initialView={view}
          headerToolbar={false}
          // Wall-clock times have no zone: they go through as if they were UTC, which has no gaps.
          timeZone="UTC"
          now={() => wallTimeIn(me.studio.timeZone, new Date())}
          locale={me.studio.locale}
          nowIndicator
          height={view.startsWith("timeGrid") ? "max(30rem, calc(100vh - 16rem))" : "auto"}
          dayMaxEvents={4}
          moreLinkClass="wb-more"
          scrollTime="08:00:00"
          noEventsContent="Nothing is on the schedule here. Choose other dates or other people."
          events={lines}
          eventDisplay="block"
          eventInteractive
          eventContent={(info: EventDisplayInfo) => <EntryLine {...lineOf(info)} time={info.timeText} />}
          eventClass={(info: EventDisplayInfo) => {
            const { kind, entry } = lineOf(info);
            return [
              "wb-entry",
              `wb-entry-${kind}`,
              ...(entry.isFree ? ["wb-entry-free"] : []),
              ...(info.isShort ? ["wb-entry-short"] : []),
            ].join(" ");
          }}
          eventClick={(info: EventClickInfo) => setOpened(lineOf(info).entry)}
          datesSet={follow}
        />
      </div>
      <Legend />
      {opened !== undefined && <EntryDialog entry={opened} people={persons} onClose={() => setOpened(undefined)} />}
    </Screen>
  );
}

function lineOf({ event }: Pick<EventDisplayInfo, "event"> | EventClickInfo): CalendarLine["extendedProps"] {
  // Every event was made by `calendarLines`.
  return event.extendedProps as CalendarLine["extendedProps"];
}
