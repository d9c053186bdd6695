import type { ClientId, ViewAction } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { shownField, shownFieldName } from "../contacts/index.js";

/** Both values of fields that were edited on both sides: the one that was kept, and the one that was not (C15). */
export function textsOfLost({ lost, agreed }: ContactLink): readonly string[] {
  return lost.map(({ field, side, value }) => {
    const [kept, other] = side === "google" ? ["the studio", "Google"] : ["Google", "the studio"];
    const words = (text: string) => (text === "" ? "nothing" : `"${shownField(field, text)}"`);
    return `The ${shownFieldName(field)} was changed on both sides: ${words(agreed?.studio[field] ?? "")}, entered in ${kept}, was kept; ${words(value)}, entered in ${other}, was not.`;
  });
}

/** "Use the other value", a button for each. */
export function useOtherActions(client: ClientId, { lost }: ContactLink): readonly ViewAction[] {
  return lost.map(({ field }) => ({
    label: `Use the other value (${shownFieldName(field)})`,
    command: "google-sync.use-value",
    input: { client, field },
  }));
}
