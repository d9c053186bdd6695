import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

import type { Claim, Claims, Clock } from "../../src/api/index.js";
import { anySignal, throwIfOver } from "../../src/base/watched-signal.js";
import { ClaimLostError } from "../../src/host/studio-data/index.js";
import { FakeClock } from "../support/fake-clock.js";
import type { TestStudio } from "../support/studio.js";

const lease = { milliseconds: 90_000, renewEvery: 20_000 };

/** Two computers and a database, each with a clock of its own. */
export function claimsContract(open: () => Promise<TestStudio>): void {
  let studio: TestStudio;
  let database: FakeClock;
  let deskClock: FakeClock;
  let officeClock: FakeClock;
  let isCutOff: boolean;
  let desk: Claims;
  let office: Claims;
  let held: Claim[];

  beforeEach(async () => {
    studio = await open();
    database = new FakeClock("2026-03-02T15:00:00.000Z");
    // A computer's own clock may be hours wrong.
    deskClock = new FakeClock("2026-03-02T11:00:00.000Z");
    officeClock = new FakeClock("2026-03-02T23:00:00.000Z");
    isCutOff = false;
    held = [];
    desk = studio.claims({
      clock: deskClock,
      computer: "DESK",
      lease,
      databaseClock: {
        async databaseNow() {
          if (isCutOff) throw new Error("the network is gone");
          return database.now();
        },
      },
    });
    office = studio.claims({
      clock: officeClock,
      computer: "OFFICE",
      lease,
      databaseClock: { databaseNow: async () => database.now() },
    });
  });

  afterEach(async () => {
    isCutOff = false;
    for (const claim of held) await claim.release();
    await studio.close();
  });

  it("G6: gives a subject to one of two that ask at once", async () => {
    const answers = await Promise.all([desk.claim("user/17", "sync"), office.claim("user/17", "sync")]);
    for (const answer of answers) if ("claim" in answer) held.push(answer.claim);
    assert.equal(held.length, 1);
  });

  it("G6: says who holds it and until when", async () => {
    await take(desk, "user/17");
    assert.deepEqual(await office.claim("user/17", "sync"), {
      held: { heldBy: "DESK, Sync Now", until: new Date("2026-03-02T15:01:30.000Z") },
    });
  });

  it("gives other subjects, other plugins' too", async () => {
    await take(desk, "user/17");
    await take(office, "user/18");
    await take(studio.claims({ clock: officeClock, pluginId: "other", lease }), "user/17");
    assert.equal(held.length, 3);
  });

  it("gives what was released, and a release of an old claim takes nothing away", async () => {
    const old = await take(desk, "user/17");
    await old.release();
    await take(office, "user/17");
    await old.release();
    assert.ok("held" in (await desk.claim("user/17", "sync")));
  });

  it("G6: keeps what is renewed past its lease", async () => {
    const claim = await take(desk, "user/17");
    for (let minute = 0; minute < 5; minute += 1) {
      for (const part of [20_000, 20_000, 20_000]) await pass(part);
    }
    assert.ok("held" in (await office.claim("user/17", "sync")));
    assert.equal(claim.signal.aborted, false);
  });

  it("G6: a computer that slept past its lease loses the claim and learns it", async () => {
    const claim = await take(desk, "user/17");
    await database.advance(90_000);
    await take(office, "user/17");
    await pass(20_000);
    assert.ok(claim.signal.aborted && claim.signal.reason instanceof ClaimLostError);
  });

  it("G6: a lease that is over is lost though nobody took it", async () => {
    const claim = await take(desk, "user/17");
    await database.advance(90_000);
    await deskClock.advance(20_000);
    await settle();
    assert.ok(claim.signal.aborted);
  });

  it("G6: a process that wakes after its lease knows it before any of its timers does", async () => {
    let now = new Date("2026-03-02T11:00:00.000Z");
    const asleep: Clock = {
      now: () => now,
      // Stopped: no timer comes, until the claim is given back.
      sleep: (_milliseconds, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("Given back")), { once: true });
        }),
    };
    const claim = await take(studio.claims({ clock: asleep, computer: "DESK", lease }), "user/19");
    const both = anySignal([new AbortController().signal, claim.signal]);
    assert.doesNotThrow(() => throwIfOver(both));
    now = new Date(now.getTime() + lease.milliseconds);
    assert.throws(() => throwIfOver(both), ClaimLostError);
  });

  it("G6: a computer cut off from the database stops before its lease is over", async () => {
    const claim = await take(desk, "user/17");
    isCutOff = true;
    await pass(40_000);
    assert.equal(claim.signal.aborted, false);
    await pass(40_000);
    assert.ok(claim.signal.aborted);
  });

  it("G6: a short failure of the database loses nothing", async () => {
    const claim = await take(desk, "user/17");
    isCutOff = true;
    await pass(20_000);
    isCutOff = false;
    await pass(60_000);
    await pass(60_000);
    assert.equal(claim.signal.aborted, false);
  });

  it("sleeps no more once released", async () => {
    const claim = await take(desk, "user/17");
    await claim.release();
    assert.equal(deskClock.sleeping, 0);
  });

  async function take(claims: Claims, subject: string): Promise<Claim> {
    const answer = await claims.claim(subject, "Sync Now");
    assert.ok("claim" in answer, "the claim is given");
    held.push(answer.claim);
    return answer.claim;
  }

  /** Time passes everywhere, in steps no longer than a renewal. */
  async function pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 20_000) {
      await database.advance(20_000);
      await deskClock.advance(20_000);
      await officeClock.advance(20_000);
      await settle();
    }
  }

  /** Lets the statements of renewals finish. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn += 1) await setImmediate();
  }
}
