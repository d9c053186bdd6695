import assert from "node:assert/strict";

import { createPacer } from "../../../src/google-sync/google/pacer.js";
import type { Pacer, PacerLimits } from "../../../src/google-sync/google/pacer.js";
import { VirtualClock } from "./support/virtual-clock.js";

const minute = 60_000;
const never = new AbortController().signal;
const limits: PacerLimits = {
  account: { start: 300, ceiling: 600 },
  project: { start: 10_000, ceiling: 10_000 },
};

/** Google's quota: at most so many units within any sixty seconds. */
class SlidingQuota {
  readonly #granted: { readonly at: number; readonly units: number }[] = [];
  constructor(private readonly permitted: number) {}

  accepts(units: number, at: number): boolean {
    const recent = this.#granted.filter((each) => each.at > at - minute);
    const isAccepted = recent.reduce((sum, each) => sum + each.units, 0) + units <= this.permitted;
    if (isAccepted) this.#granted.push({ at, units });
    return isAccepted;
  }
}

/** Sends batches of one size, one after another, until a virtual time; gives accepted units and refusals by minute. */
async function sendUntil(pacer: Pacer, clock: VirtualClock, quota: SlidingQuota, units: number, end: number) {
  const accepted = new Map<number, number>();
  const refused: number[] = [];
  const start = clock.now().getTime();
  while (clock.now().getTime() - start < end) {
    const ticket = await pacer.acquire("anna", units, never);
    const at = clock.now().getTime() - start;
    if (quota.accepts(units, at)) {
      const inMinute = Math.floor(at / minute);
      accepted.set(inMinute, (accepted.get(inMinute) ?? 0) + units);
    } else {
      ticket.refused("user", units);
      refused.push(at);
    }
    clock.advance(50); // the way to Google and back
    ticket.settle();
  }
  return { accepted, refused };
}

function acceptedBetween(accepted: ReadonlyMap<number, number>, from: number, until: number): number {
  return [...accepted].filter(([at]) => at >= from && at < until).reduce((sum, [, units]) => sum + units, 0);
}

describe("the pacer", () => {
  let clock: VirtualClock;

  beforeEach(() => {
    clock = new VirtualClock("2026-03-02T09:00:00Z");
  });

  for (const units of [1, 21, 50, 150]) {
    it(`G4: reaches 95 % of what Google permits without one refusal, in steps of ${units}`, async () => {
      const sent = await sendUntil(createPacer(clock, limits), clock, new SlidingQuota(600), units, 12 * minute);
      assert.deepEqual(sent.refused, []);
      assert.ok(acceptedBetween(sent.accepted, 2, 12) >= 0.95 * 600 * 10);
    });
  }

  it("G4: learns a lower quota from refusals and then stays under it, close to it", async () => {
    const sent = await sendUntil(createPacer(clock, limits), clock, new SlidingQuota(400), 10, 9 * minute);
    assert.deepEqual(
      sent.refused.filter((at) => at > 2 * minute),
      [],
    );
    assert.ok(sent.refused.length <= 3, `${sent.refused.length} refusals`);
    assert.ok(acceptedBetween(sent.accepted, 3, 9) >= 0.95 * 400 * 6);
  });

  it("G4: halves after a refusal and grows again", async () => {
    const pacer = createPacer(clock, { ...limits, account: { start: 600, ceiling: 600 } });
    const grantedInAMinute = async (): Promise<number> => {
      const end = clock.now().getTime() + minute;
      let granted = 0;
      for (;;) {
        const ticket = await pacer.acquire("anna", 10, never);
        ticket.settle();
        if (clock.now().getTime() >= end) return granted;
        granted += 10;
      }
    };
    const first = await pacer.acquire("anna", 1, never);
    first.refused("user", 1);
    first.settle();
    const afterRefusal = await pacer.acquire("anna", 299, never);
    afterRefusal.settle();
    const before = clock.now().getTime();
    const next = await pacer.acquire("anna", 10, never);
    next.settle();
    assert.ok(clock.now().getTime() > before, "more than half a minute's units went through at once");
    await grantedInAMinute();
    await grantedInAMinute();
    assert.ok((await grantedInAMinute()) >= 570);
  });

  it("starts at the start rate and never grants more than the ceiling in a minute", async () => {
    const pacer = createPacer(clock, limits);
    const start = clock.now().getTime();
    const at: number[] = [];
    for (let index = 0; index < 300; index += 1) {
      (await pacer.acquire("anna", 10, never)).settle();
      at.push(clock.now().getTime() - start);
    }
    assert.equal(at.filter((each) => each === 0).length, 30);
    const most = Math.max(...at.map((from) => at.filter((each) => each >= from && each < from + minute).length));
    assert.ok(most <= 60, `${most * 10} units in a minute`);
  });

  it("lets accounts take turns, so that a first import starves nobody", async () => {
    const pacer = createPacer(clock, {
      account: { start: 600, ceiling: 600 },
      project: { start: 600, ceiling: 600 },
    });
    (await pacer.acquire("earlier", 600, never)).settle();
    const served: string[] = [];
    const wait = async (account: string, units: number): Promise<void> => {
      const ticket = await pacer.acquire(account, units, never);
      served.push(account);
      ticket.settle();
    };
    await Promise.all([
      ...Array.from({ length: 4 }, () => wait("import", 100)),
      wait("anna", 1),
      wait("bert", 1),
      wait("anna", 1),
    ]);
    assert.deepEqual(served, ["import", "anna", "bert", "import", "anna", "import", "import"]);
  });

  it("an account at its own limit does not hold up the others", async () => {
    const pacer = createPacer(clock, { ...limits, account: { start: 100, ceiling: 100 } });
    const start = clock.now().getTime();
    (await pacer.acquire("import", 100, never)).settle();
    const later = pacer.acquire("import", 100, never);
    (await pacer.acquire("anna", 50, never)).settle();
    assert.equal(clock.now().getTime(), start);
    (await later).settle();
    assert.equal(clock.now().getTime(), start + minute);
  });

  it("a refusal of the project's quota slows every account down", async () => {
    const pacer = createPacer(clock, { account: { start: 600, ceiling: 600 }, project: { start: 600, ceiling: 600 } });
    const ticket = await pacer.acquire("anna", 1, never);
    ticket.refused("project", 1);
    ticket.settle();
    const start = clock.now().getTime();
    (await pacer.acquire("bert", 299, never)).settle();
    (await pacer.acquire("cora", 100, never)).settle();
    assert.ok(clock.now().getTime() > start);
  });

  it("lets a batch larger than the limit through when nothing else was spent", async () => {
    const pacer = createPacer(clock, { ...limits, account: { start: 60, ceiling: 60 } });
    const start = clock.now().getTime();
    (await pacer.acquire("anna", 150, never)).settle();
    (await pacer.acquire("anna", 150, never)).settle();
    assert.equal(clock.now().getTime() - start, minute);
  });

  it("forgets a request that is aborted while it waits", async () => {
    const pacer = createPacer(clock, { ...limits, account: { start: 60, ceiling: 60 } });
    const held = await pacer.acquire("anna", 60, never);
    const aborter = new AbortController();
    const waiting = pacer.acquire("anna", 60, aborter.signal);
    aborter.abort(new Error("The run was stopped"));
    await assert.rejects(waiting, /The run was stopped/);
    held.settle();
    (await pacer.acquire("anna", 60, never)).settle();
    assert.equal(clock.waits.length > 0, true);
  });

  it("lets one change of an account's contacts through at a time, and nobody waits for who gave up", async () => {
    const pacer = createPacer(clock, limits);
    const order: string[] = [];
    const change = async (name: string, account: string, signal = never): Promise<void> => {
      const ticket = await pacer.acquire(account, 6, signal, "contact-change");
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      ticket.settle();
      ticket.settle();
    };
    const controller = new AbortController();
    const first = change("first", "anna");
    const givesUp = assert.rejects(change("second", "anna", controller.signal), /stop/);
    const third = change("third", "anna");
    controller.abort(new Error("stop"));
    await Promise.all([first, givesUp, third]);
    await assert.rejects(change("late", "anna", controller.signal), /stop/);
    assert.deepEqual(order, ["first begins", "first ends", "third begins", "third ends"]);
  });

  it("counts contacts apart from the calendar", async () => {
    const pacer = createPacer(clock, {
      ...limits,
      contacts: { account: { start: 6, ceiling: 6 }, project: limits.project },
    });
    (await pacer.acquire("anna", 300, never)).settle();
    (await pacer.acquire("anna", 6, never, "contacts")).settle();
    assert.deepEqual(clock.waits, []);
    (await pacer.acquire("anna", 6, never, "contacts")).settle();
    assert.ok(clock.now().getTime() >= Date.parse("2026-03-02T09:01:00Z"));
  });
});
