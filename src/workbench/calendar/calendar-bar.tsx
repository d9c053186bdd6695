import { Button, SegmentedControl, Text } from "@mantine/core";

import { ChevronIcon } from "../common/icons.js";
import { wallTimeIn } from "../common/shown-text.js";
import { ChooseDay } from "../dates/choose-day.js";
import { useWriting } from "../shell/session.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";

/** How much of the calendar is shown at once. */
export type CalendarView = "timeGridDay" | "workWeek" | "timeGridWeek" | "dayGridMonth" | "listMonth";

export const calendarViews: readonly { readonly value: CalendarView; readonly label: string }[] = [
  { value: "timeGridDay", label: texts.views.timeGridDay },
  { value: "workWeek", label: texts.views.workWeek },
  { value: "timeGridWeek", label: texts.views.timeGridWeek },
  { value: "dayGridMonth", label: texts.views.dayGridMonth },
  { value: "listMonth", label: texts.views.listMonth },
];

interface CalendarBarProps {
  readonly title: string;
  readonly view: CalendarView;
  readonly onView: (view: CalendarView) => void;
  readonly onToday: () => void;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
  /** The first day shown, `YYYY-MM-DD`; empty while none is. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Which dates, and how much of them. */
export function CalendarBar({ title, view, onView, onToday, onEarlier, onLater, day, onDay }: CalendarBarProps) {
  const { locale, timeZone } = useWriting();
  const today = wallTimeIn(timeZone, new Date()).slice(0, 10);
  return (
    <div className="wb-calendar-bar">
      <div className="wb-buttons" role="group" aria-label={texts.dates}>
        <Button variant="default" onClick={onToday}>
          {texts.today}
        </Button>
        <Button variant="default" px="xs" aria-label={texts.earlier} onClick={onEarlier}>
          <ChevronIcon to="left" />
        </Button>
        <Button variant="default" px="xs" aria-label={texts.later} onClick={onLater}>
          <ChevronIcon to="right" />
        </Button>
        <ChooseDay label={texts.goToDate} size="lg" locale={locale} today={today} value={day} onChoose={onDay} />
        <Text component="h2" fw={600} size="lg" aria-live="polite">
          {title}
        </Text>
      </div>
      <SegmentedControl aria-label={texts.views.name} data={[...calendarViews]} value={view} onChange={onView} />
    </div>
  );
}
