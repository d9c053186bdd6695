import assert from "node:assert/strict";

import { errorTable } from "../../../src/google-sync/google/error-table.js";
import { expectedOf, meanings, waysOut } from "./support/expectations.js";
import { FaultWorld } from "./support/fault-world.js";
import type { Prepared } from "./support/fault-world.js";
import { nameOfRow, refusalsOf } from "./support/refusals.js";
import type { Refusal } from "./support/refusals.js";

/** Long enough for an item that failed to be due again (G3). */
const halfAnHour = { minutes: 30 };

describe("a run that Google refuses, row by row of the table of errors", () => {
  it("G4: has a meaning here for every row, and a row for every meaning", () => {
    assert.deepEqual(errorTable.map(nameOfRow).toSorted(), Object.keys(meanings).toSorted());
  });

  for (const row of errorTable) {
    const name = nameOfRow(row);
    describe(`refused with ${name}`, () => {
      const refusals = refusalsOf(row);
      let world: FaultWorld;

      before(async () => {
        world = await FaultWorld.open();
      });

      after(() => world.close());

      it("can happen", () => assert.notEqual(refusals.length, 0));

      for (const refusal of refusals) {
        it(`G3, G4: ${titleOf(refusal)}`, () => expectFromStartToEnd(world, refusal, meanings[name] ?? "refused"));
      }
    });
  }
});

function titleOf({ status, reason, place }: Refusal): string {
  const said = [status === 0 ? "a cut connection" : status, reason].filter((part) => part !== "").join(" ");
  return `${said} to ${place}: says so with the way out, deletes nothing, and the next run completes it`;
}

async function expectFromStartToEnd(
  world: FaultWorld,
  { place, fault }: Refusal,
  kind: (typeof meanings)[string],
): Promise<void> {
  const prepared = await world.prepare(place);
  // A new listing is not refused a token it does not carry.
  const times = kind === "sync-token-refused" ? { times: 1 } : {};
  // A deletion that finds nothing found nothing because somebody was faster.
  const isGone = place === "delete" && (kind === "not-found" || kind === "already-deleted");
  const struck = world.strike(prepared, fault, { ...times, when: isGone ? "after" : "before" });
  const { report, state, told } = await world.run(prepared.person);
  const lines = [...report.errors, ...report.warnings];
  assert.deepEqual(
    { outcome: report.outcome, codes: lines.map(({ code }) => code), state, told },
    expectedOf(kind, place),
  );
  for (const { code, text } of lines) assert.match(text, waysOut[code] ?? /no words are known/);
  await assertNothingLost(world, prepared);

  await struck.dispose();
  world.bench.google.faults.clear();
  world.bench.clock.advance(halfAnHour);
  const next = await world.run(prepared.person);
  const sides = await world.sides(prepared.person);
  world.bench.clock.advance(halfAnHour);
  const quiet = await world.run(prepared.person);
  assert.deepEqual(
    { ...sides, outcome: next.report.outcome, state: next.state, after: quiet.report.summary },
    {
      google: prepared.wanted,
      studio: prepared.wanted,
      outcome: "done",
      state: "connected",
      after: "Nothing had changed.",
    },
  );
}

/** What was in step before is still there on both sides, but for what a person deleted (C14). */
async function assertNothingLost(world: FaultWorld, { person, place }: Prepared): Promise<void> {
  const { google, studio } = await world.sides(person);
  const isThere = (side: readonly string[], title: RegExp) => side.some((line) => title.test(line));
  const deleted = place === "get" ? /Desk/ : place === "delete" ? /Lab/ : /nothing/;
  for (const title of [/Desk/, /Lab/]) {
    if (title.source === deleted.source) continue;
    assert.ok(isThere(google, title) && isThere(studio, title), `${title.source} was lost`);
  }
}
