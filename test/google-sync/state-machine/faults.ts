import * as fc from "fast-check";

import type { Fault, FaultRule, GoogleErrorName } from "../../../src/local-google/index.js";

/** Refusals that come and go, and say nothing untrue about an item or the calendar (C14). */
const passing: readonly GoogleErrorName[] = [
  "userRateLimitExceeded",
  "rateLimitExceeded",
  "tooManyRequests",
  "quotaMetricExceeded",
  "dailyLimitExceeded",
  "quotaExceeded",
  "backendError",
  "badGateway",
  "serviceUnavailable",
  "gatewayTimeout",
  "conflict",
  "authError",
];

const everyRequest = ["calendar.events.list", "batch", "oauth.token"] as const;
const parts = [
  "calendar.events.insert",
  "calendar.events.patch",
  "calendar.events.delete",
  "calendar.events.get",
] as const;

const anyError: fc.Arbitrary<Fault> = fc
  .tuple(fc.constantFrom(...passing), fc.option(fc.constantFrom(1, 20), { freq: 3, nil: undefined }))
  .map(([error, retryAfterSeconds]) =>
    retryAfterSeconds === undefined ? { kind: "error", error } : { kind: "error", error, retryAfterSeconds },
  );

const anyBreakage: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { kind: "reset" },
  { kind: "truncate" },
  { kind: "slow", milliseconds: 3 },
);

const somewhere = fc.oneof(
  fc.constantFrom(...everyRequest).map((operation) => ({ operation })),
  fc.constantFrom(...parts).map((operation) => ({ operation, where: "in-batch" as const })),
);

/** One fault a run meets: which request of which kind, how it fails, and whether it took effect first. */
const anyFault: fc.Arbitrary<FaultRule> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      match: somewhere,
      fault: fc.oneof(anyError, anyBreakage),
      when: fc.constantFrom("before", "after"),
      times: fc.constantFrom(1, 1, 2, 7),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<FaultRule>({
      match: { operation: "calendar.events.list" },
      fault: { kind: "error", error: "fullSyncRequired" },
      times: 1,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<FaultRule>({
      match: { operation: "calendar.events.patch" },
      fault: { kind: "error", error: "conditionNotMet" },
      times: 1,
    }),
  },
);

/** A complete listing without a single event, as no calendar that holds some would answer. */
const nothing = {
  status: 200,
  json: { kind: "calendar#events", timeZone: "America/Chicago", accessRole: "owner", items: [], nextSyncToken: "t" },
};
const complete: FaultRule = {
  match: { operation: "calendar.events.list", nth: 1 },
  fault: { kind: "error", error: "fullSyncRequired" },
};
const emptied: FaultRule = {
  match: { operation: "calendar.events.list" },
  fault: { kind: "error", error: nothing },
  times: 1,
};
const refused: FaultRule = {
  match: { operation: "calendar.events.patch" },
  fault: { kind: "error", error: "conditionNotMet" },
  times: 1,
};

/** A complete listing is empty, or a write is refused, and what should tell why cannot be read (C14). */
const anyUntruth: fc.Arbitrary<readonly FaultRule[]> = fc
  .record({
    what: fc.constantFrom([complete, emptied], [refused]),
    // A "not found" would be a fact.
    fault: fc.oneof(anyError, anyBreakage, fc.constant<Fault>({ kind: "error", error: "forbidden" })),
    isReadable: fc.boolean(),
  })
  .map(({ what, fault, isReadable }) =>
    isReadable ? what : [...what, { match: { operation: "calendar.events.get", where: "in-batch" }, fault, times: 7 }],
  );

/** What one run meets: a few faults of any kind, or several that together could be mistaken for a deletion. */
export const anyFaults: fc.Arbitrary<readonly FaultRule[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(anyFault, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: anyUntruth },
);

/** About every third request fails, one way or another, for as long as the storm lasts. */
export const anyStorm: fc.Arbitrary<readonly FaultRule[]> = fc
  .array(fc.oneof(anyError, anyBreakage), { minLength: 4, maxLength: 4 })
  .chain((faults) =>
    fc
      .array(fc.constantFrom<"before" | "after">("before", "after"), { minLength: 4, maxLength: 4 })
      .map((times): readonly FaultRule[] => [
        {
          match: { operation: "calendar.events.list" },
          fault: { kind: "error", error: "fullSyncRequired" },
          probability: 0.05,
        },
        {
          match: { operation: "calendar.events.patch" },
          fault: { kind: "error", error: "conditionNotMet" },
          probability: 0.1,
        },
        ...faults.map((fault, index): FaultRule => ({ fault, when: times[index] ?? "before", probability: 0.09 })),
      ]),
  );
