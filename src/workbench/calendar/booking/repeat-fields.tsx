import { NumberInput, Select } from "@mantine/core";

import type { RepeatRule } from "../../api/booking-payloads.js";
import { DateField } from "../../dates/date-field.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";

const texts = bookingTexts.repeat;

interface RepeatFieldsProps {
  readonly repeat: RepeatRule | undefined;
  /** The day the first occurrence begins on. */
  readonly firstDay: string;
  readonly onChange: (repeat: RepeatRule | undefined) => void;
}

const choices = (["none", "day", "week", "month"] as const).map((value) => ({ value, label: texts.choices[value] }));

/** A repeat made here becomes appointments of their own (C18). */
export function RepeatFields({ repeat, firstDay, onChange }: RepeatFieldsProps) {
  const choose = (chosen: string | null): void => {
    if (chosen === "day" || chosen === "week" || chosen === "month") {
      onChange({ every: chosen, interval: repeat?.interval ?? 1, until: repeat?.until ?? firstDay });
    } else onChange(undefined);
  };
  return (
    <div className="wb-row">
      <Select
        label={texts.label}
        data={choices}
        value={repeat?.every ?? "none"}
        allowDeselect={false}
        onChange={choose}
      />
      {repeat !== undefined && (
        <>
          <NumberInput
            label={texts.everySoMany[repeat.every]}
            min={1}
            max={99}
            allowDecimal={false}
            value={repeat.interval}
            onChange={(typed) => onChange({ ...repeat, interval: Number(typed) || 1 })}
          />
          <DateField label={texts.until} value={repeat.until} onChange={(until) => onChange({ ...repeat, until })} />
        </>
      )}
    </div>
  );
}
