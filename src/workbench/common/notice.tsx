import type { Severity } from "../api/payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { SeverityIcon } from "./icons.js";

interface NoticeProps {
  readonly severity: Severity | "success";
  readonly text: string;
  /** Whether it came up just now and is to be read out. */
  readonly isNew?: boolean;
  /** A line beside a control instead of a box. */
  readonly isCompact?: boolean;
}

/** A message with its severity as an icon, a word for screen readers, and a colour. */
export function Notice({ severity, text, isNew = false, isCompact = false }: NoticeProps) {
  const role = isNew ? (severity === "error" ? "alert" : "status") : undefined;
  return (
    <div className={isCompact ? "wb-note" : "wb-notice"} data-severity={severity} role={role}>
      <SeverityIcon severity={severity} />
      <span className="wb-sr-only">{commonTexts.severityOf(commonTexts.severities[severity])}</span>
      <span className="wb-notice-text">{text}</span>
    </div>
  );
}
