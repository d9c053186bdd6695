import { Autocomplete, Checkbox, MultiSelect, Textarea, TextInput, Title } from "@mantine/core";
import type { ReactNode } from "react";

import type { ClientGroupLine, ClientValues, PostalAddress } from "../api/client-payloads.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";
import { DayField } from "./day-field.js";
import { PhoneFields } from "./phone-fields.js";

interface ClientFormProps {
  readonly values: ClientValues;
  readonly groupIds: readonly number[];
  readonly groups: readonly ClientGroupLine[];
  readonly phoneLabels: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<ClientValues>) => void;
  readonly onGroups: (groupIds: readonly number[]) => void;
}

type TextName = "salutation" | "firstName" | "lastName" | "company" | "jobTitle" | "email";

/** Every field of a client; those in the first panels travel with a sync, those under "Studio Only" never do (K4). */
export function ClientForm(props: ClientFormProps) {
  const { values, groupIds, groups, phoneLabels, isReadOnly, onChange, onGroups } = props;
  const text = (name: TextName, maxLength: number, type: "text" | "email" = "text") => (
    <TextInput
      label={texts.fields[name]}
      type={type}
      value={values[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      maxLength={maxLength}
      readOnly={isReadOnly}
    />
  );
  const chosen = groups.filter(({ id, isInactive }) => !isInactive || groupIds.includes(id));
  return (
    <>
      <Panel title={texts.panels.name}>
        <div className="wb-client-fields">
          {text("salutation", 50)}
          {text("firstName", 100)}
          {text("lastName", 100)}
          {text("company", 200)}
          {text("jobTitle", 100)}
          {text("email", 254, "email")}
        </div>
      </Panel>
      <Panel title={texts.panels.phones}>
        <PhoneFields
          phones={values.phones}
          labels={phoneLabels}
          isReadOnly={isReadOnly}
          onChange={(phones) => onChange({ phones })}
        />
      </Panel>
      {(["mainAddress", "mailingAddress"] as const).map((name) => (
        <Panel key={name} title={texts.fields[name]}>
          <AddressFields
            address={values[name]}
            isReadOnly={isReadOnly}
            onChange={(address) => onChange({ [name]: address })}
          />
        </Panel>
      ))}
      <Panel title={texts.panels.days}>
        <div className="wb-client-fields">
          {(["birthDate", "anniversary"] as const).map((name) => (
            <DayField
              key={name}
              label={texts.fields[name]}
              value={values[name]}
              isReadOnly={isReadOnly}
              onChange={(day) => onChange({ [name]: day })}
            />
          ))}
        </div>
      </Panel>
      <Panel title={texts.panels.studioOnly}>
        <div className="wb-client-fields">
          <MultiSelect
            label={texts.groups}
            data={chosen.map(({ id, name, isInactive }) => ({
              value: String(id),
              label: isInactive ? texts.inactiveGroup(name) : name,
            }))}
            value={groupIds.map(String)}
            onChange={(ids) => onGroups(ids.map(Number))}
            readOnly={isReadOnly}
            searchable
          />
          <Autocomplete
            label={texts.fields.status}
            data={texts.statuses}
            value={values.status}
            onChange={(status) => onChange({ status })}
            maxLength={40}
            readOnly={isReadOnly}
          />
        </div>
        <Textarea
          label={texts.fields.notes}
          description={texts.notesHint}
          value={values.notes}
          onChange={(event) => onChange({ notes: event.currentTarget.value })}
          maxLength={8000}
          autosize
          minRows={2}
          readOnly={isReadOnly}
          mt="sm"
        />
        <Checkbox
          label={texts.fields.isInactive}
          checked={values.isInactive}
          onChange={(event) => onChange({ isInactive: event.currentTarget.checked })}
          disabled={isReadOnly}
          mt="sm"
        />
      </Panel>
    </>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="wb-panel" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

interface AddressFieldsProps {
  readonly address: PostalAddress;
  readonly isReadOnly: boolean;
  readonly onChange: (address: PostalAddress) => void;
}

function AddressFields({ address, isReadOnly, onChange }: AddressFieldsProps) {
  const part = (name: Exclude<keyof PostalAddress, "street">, maxLength: number) => (
    <TextInput
      label={texts.address[name]}
      value={address[name]}
      onChange={(event) => onChange({ ...address, [name]: event.currentTarget.value })}
      maxLength={maxLength}
      readOnly={isReadOnly}
    />
  );
  return (
    <div className="wb-client-fields">
      <Textarea
        label={texts.address.street}
        value={address.street}
        onChange={(event) => onChange({ ...address, street: event.currentTarget.value })}
        maxLength={200}
        autosize
        minRows={1}
        readOnly={isReadOnly}
      />
      {part("city", 100)}
      {part("region", 100)}
      {part("postalCode", 20)}
      {part("country", 100)}
    </div>
  );
}
