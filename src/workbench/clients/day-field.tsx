import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";

import { useWriting } from "../shell/session.js";
import { clientsTexts } from "../texts/en/clients-texts.js";

const texts = clientsTexts.day;

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, `--MM-DD` without a year, or empty. */
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A day whose year may be unknown, as birthdays are. */
export function DayField({ label, value, isReadOnly, onChange }: DayFieldProps) {
  const { locale } = useWriting();
  // What is typed half is kept here; the client has a day only when there are month and day.
  const [parts, setParts] = useState<Parts>(() => partsOf(value));
  const shown = textOf(parts) === value || value === "" ? parts : partsOf(value);
  const change = (part: Partial<Parts>): void => {
    const changed = { ...shown, ...part };
    setParts(changed);
    onChange(textOf(changed));
  };
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: twoDigits(index + 1),
    label: new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, index))),
  }));
  return (
    <fieldset className="wb-form-group wb-client-day" disabled={isReadOnly}>
      <legend>{label}</legend>
      <div className="wb-buttons">
        <Select
          aria-label={texts.monthOf(label)}
          placeholder={texts.month}
          data={months}
          value={shown.month === "" ? null : shown.month}
          onChange={(month) => change({ month: month ?? "" })}
          clearable
          w={140}
        />
        <NumberInput
          aria-label={texts.dayOf(label)}
          placeholder={texts.day}
          value={shown.day === "" ? "" : Number(shown.day)}
          onChange={(day) => change({ day: day === "" ? "" : twoDigits(Number(day)) })}
          min={1}
          max={31}
          allowDecimal={false}
          hideControls
          w={70}
        />
        <NumberInput
          aria-label={texts.yearOf(label)}
          placeholder={texts.year}
          value={shown.year === "" ? "" : Number(shown.year)}
          onChange={(year) => change({ year: year === "" ? "" : String(year) })}
          min={1}
          max={9999}
          clampBehavior="none"
          allowDecimal={false}
          thousandSeparator=""
          hideControls
          w={90}
        />
      </div>
    </fieldset>
  );
}

function partsOf(value: string): Parts {
  const [, year = "", month = "", day = ""] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return { year: year === "-" ? "" : year, month, day };
}

function textOf({ year, month, day }: Parts): string {
  if (month === "" || day === "") return "";
  return `${year === "" ? "-" : year.padStart(4, "0")}-${month}-${day}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
