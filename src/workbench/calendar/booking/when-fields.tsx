import { Checkbox } from "@mantine/core";

import { DateField } from "../../dates/date-field.js";
import { TimeField } from "../../dates/time-field.js";
import { bookingTexts } from "../../texts/en/booking-texts.js";
import { withStart } from "./booking-model.js";
import type { WhenInput } from "./booking-model.js";

const texts = bookingTexts.when;

interface WhenFieldsProps {
  readonly when: WhenInput;
  readonly isDisabled: boolean;
  readonly onChange: (when: WhenInput) => void;
}

/** From when to when; the end follows the start, so that the length stays. */
export function WhenFields({ when, isDisabled, onChange }: WhenFieldsProps) {
  const { isAllDay } = when;
  return (
    <div className="wb-when" role="group" aria-label={texts.name}>
      <DateField
        label={texts.startDate}
        value={when.startDay}
        isDisabled={isDisabled}
        onChange={(startDay) => onChange(withStart(when, { startDay }))}
      />
      {!isAllDay && (
        <TimeField
          label={texts.startTime}
          value={when.startTime}
          isDisabled={isDisabled}
          onChange={(startTime) => onChange(withStart(when, { startTime }))}
        />
      )}
      <DateField
        label={texts.endDate}
        value={when.endDay}
        isDisabled={isDisabled}
        onChange={(endDay) => onChange({ ...when, endDay })}
      />
      {!isAllDay && (
        <TimeField
          label={texts.endTime}
          value={when.endTime}
          isDisabled={isDisabled}
          onChange={(endTime) => onChange({ ...when, endTime })}
        />
      )}
      <Checkbox
        label={texts.allDay}
        checked={isAllDay}
        disabled={isDisabled}
        onChange={(event) => onChange({ ...when, isAllDay: event.currentTarget.checked })}
      />
    </div>
  );
}
