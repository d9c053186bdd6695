import { ActionIcon, Text } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

import { ChevronIcon } from "../common/icons.js";
import { datesTexts as texts } from "../texts/en/dates-texts.js";
import { asUtc, dayInWords, firstDayOfWeek, shiftedDay, shiftedMonth, weeksOf } from "./day-text.js";

export interface MonthGridProps {
  readonly locale: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The day that is chosen now, or empty. */
  readonly value: string;
  readonly onChoose: (day: string) => void;
}

/** Keeps the Escape key from closing the dialog around the month too. */
const ownEscape = { "data-mantine-stop-propagation": true };

/** A month to take a day from: with the mouse, or with arrow keys, Home and End, Page Up and Page Down (with Shift: years). */
export function MonthGrid({ locale, today, value, onChoose }: MonthGridProps) {
  const [shown, setShown] = useState(value === "" ? today : value);
  const grid = useRef<HTMLTableElement>(null);
  const follows = useRef(true);
  const title = useId();
  useEffect(() => {
    // The focus goes with the keys, and stays on the arrows while they are pressed.
    if (follows.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [shown]);
  const firstWeekday = firstDayOfWeek(locale);
  const weeks = weeksOf(shown, firstWeekday);
  const write = (style: Intl.DateTimeFormatOptions, day: string): string =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" }).format(asUtc(day));

  const press = (event: KeyboardEvent): void => {
    const next = dayAfter(event, shown, firstWeekday);
    if (next === undefined) return;
    event.preventDefault();
    follows.current = true;
    setShown(next);
  };
  const turn = (by: number): void => {
    follows.current = false;
    setShown(shiftedMonth(shown, by));
  };
  return (
    <div className="wb-month">
      <div className="wb-month-bar">
        <ActionIcon variant="subtle" aria-label={texts.earlierMonth} {...ownEscape} onClick={() => turn(-1)}>
          <ChevronIcon to="left" />
        </ActionIcon>
        <Text id={title} fw={600} aria-live="polite">
          {write({ month: "long", year: "numeric" }, shown)}
        </Text>
        <ActionIcon variant="subtle" aria-label={texts.laterMonth} {...ownEscape} onClick={() => turn(1)}>
          <ChevronIcon to="right" />
        </ActionIcon>
      </div>
      <table role="grid" aria-labelledby={title} ref={grid} onKeyDown={press}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" abbr={write({ weekday: "long" }, day)}>
                {write({ weekday: "short" }, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} role="gridcell" aria-selected={day === value}>
                  <button
                    type="button"
                    className="wb-day"
                    tabIndex={day === shown ? 0 : -1}
                    data-autofocus={day === shown || undefined}
                    aria-label={dayInWords(day, locale)}
                    aria-current={day === today ? "date" : undefined}
                    data-chosen={day === value || undefined}
                    data-outside={day.slice(0, 7) !== shown.slice(0, 7) || undefined}
                    {...ownEscape}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day a key goes to, as in the date picker dialog of the ARIA Authoring Practices; undefined for other keys. */
function dayAfter({ key, shiftKey }: KeyboardEvent, day: string, firstWeekday: number): string | undefined {
  const inWeek = (asUtc(day).getUTCDay() - firstWeekday + 7) % 7;
  switch (key) {
    case "ArrowLeft":
      return shiftedDay(day, -1);
    case "ArrowRight":
      return shiftedDay(day, 1);
    case "ArrowUp":
      return shiftedDay(day, -7);
    case "ArrowDown":
      return shiftedDay(day, 7);
    case "Home":
      return shiftedDay(day, -inWeek);
    case "End":
      return shiftedDay(day, 6 - inWeek);
    case "PageUp":
      return shiftedMonth(day, shiftKey ? -12 : -1);
    case "PageDown":
      return shiftedMonth(day, shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}
