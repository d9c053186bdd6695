import { NumberInput, Select } from "@mantine/core";
import type { ReactNode } from "react";

import { dayOrder } from "../dates/day-text.js";
import type { DayPart } from "../dates/day-text.js";
import { useWriting } from "../shell/session.js";
import { clientsTexts } from "../texts/en/clients-texts.js";

const texts = clientsTexts.day;

/** In the place of a month or day that is still to be typed. */
const missing = "00";

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, `--MM-DD` without a year, or empty; `00` for a month or day not typed yet. */
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

type Parts = Readonly<Record<DayPart, string>>;

/**
 * A day whose year may be unknown, as birthdays are. What is typed half is given on with noughts in the place of what is
 * missing: it counts as typed, and the host says what is missing.
 */
export function DayField({ label, value, isReadOnly, onChange }: DayFieldProps) {
  const { locale } = useWriting();
  const parts = partsOf(value);
  const change = (part: Partial<Parts>): void => onChange(textOf({ ...parts, ...part }));
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: twoDigits(index + 1),
    label: new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, index))),
  }));
  const fields: Readonly<Record<DayPart, ReactNode>> = {
    month: (
      <Select
        key="month"
        aria-label={texts.monthOf(label)}
        placeholder={texts.month}
        data={months}
        value={parts.month === "" ? null : parts.month}
        onChange={(month) => change({ month: month ?? "" })}
        clearable
        w={140}
      />
    ),
    day: (
      <NumberInput
        key="day"
        aria-label={texts.dayOf(label)}
        placeholder={texts.day}
        value={parts.day === "" ? "" : Number(parts.day)}
        onChange={(day) => change({ day: day === "" ? "" : twoDigits(Number(day)) })}
        min={1}
        max={31}
        allowDecimal={false}
        hideControls
        w={70}
      />
    ),
    year: (
      <NumberInput
        key="year"
        aria-label={texts.yearOf(label)}
        placeholder={texts.year}
        value={parts.year === "" ? "" : Number(parts.year)}
        onChange={(year) => change({ year: year === "" ? "" : String(year) })}
        min={1}
        max={9999}
        clampBehavior="none"
        allowDecimal={false}
        thousandSeparator=""
        hideControls
        w={90}
      />
    ),
  };
  return (
    <fieldset className="wb-form-group wb-client-day" disabled={isReadOnly}>
      <legend>{label}</legend>
      <div className="wb-buttons">{dayOrder(locale).map((part) => fields[part])}</div>
    </fieldset>
  );
}

function partsOf(value: string): Parts {
  const [, year = "", month = "", day = ""] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return {
    year: year === "-" ? "" : year.replace(/^0+/, ""),
    month: month === missing ? "" : month,
    day: day === missing ? "" : day,
  };
}

function textOf({ year, month, day }: Parts): string {
  if (year === "" && month === "" && day === "") return "";
  return `${year === "" ? "-" : year.padStart(4, "0")}-${month || missing}-${day || missing}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
