import { Checkbox, NumberInput, PasswordInput, Select, TextInput } from "@mantine/core";

import { commonTexts } from "../texts/en/common-texts.js";
import { preferencesTexts } from "../texts/en/preferences-texts.js";
import { chosenValue, shownChoices, valueText } from "./form-model.js";
import type { FormField } from "./form-model.js";

interface FieldControlProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly isEnabled: boolean;
  /** A secret that is stored and not shown. */
  readonly isSecretSet: boolean;
  readonly onType: (value: unknown) => void;
}

const widths = { text: 480, number: 160, choice: 480 };

/** The control of one field, with its label, help and refusal. */
export function FieldControl({ field, value, error, isEnabled, isSecretSet, onType }: FieldControlProps) {
  const { label, control, name } = field;
  const help = field.description === "" ? undefined : field.description;
  const shared = { label, description: help, error, disabled: !isEnabled, name };
  switch (control) {
    case "checkbox":
      return (
        <Checkbox {...shared} checked={value === true} onChange={(event) => onType(event.currentTarget.checked)} />
      );
    case "number":
      return (
        <NumberInput
          {...shared}
          styles={{ wrapper: { maxWidth: widths.number } }}
          value={typeof value === "number" ? value : ""}
          allowDecimal={!field.isWholeNumber}
          // What is not a number yet is kept as typed: the host says what is wrong with it.
          onChange={(typed) => onType(typed === "" ? (field.mayBeNone ? null : undefined) : typed)}
        />
      );
    case "choice":
      return (
        <Select
          {...shared}
          maw={widths.choice}
          data={[...shownChoices(field, value)]}
          value={valueText(value) === "" ? null : valueText(value)}
          clearable={field.mayBeNone}
          clearButtonProps={{ "aria-label": preferencesTexts.noneOf(label) }}
          placeholder={field.mayBeNone ? preferencesTexts.none : commonTexts.choose}
          allowDeselect={false}
          searchable={field.choices.length > 10}
          onChange={(chosen) => onType(chosenValue(field, chosen))}
        />
      );
    case "password":
      return (
        <PasswordInput
          {...shared}
          maw={widths.text}
          value={valueText(value)}
          autoComplete="off"
          placeholder={isSecretSet ? preferencesTexts.stored : undefined}
          visibilityToggleButtonProps={{ "aria-label": preferencesTexts.show(label) }}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      );
    case "email":
    case "text":
    case "other":
      return (
        <TextInput
          {...shared}
          maw={widths.text}
          type={control === "email" ? "email" : "text"}
          value={valueText(value)}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      );
  }
}
