import type { Fact } from "../api/payloads.js";
import { useWriting } from "../shell/session.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { shownText } from "./shown-text.js";

/** Labels and their values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const writing = useWriting();
  if (facts.length === 0) return null;
  return (
    <dl className="wb-facts">
      {facts.map(({ label, value }, index) => (
        // Labels may repeat: a record lists one fact after another.
        <FactLine key={`${index} ${label}`} label={label} value={shownText(value, writing)} />
      ))}
    </dl>
  );
}

function FactLine({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value === "" ? commonTexts.nothing : value}</dd>
    </>
  );
}
