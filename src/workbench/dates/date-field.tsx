import { TextInput } from "@mantine/core";

import { wallTimeIn } from "../common/shown-text.js";
import { useWriting } from "../shell/session.js";
import { datesTexts as texts } from "../texts/en/dates-texts.js";
import { ChooseDay } from "./choose-day.js";
import { dayText, readDay } from "./day-text.js";
import { useTypedText } from "./use-typed-text.js";
import "./dates.css";

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A day, typed as the studio's locale writes it or taken from a month. */
export function DateField({ label, value, isDisabled = false, onChange }: DateFieldProps) {
  const { locale, timeZone } = useWriting();
  const today = wallTimeIn(timeZone, new Date()).slice(0, 10);
  const read = (text: string) => readDay(text, locale, Number((value === "" ? today : value).slice(0, 4)));
  const typed = useTypedText(value, (day) => dayText(day, locale), onChange);
  const finish = (): void => typed.finish(read(typed.text)?.day);
  return (
    <TextInput
      className="wb-date-field"
      label={label}
      value={typed.text}
      disabled={isDisabled}
      autoComplete="off"
      error={typed.isRefused && texts.noDate(dayText(today, locale))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const known = read(text);
        typed.type(text, known?.isWhole === true ? known.day : undefined);
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
        if (event.key === "Escape") typed.giveUp();
      }}
      // Escape gives up what was typed here first, and closes the dialog around it only then.
      data-mantine-stop-propagation={typed.isOpen || undefined}
      rightSection={
        <ChooseDay
          label={texts.chooseDate(label)}
          isDisabled={isDisabled}
          locale={locale}
          today={today}
          value={value}
          onChoose={onChange}
        />
      }
    />
  );
}
