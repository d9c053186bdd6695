import { Validator } from "@cfworker/json-schema";
import { Form } from "@rjsf/mantine";
import type { RJSFSchema, ValidatorType } from "@rjsf/utils";
import { useMemo } from "react";

import type { Values } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import type { FormField } from "./form-model.js";

interface OtherFieldProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly error: string | undefined;
  /** The whole form's schema, for its definitions. */
  readonly schema: Values;
  readonly onType: (value: unknown) => void;
}

/** Draws any JSON Schema that has no control of its own. */
export default function OtherField({ field, value, error, schema, onType }: OtherFieldProps) {
  const { name } = field;
  const one = useMemo<RJSFSchema>(() => {
    const properties = (schema["properties"] ?? {}) as Readonly<Record<string, RJSFSchema>>;
    const { definitions, $defs } = schema as Pick<RJSFSchema, "definitions" | "$defs">;
    return {
      type: "object",
      properties: { [name]: properties[name] ?? {} },
      ...(definitions === undefined ? {} : { definitions }),
      ...($defs === undefined ? {} : { $defs }),
    };
  }, [schema, name]);
  return (
    <>
      <Form
        tagName="div"
        schema={one}
        formData={{ [name]: value }}
        validator={interpreting}
        noValidate
        onChange={({ formData }: { formData?: Values }) => onType(formData?.[name])}
      >
        {/* No button of its own: "OK" is the page's. */}
        <></>
      </Form>
      {error !== undefined && <Notice isCompact isNew severity="error" text={error} />}
    </>
  );
}

/**
 * Which branch of a schema a value fits. It interprets schemas: the usual validator compiles them
 * with `new Function`, which the content security policy forbids. What is wrong the host says on "OK".
 */
const interpreting: ValidatorType = {
  isValid: (schema, formData, rootSchema) => {
    const { definitions, $defs } = rootSchema;
    return new Validator({ definitions, $defs, ...schema } as ConstructorParameters<typeof Validator>[0], "7").validate(
      formData,
    ).valid;
  },
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};
