import { Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";

import { TimeField } from "../dates/time-field.js";
import { timeText } from "../dates/time-text.js";
import { useWriting } from "../shell/session.js";
import { controlCenterTexts } from "../texts/en/control-center-texts.js";
import { weekdays } from "./schedule-form.js";
import type { TypedSchedule } from "./schedule-form.js";

const texts = controlCenterTexts.schedule;

interface ScheduleFieldsProps {
  readonly value: TypedSchedule;
  readonly onChange: (value: TypedSchedule) => void;
  /** Whose clock the times are of. */
  readonly zone: string;
}

/** "Schedule" (J3): every so many minutes between two times, or at given times; on chosen days. */
export function ScheduleFields({ value, onChange, zone }: ScheduleFieldsProps) {
  const { locale } = useWriting();
  const change = (part: Partial<TypedSchedule>): void => onChange({ ...value, ...part });
  return (
    <fieldset className="wb-form-group wb-schedule">
      <legend>{texts.title}</legend>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={texts.kind}
          value={value.kind}
          onChange={(kind) => change({ kind: kind === "at" ? "at" : "every" })}
          data={[
            { value: "every", label: texts.everySoManyMinutes },
            { value: "at", label: texts.atGivenTimes },
          ]}
        />
        {value.kind === "every" ? (
          <Group gap="sm" align="flex-end" wrap="wrap">
            <NumberInput
              label={texts.minutes}
              value={value.minutes}
              onChange={(minutes) => change({ minutes })}
              min={1}
              max={1440}
              clampBehavior="none"
              allowDecimal={false}
              w={110}
            />
            <TimeField label={texts.from} value={value.from} onChange={(from) => change({ from })} />
            <TimeField label={texts.until} value={value.until} onChange={(until) => change({ until })} />
          </Group>
        ) : (
          <TextInput
            label={texts.times}
            description={texts.timesHint(["09:00", "13:30", "18:00"].map((time) => timeText(time, locale)).join(", "))}
            value={value.times}
            onChange={(event) => change({ times: event.currentTarget.value })}
          />
        )}
        <Checkbox.Group label={texts.days} value={[...value.days]} onChange={(days) => change({ days })}>
          <Group gap="md" mt={4} wrap="wrap">
            {weekdays.map((day) => (
              <Checkbox
                key={day}
                value={day}
                label={texts.weekdays[day].short}
                aria-label={texts.weekdays[day].long}
                size="sm"
              />
            ))}
          </Group>
        </Checkbox.Group>
        <Text size="sm" c="dimmed">
          {value.kind === "every" && value.from === "" && value.until === "" ? texts.allDayLong : ""}
          {texts.clock(zone)}
        </Text>
      </Stack>
    </fieldset>
  );
}
