import { Button, Checkbox, Select, Text, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";

import { bookingTexts } from "../../texts/en/booking-texts.js";
import type { WhenInput } from "./booking-model.js";
import { newLine, primaryLine } from "./event-lines.js";
import type { LineInput } from "./event-lines.js";
import { choicesOf } from "./staff.js";
import type { Staff } from "./staff.js";
import { WhenFields } from "./when-fields.js";

const texts = bookingTexts.lines;

interface EventLinesProps {
  readonly isOn: boolean;
  readonly lines: readonly LineInput[];
  /** The session's own time and photographer: what a new line begins with. */
  readonly session: { readonly when: WhenInput; readonly photographerId: number | null };
  readonly staff: Staff;
  readonly isDisabled: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onChange: (lines: readonly LineInput[]) => void;
}

/** Advanced scheduling: the event lines of a session, each with a time, a user and a room of its own (C5). */
export function EventLines({ isOn, lines, session, staff, isDisabled, onSwitch, onChange }: EventLinesProps) {
  const section = useRef<HTMLFieldSetElement>(null);
  const made = useRef(0);
  const focused = useRef<string | undefined>(undefined);
  useEffect(() => {
    // A new line is for typing into at once; a removed one must not take the focus away with it.
    const name = focused.current;
    focused.current = undefined;
    if (name !== undefined) section.current?.querySelector<HTMLElement>(`[data-line-focus="${name}"]`)?.focus();
  }, [lines]);

  const switchTo = (isNowOn: boolean): void => {
    if (isNowOn && lines.length === 0) onChange([primaryLine(session.when, session.photographerId)]);
    onSwitch(isNowOn);
  };
  const add = (): void => {
    made.current += 1;
    const line = newLine(`added ${made.current}`, session.when);
    focused.current = line.key;
    onChange([...lines, line]);
  };
  const remove = (key: string): void => {
    focused.current = "add";
    onChange(lines.filter((line) => line.key !== key));
  };
  const change = (changed: LineInput): void =>
    onChange(lines.map((line) => (line.key === changed.key ? changed : line)));

  return (
    <fieldset className="wb-panel wb-form-group wb-event-lines" ref={section}>
      <legend>{texts.title}</legend>
      <div className="wb-fields">
        <Checkbox
          label={texts.use}
          description={texts.useHint}
          checked={isOn}
          disabled={isDisabled}
          onChange={(event) => switchTo(event.currentTarget.checked)}
        />
        {isOn &&
          lines.map((line, index) => (
            <EventLineFields
              key={line.key}
              name={line.isPrimary ? texts.main : texts.one(index + 1)}
              line={line}
              staff={staff}
              isDisabled={isDisabled}
              onChange={change}
              onRemove={() => remove(line.key)}
            />
          ))}
        {isOn && !isDisabled && (
          <div>
            <Button variant="default" data-line-focus="add" onClick={add}>
              {texts.add}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}

interface EventLineFieldsProps {
  readonly name: string;
  readonly line: LineInput;
  readonly staff: Staff;
  readonly isDisabled: boolean;
  readonly onChange: (line: LineInput) => void;
  readonly onRemove: () => void;
}

function EventLineFields({ name, line, staff, isDisabled, onChange, onRemove }: EventLineFieldsProps) {
  const idOf = (chosen: string | null): number | null => (chosen === null ? null : Number(chosen));
  const choice = (
    { label, none }: typeof texts.user,
    field: "userId" | "resourceId",
    list: Staff["people"] | Staff["resources"],
  ) => (
    <Select
      label={label}
      placeholder={texts.none}
      data={choicesOf(list)}
      value={line[field] === null ? null : String(line[field])}
      clearable
      clearButtonProps={{ "aria-label": none }}
      disabled={isDisabled}
      onChange={(chosen) => onChange({ ...line, [field]: idOf(chosen) })}
    />
  );
  return (
    <fieldset className="wb-event-line">
      <legend>{name}</legend>
      <div className="wb-fields">
        {line.isPrimary ? (
          <Text size="sm">{texts.likeSession}</Text>
        ) : (
          <>
            <TextInput
              label={texts.description}
              value={line.description}
              maxLength={200}
              disabled={isDisabled}
              data-line-focus={line.key}
              onChange={(event) => onChange({ ...line, description: event.currentTarget.value })}
            />
            <WhenFields when={line.when} isDisabled={isDisabled} onChange={(when) => onChange({ ...line, when })} />
          </>
        )}
        <div className="wb-row">
          {choice(texts.user, "userId", staff.people)}
          {choice(texts.resource, "resourceId", staff.resources)}
        </div>
        <div className="wb-buttons">
          <Checkbox
            label={texts.isVisible}
            checked={line.isVisible}
            disabled={isDisabled}
            onChange={(event) => onChange({ ...line, isVisible: event.currentTarget.checked })}
          />
          {!line.isPrimary && !isDisabled && (
            <Button
              variant="subtle"
              size="compact-sm"
              className="wb-end"
              aria-label={texts.removeOne(name)}
              onClick={onRemove}
            >
              {texts.remove}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}
