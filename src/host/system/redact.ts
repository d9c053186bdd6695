import type { LogFields } from "../../api/index.js";

const removed = "[removed]";
const secretName = /token|secret|password|authorization|cookie|credential|api-?key/i;
/** OAuth tokens and codes, JSON web tokens, bearer headers, passwords in addresses. */
const secretText =
  /ya29\.[\w-]+|\b[14]\/\/?[\w-]{20,}|eyJ[\w-]+\.[\w-]+\.[\w-]+|Bearer\s+\S+|(?<=:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g;

/** Takes out of a text what looks like a token or a password (A6). */
export function redactText(text: string): string {
  return text.replace(secretText, removed);
}

/** Takes out of log fields what is, by its name or its look, a token or a password (A6). */
export function redact(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value !== "string") return [name, value];
      return [name, secretName.test(name) ? removed : redactText(value)];
    }),
  );
}
