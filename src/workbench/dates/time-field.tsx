import { TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";

import { useWriting } from "../shell/session.js";
import { datesTexts as texts } from "../texts/en/dates-texts.js";
import { readTime, shiftedTime, timeText } from "./time-text.js";
import { useTypedText } from "./use-typed-text.js";
import "./dates.css";

interface TimeFieldProps {
  readonly label: string;
  /** `HH:MM`, or empty. */
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** Minutes the arrow keys go. */
const step = 15;

/** A time of day, typed as the studio's locale writes it; the arrow keys go by a quarter of an hour. */
export function TimeField({ label, value, isDisabled = false, onChange }: TimeFieldProps) {
  const { locale } = useWriting();
  const typed = useTypedText(value, (time) => timeText(time, locale), onChange);
  const finish = (): void => typed.finish(readTime(typed.text, locale));
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter") finish();
    if (event.key === "Escape") typed.giveUp();
    const by = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
    const known = readTime(typed.text, locale);
    if (by === 0 || known === undefined) return;
    event.preventDefault();
    const next = shiftedTime(known, by);
    typed.type(timeText(next, locale), next);
  };
  return (
    <TextInput
      className="wb-time-field"
      label={label}
      value={typed.text}
      disabled={isDisabled}
      autoComplete="off"
      error={typed.isRefused && texts.noTime(timeText("14:30", locale))}
      onChange={(event) => typed.type(event.currentTarget.value, readTime(event.currentTarget.value, locale))}
      onBlur={finish}
      onKeyDown={press}
      data-mantine-stop-propagation={typed.isOpen || undefined}
    />
  );
}
