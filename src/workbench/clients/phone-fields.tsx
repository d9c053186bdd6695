import { Autocomplete, Button, TextInput } from "@mantine/core";

import type { ClientPhone } from "../api/client-payloads.js";
import { clientsTexts as texts } from "../texts/en/clients-texts.js";

interface PhoneFieldsProps {
  readonly phones: readonly ClientPhone[];
  /** How phones are called in this studio. */
  readonly labels: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (phones: readonly ClientPhone[]) => void;
}

/** The phones of a client with their labels, the one to call first. */
export function PhoneFields({ phones, labels, isReadOnly, onChange }: PhoneFieldsProps) {
  const change = (index: number, part: Partial<ClientPhone>): void =>
    onChange(phones.map((phone, place) => (place === index ? { ...phone, ...part } : phone)));
  const free = labels.find((label) => !phones.some((phone) => phone.label === label)) ?? "";
  return (
    <>
      {phones.map((phone, index) => (
        // New phones have no id yet; they stay where they are while one types.
        <div key={phone.id ?? `new ${index}`} className="wb-client-phone">
          <Autocomplete
            label={texts.phones.label}
            data={[...labels]}
            value={phone.label}
            onChange={(label) => change(index, { label })}
            maxLength={50}
            readOnly={isReadOnly}
            w={170}
          />
          <TextInput
            label={texts.phones.number}
            type="tel"
            value={phone.number}
            onChange={(event) => change(index, { number: event.currentTarget.value })}
            maxLength={50}
            readOnly={isReadOnly}
            w={210}
          />
          {!isReadOnly && (
            <>
              {index > 0 && (
                <Button
                  variant="default"
                  size="xs"
                  mb={3}
                  aria-label={texts.phones.callFirstOne(phone.number)}
                  onClick={() => onChange([phone, ...phones.filter((other) => other !== phone)])}
                >
                  {texts.phones.callFirst}
                </Button>
              )}
              <Button
                variant="default"
                size="xs"
                mb={3}
                aria-label={texts.phones.removeOne(phone.number)}
                onClick={() => onChange(phones.filter((other) => other !== phone))}
              >
                {texts.phones.remove}
              </Button>
            </>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="xs"
          mt={phones.length === 0 ? 0 : "sm"}
          onClick={() => onChange([...phones, { label: free, number: "" }])}
        >
          {texts.phones.add}
        </Button>
      )}
    </>
  );
}
