import type { Choice, PageAction, PageMessage, Values } from "../api/payloads.js";
import { preferencesTexts } from "../texts/en/preferences-texts.js";

/** How a field is typed in. */
export type Control = "text" | "number" | "checkbox" | "choice" | "email" | "password" | "other";

/** A field of a contributed form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** Help below the control. */
  readonly description: string;
  readonly control: Control;
  readonly choices: readonly Choice[];
  /** Whether an empty choice is one of the values. */
  readonly mayBeNone: boolean;
  readonly isWholeNumber: boolean;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** The field that must be on for this one to be changed. */
  readonly enabledWhen: string | undefined;
}

/** Fields that stand together. The first group may have no title. */
export interface FormGroup {
  readonly title: string | undefined;
  readonly fields: readonly FormField[];
}

/** The fields of a contributed JSON Schema, ordered and grouped by its `x-spectra-…` hints. */
export function formGroupsOf(
  schema: Values,
  choices: Readonly<Record<string, readonly Choice[]>>,
): readonly FormGroup[] {
  const required = schema["required"];
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  const properties = Object.entries(recordOf(schema["properties"])).map(([name, value], index) => {
    const hints = recordOf(value);
    const order = hints["x-spectra-order"];
    return { name, hints, order: typeof order === "number" ? order : Number.MAX_SAFE_INTEGER, index };
  });
  properties.sort((one, other) => one.order - other.order || one.index - other.index);

  const groups = new Map<string | undefined, FormField[]>();
  for (const { name, hints } of properties) {
    const title = textOf(hints["x-spectra-group"]);
    const fields = groups.get(title) ?? [];
    groups.set(title, [...fields, fieldOf(name, hints, isRequired(name), choices)]);
  }
  const ungrouped = groups.get(undefined);
  groups.delete(undefined);
  const titled = [...groups].map(([title, fields]) => ({ title, fields }));
  return ungrouped === undefined ? titled : [{ title: undefined, fields: ungrouped }, ...titled];
}

/** Whether a field can be changed, given what is typed elsewhere. */
export function isFieldEnabled({ enabledWhen }: FormField, values: Values): boolean {
  return enabledWhen === undefined || Boolean(values[enabledWhen]);
}

/** What to choose from; a value that is not offered (any more) stays visible rather than disappearing. */
export function shownChoices(field: FormField, value: unknown): readonly Choice[] {
  const isOffered = field.choices.some((choice) => choice.value === valueText(value));
  if (isOffered || value === null || value === undefined || value === "") return field.choices;
  return [{ value: valueText(value), label: preferencesTexts.notOffered(valueText(value)) }, ...field.choices];
}

/** A chosen text as the schema's type wants it. */
export function chosenValue({ isWholeNumber, mayBeNone }: FormField, chosen: string | null): unknown {
  if (chosen === null || chosen === "") return mayBeNone ? null : undefined;
  return isWholeNumber ? Number(chosen) : chosen;
}

/** A value as the text of a choice. */
export function valueText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Messages and buttons, sorted to where they stand on a page. */
export interface Placed {
  readonly messagesOf: (field: string) => readonly PageMessage[];
  readonly actionsOf: (fieldOrGroup: string) => readonly PageAction[];
  /** What names no field or group of the page stands at its top. */
  readonly messages: readonly PageMessage[];
  readonly actions: readonly PageAction[];
}

/** Puts messages beside their fields and buttons into their groups. */
export function placed(
  groups: readonly FormGroup[],
  messages: readonly PageMessage[],
  actions: readonly PageAction[],
): Placed {
  const fields = new Set(groups.flatMap((group) => group.fields.map(({ name }) => name)));
  const titles = new Set(groups.flatMap(({ title }) => (title === undefined ? [] : [title])));
  const stands = (name: string | undefined): boolean => name !== undefined && (fields.has(name) || titles.has(name));
  return {
    messagesOf: (name) => messages.filter(({ field }) => field === name),
    actionsOf: (name) => actions.filter(({ group }) => group === name),
    messages: messages.filter(({ field }) => field === undefined || !fields.has(field)),
    actions: actions.filter(({ group }) => !stands(group)),
  };
}

function fieldOf(
  name: string,
  hints: Values,
  isRequired: boolean,
  choices: Readonly<Record<string, readonly Choice[]>>,
): FormField {
  const types = [hints["type"]].flat();
  const control = controlOf(hints, types);
  const named = textOf(hints["x-spectra-choices"]);
  return {
    name,
    label: textOf(hints["title"]) ?? name,
    // The description of a choice speaks of the stored value, which nobody sees.
    description: control === "choice" ? "" : (textOf(hints["description"]) ?? ""),
    control,
    choices: named === undefined ? enumChoices(hints["enum"]) : (choices[named] ?? []),
    mayBeNone: types.includes("null"),
    isWholeNumber: types.includes("integer"),
    isRequired,
    isSecret: hints["x-spectra-secret"] === true,
    enabledWhen: textOf(hints["x-spectra-enabled-when"]),
  };
}

function controlOf(hints: Values, types: readonly unknown[]): Control {
  const asked = hints["x-spectra-control"];
  if (asked === "choice" || Array.isArray(hints["enum"])) return "choice";
  if (asked === "email" || asked === "password") return asked;
  if (types.includes("boolean")) return "checkbox";
  if (types.includes("integer") || types.includes("number")) return "number";
  return types.includes("string") ? "text" : "other";
}

function enumChoices(values: unknown): readonly Choice[] {
  if (!Array.isArray(values)) return [];
  return values.map(valueText).flatMap((value) => (value === "" ? [] : [{ value, label: value }]));
}

function recordOf(value: unknown): Values {
  // Any object of a JSON document has texts as names.
  return typeof value === "object" && value !== null ? (value as Values) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
