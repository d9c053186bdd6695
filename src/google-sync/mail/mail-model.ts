import type { MailBlock, MailListItem, Product } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";
import type { JournalEntry } from "../journal/index.js";
import type { ReportLine, RunReport } from "../reports/index.js";

/** How dates are written and which product is spoken of. */
export interface Writing {
  readonly locale: string;
  readonly zone: ZoneName;
  readonly product: Product;
}

/** What a run did to one item, as far as a mail may say it (C8). */
export type ToldEffect = Pick<JournalEntry, "side" | "action" | "before" | "after" | "isPrivate" | "state">;

/** Everything a mail is written from. The report is the one for others: mails can be read by anybody (C8). */
export interface MailSubjectMatter {
  readonly report: RunReport;
  /** Of the errors, warnings and questions, those that are news. */
  readonly errors: readonly ReportLine[];
  readonly warnings: readonly ReportLine[];
  readonly questions: RunReport["questions"];
  readonly cleared: readonly string[];
  /** With the detailed report (J7). */
  readonly isDetailed: boolean;
  /** For the detailed report only. */
  readonly effects: readonly ToldEffect[];
  readonly writing: Writing;
}

/** A mail without its address. */
export interface WrittenMail {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** A list under its heading; nothing where there is nothing to list. */
export function section(heading: string, items: readonly MailListItem[]): readonly MailBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: heading },
    { kind: "list", items },
  ];
}

/** "1 error", "2 errors". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
