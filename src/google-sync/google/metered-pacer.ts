import type { Clock } from "../../api/services/clock.js";
import type { Metrics } from "../../api/services/metrics.js";
import type { Pacer } from "./pacer.js";

/** Counts what goes through a pacer: requests by how they ended, units refused, and seconds waited for the quota. */
export function meteredPacer(pacer: Pacer, clock: Clock, metrics: Metrics): Pacer {
  const requests = metrics.counter({
    name: "requests_total",
    help: "Requests to Google, by what they were about and how they ended.",
    labels: ["use", "outcome"],
  });
  const refused = metrics.counter({
    name: "refused_units_total",
    help: "Units of the quota Google refused, by whose quota it was.",
    labels: ["use", "scope"],
  });
  const waited = metrics.counter({
    name: "rate_wait_seconds_total",
    help: "Seconds requests waited for their share of the quota.",
    labels: ["use"],
  });
  return {
    async acquire(account, units, signal, use = "calendar") {
      const asked = clock.now().getTime();
      const ticket = await pacer.acquire(account, units, signal, use);
      waited.add({ use }, Math.max(0, clock.now().getTime() - asked) / 1000);
      let isSettled = false;
      return {
        refused(scope, refusedUnits) {
          refused.add({ use, scope }, refusedUnits);
          ticket.refused(scope, refusedUnits);
        },
        settle(outcome = "done") {
          if (!isSettled) requests.add({ use, outcome });
          isSettled = true;
          ticket.settle(outcome);
        },
      };
    },
  };
}
