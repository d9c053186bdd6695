import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { useState } from "react";

import { wallTimeIn } from "../common/shown-text.js";
import { CalendarIcon } from "../common/icons.js";
import { useWriting } from "../shell/session.js";
import { datesTexts as texts } from "../texts/en/dates-texts.js";
import { dayText, readDay } from "./day-text.js";
import { MonthGrid } from "./month-grid.js";
import { useTypedText } from "./use-typed-text.js";
import "./dates.css";

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A day, typed as the studio's locale writes it or taken from a month. */
export function DateField({ label, value, isDisabled = false, onChange }: DateFieldProps) {
  const { locale, timeZone } = useWriting();
  const [isOpen, setOpen] = useState(false);
  const today = wallTimeIn(timeZone, new Date()).slice(0, 10);
  const read = (text: string) => readDay(text, locale, Number((value === "" ? today : value).slice(0, 4)));
  const typed = useTypedText(value, (day) => dayText(day, locale), onChange);
  const finish = (): void => typed.finish(read(typed.text)?.day);
  return (
    <TextInput
      className="wb-date-field"
      label={label}
      value={typed.text}
      disabled={isDisabled}
      autoComplete="off"
      error={typed.isRefused && texts.noDate(dayText(today, locale))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const known = read(text);
        typed.type(text, known?.isWhole === true ? known.day : undefined);
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
        if (event.key === "ArrowDown" && event.altKey) setOpen(true);
      }}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={texts.chooseDate(label)}
              disabled={isDisabled}
              onClick={() => setOpen((before) => !before)}
            >
              <CalendarIcon />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={texts.chooseDate(label)}>
            <MonthGrid
              locale={locale}
              today={today}
              value={value}
              onChoose={(day) => {
                onChange(day);
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
