import assert from "node:assert/strict";

import {
  AttemptLimit,
  NotSignedInError,
  SignIn,
  TooManyAttemptsError,
  WrongCredentialsError,
  csrfProofOf,
  hashPassword,
  isCsrfProof,
} from "../../../src/host/security/index.js";
import type { SignInRecords } from "../../../src/host/security/index.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MemoryUsers, aUser } from "../../support/studio-people.js";

class MemorySignInRecords implements SignInRecords {
  readonly sessions = new Map<string, { userId: number; expiresAt: Date }>();
  constructor(
    private readonly isOn: boolean,
    private readonly hash: string,
    private readonly clock: FakeClock,
  ) {}

  async isSecurityOn() {
    return this.isOn;
  }
  async findPasswordHash(initials: string) {
    return initials === "SD" ? this.hash : undefined;
  }
  async addSession(tokenHash: string, userId: number, length: number) {
    this.sessions.set(tokenHash, { userId, expiresAt: new Date(this.clock.now().getTime() + length) });
  }
  async findSessionUser(tokenHash: string) {
    const session = this.sessions.get(tokenHash);
    return session !== undefined && session.expiresAt > this.clock.now() ? session.userId : undefined;
  }
  async removeSession(tokenHash: string) {
    this.sessions.delete(tokenHash);
  }
  async removeOldSessions() {
    for (const [tokenHash, { expiresAt }] of this.sessions)
      if (expiresAt <= this.clock.now()) this.sessions.delete(tokenHash);
  }
}

const people = new MemoryUsers([aUser(), aUser({ id: 2, initials: "EX", isInactive: true })]);

async function studio({ isSecurityOn = true } = {}) {
  const clock = new FakeClock();
  const store = new MemorySignInRecords(isSecurityOn, await hashPassword("portrait"), clock);
  return { clock, store, signIn: new SignIn(store, people, new AttemptLimit(clock)) };
}

describe("signing in", () => {
  it("offers everybody active while security is off, and needs no password then", async () => {
    const { signIn } = await studio({ isSecurityOn: false });
    const choices = await signIn.choices();
    const { user } = await signIn.open("sd", "", "127.0.0.1");
    assert.deepEqual([choices.map(({ initials }) => initials), user.id], [["SD"], 1]);
  });

  it("X2: needs the right password while security is on, and names nobody", async () => {
    const { signIn } = await studio();
    assert.deepEqual(await signIn.choices(), []);
    await assert.rejects(signIn.open("SD", "landscape", "127.0.0.1"), WrongCredentialsError);
    await assert.rejects(signIn.open("XX", "portrait", "127.0.0.1"), WrongCredentialsError);
    const { token } = await signIn.open("SD", "portrait", "127.0.0.1");
    assert.equal((await signIn.userOf(token)).initials, "SD");
  });

  it("X2: is limited after five failures, and free again a quarter of an hour later", async () => {
    const { signIn, clock } = await studio();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await assert.rejects(signIn.check("SD", "wrong", "127.0.0.1"), WrongCredentialsError);
    }
    await assert.rejects(signIn.check("SD", "portrait", "127.0.0.1"), TooManyAttemptsError);
    await clock.advance(15 * 60_000);
    assert.equal((await signIn.check("SD", "portrait", "127.0.0.1")).id, 1);
  });

  it("X2: is limited for many attempts at once too, and however many spaces stand behind the initials", async () => {
    const { signIn } = await studio();
    const names = Array.from({ length: 12 }, (_, at) => `SD${" ".repeat(at % 3)}`);
    const tried = await Promise.allSettled(names.map((name) => signIn.check(name, "wrong", "127.0.0.1")));
    const limited = tried.filter((one) => one.status === "rejected" && one.reason instanceof TooManyAttemptsError);
    assert.equal(limited.length, 7);
  });

  it("refuses inactive users", async () => {
    const { signIn } = await studio({ isSecurityOn: false });
    await assert.rejects(signIn.open("EX", "", "127.0.0.1"), WrongCredentialsError);
  });

  it("X2: ends after twelve hours and by signing out; the database never has the token itself", async () => {
    const { signIn, clock, store } = await studio();
    const first = await signIn.open("SD", "portrait", "127.0.0.1");
    const second = await signIn.open("SD", "portrait", "127.0.0.1");
    assert.equal(store.sessions.has(first.token), false);
    await signIn.close(first.token);
    await assert.rejects(signIn.userOf(first.token), NotSignedInError);
    await clock.advance(12 * 60 * 60_000);
    await assert.rejects(signIn.userOf(second.token), NotSignedInError);
    await assert.rejects(signIn.userOf(undefined), NotSignedInError);
  });

  it("X2: proves changes with something another site cannot know", () => {
    const proof = csrfProofOf("token");
    assert.deepEqual(
      [isCsrfProof(proof, "token"), isCsrfProof(proof, "other"), isCsrfProof("", "token")],
      [true, false, false],
    );
  });
});
