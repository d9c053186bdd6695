import { Checkbox, TextInput } from "@mantine/core";

import { withStart } from "./booking-model.js";
import type { WhenInput } from "./booking-model.js";

interface WhenFieldsProps {
  readonly when: WhenInput;
  readonly isDisabled: boolean;
  readonly onChange: (when: WhenInput) => void;
}

/** From when to when; the end follows the start, so that the length stays. */
export function WhenFields({ when, isDisabled, onChange }: WhenFieldsProps) {
  const { isAllDay } = when;
  return (
    <div className="wb-when" role="group" aria-label="When">
      <TextInput
        label="Start Date"
        type="date"
        required
        withAsterisk={false}
        value={when.startDay}
        disabled={isDisabled}
        onChange={(event) => onChange(withStart(when, { startDay: event.currentTarget.value }))}
      />
      {!isAllDay && (
        <TextInput
          label="Start Time"
          type="time"
          required
          withAsterisk={false}
          value={when.startTime}
          disabled={isDisabled}
          onChange={(event) => onChange(withStart(when, { startTime: event.currentTarget.value }))}
        />
      )}
      <TextInput
        label="End Date"
        type="date"
        required
        withAsterisk={false}
        value={when.endDay}
        disabled={isDisabled}
        onChange={(event) => onChange({ ...when, endDay: event.currentTarget.value })}
      />
      {!isAllDay && (
        <TextInput
          label="End Time"
          type="time"
          required
          withAsterisk={false}
          value={when.endTime}
          disabled={isDisabled}
          onChange={(event) => onChange({ ...when, endTime: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label="All Day"
        checked={isAllDay}
        disabled={isDisabled}
        onChange={(event) => onChange({ ...when, isAllDay: event.currentTarget.checked })}
      />
    </div>
  );
}
