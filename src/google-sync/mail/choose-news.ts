import type { RunReport } from "../reports/index.js";
import type { MailedProblem } from "./mail-state-store.js";
import { problemsOf } from "./problems.js";

const day = 24 * 60 * 60_000;
/** A lasting problem is mailed daily: a run that comes some minutes early still counts as a day later. */
const sayAgainAfter = day - 15 * 60_000;
/** What was said once is forgotten after so long; said again then, it is news. */
const forgetAfter = 7 * day;

/** What of a run's report is news to the user. */
export interface News {
  /** Keys of problems to mail about now. */
  readonly problems: ReadonlySet<string>;
  /** What was mailed about standing problems that are over. */
  readonly cleared: readonly string[];
  readonly mailed: readonly MailedProblem[];
  readonly forgotten: readonly string[];
}

/**
 * Compares a report with what was mailed before (J6): a problem is mailed when it begins, then at
 * most daily, and once when it is over.
 * @param readsGoogle whether the run looked at Google at all; what it would have seen there is not over when it did not
 */
export function chooseNews(report: RunReport, known: readonly MailedProblem[], readsGoogle: boolean): News {
  const now = report.endedAt;
  const age = ({ mailedAt }: MailedProblem): number => now.getTime() - mailedAt.getTime();
  const knownBy = new Map(known.map((one) => [one.problem, one]));
  const present = new Map(problemsOf(report).map((problem) => [problem.key, problem]));
  const told = [...present.values()].filter(({ key }) => {
    const before = knownBy.get(key);
    return before === undefined || age(before) >= sayAgainAfter;
  });
  const isThrough = report.outcome === "done" || report.outcome === "done-with-problems";
  const over = known.filter(({ problem, text }) => isThrough && text !== "" && !present.has(problem));
  return {
    problems: new Set(told.map(({ key }) => key)),
    cleared: over.filter(({ problem }) => problem !== "zones-differ" || readsGoogle).map(({ text }) => text),
    // Only standing problems keep their words: nothing is ever said again of the others.
    mailed: told.map(({ key, isStanding, text }) => ({ problem: key, text: isStanding ? text : "", mailedAt: now })),
    forgotten: [
      ...over.map(({ problem }) => problem),
      ...known.filter((one) => one.text === "" && age(one) >= forgetAfter).map(({ problem }) => problem),
    ],
  };
}
