import type { Metrics } from "../../api/index.js";
import type { RunMail } from "../mail/index.js";
import type { RunReport } from "../reports/index.js";

/** Counts what every run wrote, on its way to the mails. */
export function countItems(mail: RunMail, metrics: Metrics): RunMail {
  const help = "Items written by runs, by side and what was done.";
  const items = metrics.counter({ name: "items_total", help, labels: ["side", "action"] });
  const runs = metrics.counter({ name: "runs_total", help: "Runs of single users.", labels: ["outcome"] });
  const count = ({ google, studio, outcome }: RunReport): void => {
    runs.add({ outcome });
    for (const [side, counts] of Object.entries({ google, studio })) {
      for (const [action, written] of Object.entries(counts)) items.add({ side, action }, Number(written));
    }
  };
  return {
    async afterRun(run) {
      count(run.report);
      await mail.afterRun(run);
    },
  };
}
