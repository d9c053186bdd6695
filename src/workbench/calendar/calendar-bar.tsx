import { Button, SegmentedControl, Text } from "@mantine/core";

import { ChevronIcon } from "../common/icons.js";

/** How much of the calendar is shown at once. */
export type CalendarView = "timeGridDay" | "workWeek" | "timeGridWeek" | "dayGridMonth" | "listMonth";

export const calendarViews: readonly { readonly value: CalendarView; readonly label: string }[] = [
  { value: "timeGridDay", label: "Day" },
  { value: "workWeek", label: "Work Week" },
  { value: "timeGridWeek", label: "Week" },
  { value: "dayGridMonth", label: "Month" },
  { value: "listMonth", label: "List" },
];

interface CalendarBarProps {
  readonly title: string;
  readonly view: CalendarView;
  readonly onView: (view: CalendarView) => void;
  readonly onToday: () => void;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
}

/** Which dates, and how much of them. */
export function CalendarBar({ title, view, onView, onToday, onEarlier, onLater }: CalendarBarProps) {
  return (
    <div className="wb-calendar-bar">
      <div className="wb-buttons" role="group" aria-label="Dates">
        <Button variant="default" onClick={onToday}>
          Today
        </Button>
        <Button variant="default" px="xs" aria-label="Earlier" onClick={onEarlier}>
          <ChevronIcon to="left" />
        </Button>
        <Button variant="default" px="xs" aria-label="Later" onClick={onLater}>
          <ChevronIcon to="right" />
        </Button>
        <Text component="h2" fw={600} size="lg" aria-live="polite">
          {title}
        </Text>
      </div>
      <SegmentedControl aria-label="How much to show" data={[...calendarViews]} value={view} onChange={onView} />
    </div>
  );
}
