import { useMemo, useState } from "react";
import type { FormEvent } from "react";

import type { Values, ViewAction, ViewContent } from "../api/payloads.js";
import { FormGroups } from "../preferences/form-groups.js";
import { formGroupsOf } from "../preferences/form-model.js";
import { useUnsaved } from "../routing/unsaved.js";
import { ViewButtons } from "./view-buttons.js";

interface FormViewProps {
  readonly content: Extract<ViewContent, { kind: "form" }>;
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
}

/** A form of a plugin: what is typed becomes the input of its command. */
export default function FormView({ content, busy, onPress }: FormViewProps) {
  const { schema, submit } = content;
  const groups = useMemo(() => formGroupsOf(schema, {}), [schema]);
  const [values, setValues] = useState<Values>({});
  // One object as long as nothing is typed, so that its button is known as the busy one.
  const action = useMemo(() => ({ ...submit, input: { ...submit.input, ...values } }), [submit, values]);
  const [sent, setSent] = useState(values);
  useUnsaved(values !== sent);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    press(action);
  };
  const press = (pressed: ViewAction): void => {
    setSent(values);
    onPress(pressed);
  };
  return (
    <form onSubmit={send} noValidate>
      <FormGroups
        groups={groups}
        places={{ messagesOf: () => [] }}
        values={values}
        schema={schema}
        secretsSet={[]}
        onType={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      />
      <div className="wb-form-end">
        <ViewButtons isMain actions={[action]} busy={busy} onPress={press} />
      </div>
    </form>
  );
}
