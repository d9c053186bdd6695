import { NumberInput, Select } from "@mantine/core";

import type { RepeatRule } from "../../api/booking-payloads.js";
import { DateField } from "../../dates/date-field.js";

interface RepeatFieldsProps {
  readonly repeat: RepeatRule | undefined;
  /** The day the first occurrence begins on. */
  readonly firstDay: string;
  readonly onChange: (repeat: RepeatRule | undefined) => void;
}

const choices = [
  { value: "none", label: "Does Not Repeat" },
  { value: "day", label: "Daily" },
  { value: "week", label: "Weekly" },
  { value: "month", label: "Monthly" },
];
const units = { day: "Days", week: "Weeks", month: "Months" };

/** A repeat made here becomes appointments of their own (C18). */
export function RepeatFields({ repeat, firstDay, onChange }: RepeatFieldsProps) {
  const choose = (chosen: string | null): void => {
    if (chosen === "day" || chosen === "week" || chosen === "month") {
      onChange({ every: chosen, interval: repeat?.interval ?? 1, until: repeat?.until ?? firstDay });
    } else onChange(undefined);
  };
  return (
    <div className="wb-row">
      <Select label="Repeat" data={choices} value={repeat?.every ?? "none"} allowDeselect={false} onChange={choose} />
      {repeat !== undefined && (
        <>
          <NumberInput
            label={`Every So Many ${units[repeat.every]}`}
            min={1}
            max={99}
            allowDecimal={false}
            value={repeat.interval}
            onChange={(typed) => onChange({ ...repeat, interval: Number(typed) || 1 })}
          />
          <DateField label="Repeat Until" value={repeat.until} onChange={(until) => onChange({ ...repeat, until })} />
        </>
      )}
    </div>
  );
}
