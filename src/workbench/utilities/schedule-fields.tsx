import { Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";

import { weekdays } from "./schedule-form.js";
import type { TypedSchedule } from "./schedule-form.js";

interface ScheduleFieldsProps {
  readonly value: TypedSchedule;
  readonly onChange: (value: TypedSchedule) => void;
  /** Whose clock the times are of. */
  readonly zone: string;
}

/** "Schedule" (J3): every so many minutes between two times, or at given times; on chosen days. */
export function ScheduleFields({ value, onChange, zone }: ScheduleFieldsProps) {
  const change = (part: Partial<TypedSchedule>): void => onChange({ ...value, ...part });
  return (
    <fieldset className="wb-form-group wb-schedule">
      <legend>Schedule</legend>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Kind of schedule"
          value={value.kind}
          onChange={(kind) => change({ kind: kind === "at" ? "at" : "every" })}
          data={[
            { value: "every", label: "Every so many minutes" },
            { value: "at", label: "At given times" },
          ]}
        />
        {value.kind === "every" ? (
          <Group gap="sm" align="flex-end" wrap="wrap">
            <NumberInput
              label="Minutes"
              value={value.minutes}
              onChange={(minutes) => change({ minutes })}
              min={1}
              max={1440}
              clampBehavior="none"
              allowDecimal={false}
              w={110}
            />
            <TextInput
              type="time"
              label="From"
              value={value.from}
              onChange={(event) => change({ from: event.currentTarget.value })}
              w={130}
            />
            <TextInput
              type="time"
              label="Until"
              value={value.until}
              onChange={(event) => change({ until: event.currentTarget.value })}
              w={130}
            />
          </Group>
        ) : (
          <TextInput
            label="Times"
            description="For example 09:00, 13:30, 18:00"
            value={value.times}
            onChange={(event) => change({ times: event.currentTarget.value })}
          />
        )}
        <Checkbox.Group label="Days" value={[...value.days]} onChange={(days) => change({ days })}>
          <Group gap="md" mt={4} wrap="wrap">
            {weekdays.map((day) => (
              <Checkbox key={day.value} value={day.value} label={day.value} aria-label={day.label} size="sm" />
            ))}
          </Group>
        </Checkbox.Group>
        <Text size="sm" c="dimmed">
          {value.kind === "every" && value.from === "" && value.until === "" ? "All day long. " : ""}
          Times are meant by the clock of the computer ({zone}).
        </Text>
      </Stack>
    </fieldset>
  );
}
