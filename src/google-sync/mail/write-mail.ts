import type { MailBlock, MailListItem } from "../../api/index.js";
import { isReview } from "../questions/index.js";
import type { ReportLine } from "../reports/index.js";
import { adviceFor, places } from "./advice.js";
import { answersInWords } from "./answers-in-words.js";
import { counted, section } from "./mail-model.js";
import type { MailSubjectMatter, WrittenMail } from "./mail-model.js";
import { writeReport } from "./write-report.js";

/** One mail about one run: what needs the reader first, then what happened, then why they get it (J6, J7). */
export function writeMail(matter: MailSubjectMatter): WrittenMail {
  const { report, errors, warnings, questions, cleared, isDetailed } = matter;
  const isFailed = report.outcome === "failed";
  return {
    subject: subjectOf(matter),
    blocks: [
      ...clearedBlocks(cleared),
      ...(isFailed ? errors.flatMap(failureBlocks) : []),
      ...(isFailed ? [] : [{ kind: "paragraph", text: report.summary } as const]),
      ...section(
        "Waiting for your answer",
        questions.map(({ kind, text }) => ({ text, note: answersInWords(kind) })),
      ),
      ...(questions.some(({ kind }) => !isReview(kind)) ? [{ kind: "link", link: places.held } as const] : []),
      ...(questions.some(({ kind }) => isReview(kind)) ? [{ kind: "link", link: places.review } as const] : []),
      ...(isFailed ? [] : section("Errors", errors.map(lineItem))),
      ...section("Warnings", warnings.map(lineItem)),
      ...(isDetailed ? writeReport(matter) : []),
      { kind: "heading", text: "Why you get this" },
      {
        kind: "paragraph",
        text: `"${
          isDetailed ? "Email me a detailed sync report" : "Email warnings and errors to me"
        }" is ticked on your Google tab (Maintenance > Preferences > User Preferences).`,
      },
      ...(isFailed ? [] : [{ kind: "list", items: [{ text: "To change that:", link: places.tab }] } as const]),
    ],
  };
}

function subjectOf({ report, errors, warnings, questions, cleared }: MailSubjectMatter): string {
  const [first] = errors;
  if (report.outcome === "failed" && first !== undefined) return `Google Sync: ${adviceFor(first.code).title}`;
  if (questions.length > 0) return `Google Sync: ${counted(questions.length, "question")} for you`;
  const troubles = [
    ...(errors.length > 0 ? [counted(errors.length, "error")] : []),
    ...(warnings.length > 0 ? [counted(warnings.length, "warning")] : []),
  ];
  if (troubles.length > 0) return `Google Sync: ${troubles.join(", ")}`;
  return cleared.length > 0 ? "Google Sync works again" : "Google Sync: report of a run";
}

function clearedBlocks(cleared: readonly string[]): readonly MailBlock[] {
  if (cleared.length === 0) return [];
  return [
    { kind: "paragraph", tone: "good", text: "What you were told about is over. There is nothing to do." },
    { kind: "list", items: cleared.map((text) => ({ text })) },
  ];
}

function failureBlocks({ code, text }: ReportLine): readonly MailBlock[] {
  const advice = adviceFor(code);
  return [
    { kind: "paragraph", tone: "error", text: `${advice.title}. Nothing was synced by this run.` },
    { kind: "heading", text: "What to do" },
    { kind: "paragraph", text: advice.text },
    { kind: "link", link: advice.link },
    { kind: "heading", text: "In detail" },
    { kind: "paragraph", text },
  ];
}

function lineItem({ text, link }: ReportLine): MailListItem {
  return link === undefined
    ? { text }
    : { text, link: { label: "Open it in Google", target: { kind: "web", url: link } } };
}
