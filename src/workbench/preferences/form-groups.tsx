import { Suspense, lazy } from "react";
import type { ReactNode } from "react";

import type { Values } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { Waiting } from "../common/screen.js";
import { FieldControl } from "./field-control.js";
import { isFieldEnabled } from "./form-model.js";
import type { FormField, FormGroup, Placed } from "./form-model.js";

/** Lists, objects and whatever else a schema may ask for: a general form, loaded when one is needed. */
const OtherField = lazy(() => import("./other-field.js"));

interface FormGroupsProps {
  readonly groups: readonly FormGroup[];
  readonly places: Pick<Placed, "messagesOf">;
  readonly values: Values;
  readonly schema: Values;
  readonly secretsSet: readonly string[];
  readonly onType: (name: string, value: unknown) => void;
  readonly renderActions?: (fieldOrGroup: string) => ReactNode;
}

/** The fields of a contributed form in their groups. */
export function FormGroups(props: FormGroupsProps) {
  const { groups, renderActions } = props;
  return groups.map(({ title, fields }) => (
    <fieldset key={title ?? ""} className="wb-panel wb-form-group">
      {title !== undefined && <legend>{title}</legend>}
      <div>
        {fields.map((field) => (
          <Field key={field.name} field={field} form={props} />
        ))}
        {title !== undefined && renderActions?.(title)}
      </div>
    </fieldset>
  ));
}

function Field({ field, form }: { readonly field: FormField; readonly form: FormGroupsProps }) {
  const { values, places, schema, secretsSet, onType, renderActions } = form;
  const messages = places.messagesOf(field.name);
  const errors = messages.filter(({ severity }) => severity === "error").map(({ text }) => text);
  const shared = {
    field,
    value: values[field.name],
    error: errors.length === 0 ? undefined : errors.join(" "),
    onType: (value: unknown) => onType(field.name, value),
  };
  return (
    <div className="wb-field">
      {field.control === "other" ? (
        <Suspense fallback={<Waiting />}>
          <OtherField {...shared} schema={schema} />
        </Suspense>
      ) : (
        <FieldControl
          {...shared}
          isEnabled={isFieldEnabled(field, values)}
          isSecretSet={secretsSet.includes(field.name)}
        />
      )}
      {messages
        .filter(({ severity }) => severity !== "error")
        .map(({ severity, text }) => (
          <Notice key={text} isCompact severity={severity} text={text} />
        ))}
      {renderActions?.(field.name)}
    </div>
  );
}
