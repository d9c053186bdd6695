import type { Metrics } from "../../api/index.js";
import type { RunMail } from "../mail/index.js";
import type { RunReport, SideCounts } from "../reports/index.js";

/** Counts what every run wrote, on its way to the mails. */
export function countItems(mail: RunMail, metrics: Metrics): RunMail {
  const help = "Items written by runs, by kind, side and what was done.";
  const items = metrics.counter({ name: "items_total", help, labels: ["kind", "side", "action"] });
  const runs = metrics.counter({ name: "runs_total", help: "Runs of single users.", labels: ["outcome"] });
  const countSides = (kind: string, sides: Readonly<Record<"google" | "studio", SideCounts>>): void => {
    for (const [side, { created, changed, deleted }] of Object.entries(sides)) {
      const written = Object.entries({ created, changed, deleted });
      for (const [action, many] of written) items.add({ kind, side, action }, many);
    }
  };
  const count = ({ google, studio, contacts, outcome }: RunReport): void => {
    runs.add({ outcome });
    countSides("calendar", { google, studio });
    if (contacts !== undefined) countSides("contacts", contacts);
  };
  return {
    async afterRun(run) {
      count(run.report);
      await mail.afterRun(run);
    },
  };
}
