import { createHash } from "node:crypto";

import type { ReportLine, RunReport } from "../reports/index.js";
import { troubleOf } from "./advice.js";

/**
 * Something in a report a user is mailed about. A standing one lasts until a run shows that it
 * is over: that is mailed too. Of any other, its not being said again means nothing (a failed
 * item is tried with growing spacing, G3).
 */
export interface Problem {
  /** The same from run to run, and without any text of an item. */
  readonly key: string;
  readonly isStanding: boolean;
  readonly text: string;
}

/** Warnings that hold as long as somebody does not change a setting. */
const standingWarnings: ReadonlySet<string> = new Set([
  "zones-differ",
  "contacts-not-permitted",
  "clients-not-visible",
  "client-group-not-active",
]);

/** What a run could not do, was held for, warned of and asked. */
export function problemsOf(report: RunReport): readonly Problem[] {
  return [
    ...report.errors.map((line) =>
      report.outcome === "failed" ? standing(keyOfFailure(line), line.text) : problemOfLine(line),
    ),
    ...report.warnings.map((line) =>
      standingWarnings.has(line.code) ? standing(line.code, line.text) : problemOfLine(line),
    ),
    ...report.questions.map(({ id, kind, text }) => ({
      key: `question ${id}`,
      // Nothing is synced until it is answered (C22); the others hold some items only.
      isStanding: kind === "zone-changed",
      text,
    })),
  ];
}

/** The key of why a run could not be carried out. */
export function keyOfFailure({ code }: ReportLine): string {
  return `run ${troubleOf(code)}`;
}

/** The key of what a report says about an item. */
export function keyOfLine({ code, text, title }: ReportLine): string {
  const said = createHash("sha256").update(`${title}\n${text}`).digest("hex").slice(0, 32);
  return `${code.slice(0, 40)} ${said}`;
}

function problemOfLine(line: ReportLine): Problem {
  return { key: keyOfLine(line), isStanding: false, text: line.text };
}

function standing(key: string, text: string): Problem {
  return { key, isStanding: true, text };
}
