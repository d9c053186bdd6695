import FullCalendar, { useCalendarController } from "@fullcalendar/react";
import type {
  DateSelectInfo,
  DatesSetInfo,
  EventChangeInfo,
  EventClickInfo,
  EventDisplayInfo,
} from "@fullcalendar/react";
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

import type { TypedWhen } from "../api/booking-payloads.js";
import type { ShownEntry } from "../api/payloads.js";
import { wallTimeIn } from "../common/shown-text.js";
import { firstDayOfWeek } from "../dates/day-text.js";
import { useAllowed, useSession } from "../shell/session.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";
import type { Staff } from "./booking/staff.js";
import { CalendarBar, calendarViews } from "./calendar-bar.js";
import type { CalendarView } from "./calendar-bar.js";
import { calendarLines, shownHours } from "./entry-kind.js";
import type { CalendarLine } from "./entry-kind.js";
import { EntryLine } from "./entry-line.js";
import { MoreEntries } from "./more-entries.js";
import type { Move } from "./use-moves.js";
import { useRemembered } from "./use-remembered.js";

const plugins = [themePlugin, dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin];
const views = { workWeek: { type: "timeGridWeek", weekends: false } };
/** A list has no end of its own as the other views have: it grows as it is read. */
const listedAtOnce = 200;
/** Pixels below which a week has no room for words. */
const narrow = 700;

interface ScheduleGridProps {
  readonly entries: readonly ShownEntry[];
  readonly staff: Staff;
  readonly isLoading: boolean;
  /** Which days are on screen, `YYYY-MM-DD`; the last one excluded. */
  readonly onDates: (dates: { readonly from: string; readonly to: string }) => void;
  readonly onOpen: (entry: ShownEntry) => void;
  /** Undefined without the clearance. */
  readonly onBook: ((when: TypedWhen) => void) | undefined;
  readonly onMove: (move: Move) => void;
}

/** Entries by day, work week, week, month, or as a list. */
export function ScheduleGrid({ entries, staff, isLoading, onDates, onOpen, onBook, onMove }: ScheduleGridProps) {
  const { me } = useSession();
  const { locale, timeZone } = me.studio;
  const mayMove = {
    appointment: useAllowed("Appointments", "add-modify"),
    session: useAllowed("Sessions", "add-modify"),
  };
  const controller = useCalendarController();
  const [view, setView] = useRemembered<CalendarView>(
    "calendar-view",
    () => (window.innerWidth < narrow ? "timeGridDay" : "timeGridWeek"),
    isCalendarView,
  );
  const [title, setTitle] = useState("");
  const [day, setDay] = useState("");
  const [listed, setListed] = useState(listedAtOnce);
  const { appointment, session } = mayMove;
  const lines = useMemo(
    () => calendarLines(entries, staff, { appointment, session }).toSorted(byStart),
    [entries, staff, appointment, session],
  );
  const isCut = view === "listMonth" && lines.length > listed;
  const hours = useMemo(() => shownHours(entries), [entries]);
  const follow = useCallback(
    ({ start, end, view: { title: shown, currentStart } }: DatesSetInfo) => {
      setTitle(shown);
      setDay(dayOf(currentStart));
      setListed(listedAtOnce);
      onDates({ from: dayOf(start), to: dayOf(end) });
    },
    [onDates],
  );
  const move = (info: EventChangeInfo): void => {
    const { event, revert } = info;
    onMove({ entry: lineOf(info).entry, to: whenOf(event.start, event.end, event.allDay), revert });
  };

  return (
    <>
      <CalendarBar
        title={title}
        view={view}
        onView={(chosen) => {
          setView(chosen);
          controller.changeView(chosen);
        }}
        onToday={() => controller.today()}
        onEarlier={() => controller.prev()}
        onLater={() => controller.next()}
        day={day}
        onDay={(chosen) => controller.gotoDate(chosen)}
      />
      <div className="wb-calendar" data-view={view} aria-busy={isLoading}>
        <FullCalendar
          plugins={plugins}
          controller={controller}
          views={views}
          initialView={view}
          headerToolbar={false}
          // Wall-clock times have no zone: they go through as if they were UTC, which has no gaps.
          timeZone="UTC"
          now={() => wallTimeIn(timeZone, new Date())}
          locale={locale}
          firstDay={firstDayOfWeek(locale)}
          nowIndicator
          // The page scrolls, not a box in it, which the keyboard would not reach while nothing is booked (WCAG 2.1.1).
          height="auto"
          slotMinTime={hours.from}
          slotMaxTime={hours.to}
          dayMaxEvents={4}
          moreLinkClass="wb-more"
          noEventsContent={texts.empty}
          events={isCut ? lines.slice(0, listed) : lines}
          forceEventDuration
          eventDisplay="block"
          eventInteractive
          eventContent={(info: EventDisplayInfo) => <EntryLine {...lineOf(info)} time={info.timeText} />}
          eventClass={(info: EventDisplayInfo) => entryClass(lineOf(info), info.isShort)}
          eventClick={(info: EventClickInfo) => onOpen(lineOf(info).entry)}
          eventDrop={move}
          eventResize={move}
          eventResizableFromStart
          selectable={onBook !== undefined}
          selectMirror
          selectMinDistance={4}
          select={({ start, end, allDay }: DateSelectInfo) => onBook?.(whenOf(start, end, allDay))}
          datesSet={follow}
        />
        {isCut && <MoreEntries shown={listed} total={lines.length} onMore={() => setListed(listed + listedAtOnce)} />}
      </div>
    </>
  );
}

function lineOf({ event }: Pick<EventDisplayInfo, "event"> | EventClickInfo | EventChangeInfo) {
  // Every event was made by `calendarLines`.
  return event.extendedProps as CalendarLine["extendedProps"];
}

function entryClass({ kind, entry }: CalendarLine["extendedProps"], isShort: boolean): string {
  return [
    "wb-entry",
    `wb-entry-${kind}`,
    ...(entry.isFree ? ["wb-entry-free"] : []),
    ...(isShort ? ["wb-entry-short"] : []),
  ].join(" ");
}

/** What the calendar component says of a time, which went through it as if it were UTC. */
function whenOf(start: Date | null, end: Date | null, isAllDay: boolean): TypedWhen {
  const from = start ?? new Date(0);
  const text = (time: Date): string => time.toISOString().slice(0, 19);
  return { start: text(from), end: text(end ?? from), isAllDay };
}

function byStart(one: CalendarLine, other: CalendarLine): number {
  return one.start < other.start ? -1 : 1;
}

/** A day of the calendar component, `YYYY-MM-DD`. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function isCalendarView(value: unknown): value is CalendarView {
  return calendarViews.some((view) => view.value === value);
}
