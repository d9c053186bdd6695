import assert from "node:assert/strict";

import { hashPassword } from "../../../src/host/security/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const job = "waiting-job.processor";
const never = new AbortController().signal;
const password = "a password of the tests";

describe("J2: the user jobs run as", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
  });
  afterEach(() => studio.close());

  const services = () => studio.host.services;

  async function enter(userName: string, typed: string | undefined): Promise<void> {
    const { keepDays, keepRuns } = await services().generalSettings.read();
    await services().generalSettings.write({ userName, password: typed, keepDays, keepRuns }, "127.0.0.1");
  }

  async function changePassword(text: string): Promise<void> {
    const { users, unitOfWork } = studio.host;
    const [administrator] = await users.list();
    const hash = await hashPassword(text);
    await unitOfWork.run((transaction) => users.savePasswordHash(administrator?.id ?? 0, hash, transaction));
  }

  async function switchSecurityOn(): Promise<void> {
    const company = (await studio.host.company.find()) ?? assert.fail("no company");
    await studio.host.company.save({ ...company, isSecurityOn: true });
  }

  async function runSummary(): Promise<string> {
    const { finished } = await services().jobRunner.start(job, { signal: never });
    await services().commandRunner.run("waiting-job.release", { input: {}, viewer: undefined, signal: never });
    return (await finished).summary;
  }

  it("J2: may be left blank while security is off", async () => {
    assert.match(await runSummary(), /^Waited/);
  });

  it("J2: is asked for once security is on", async () => {
    await changePassword(password);
    await switchSecurityOn();
    assert.equal(
      await runSummary(),
      'No user is entered to run jobs. Enter "User Name" and "Password" under Utilities > Control Center > Modify General Settings.',
    );
  });

  it("J2: with the right password runs jobs, also with a saved one that was not typed again", async () => {
    await changePassword(password);
    await switchSecurityOn();
    await enter("AD", password);
    await enter("AD", undefined);
    assert.match(await runSummary(), /^Waited/);
  });

  it("J2: whose password was changed fails the run with a plain message, before anything is read", async () => {
    await changePassword(password);
    await switchSecurityOn();
    await enter("AD", password);
    await changePassword("another one");
    const { finished } = await services().jobRunner.start(job, { signal: never });
    const { outcome, summary } = await finished;
    assert.deepEqual(
      [outcome, summary],
      [
        "failed",
        "The user name or password entered for jobs is not right. Enter them again under Utilities > Control Center > Modify General Settings.",
      ],
    );
  });

  it("J2: whom nobody knows, or with a wrong password, is refused when entered", async () => {
    await changePassword(password);
    await switchSecurityOn();
    await assert.rejects(enter("XX", password), /user name or password is not right/);
    await assert.rejects(enter("AD", "wrong"), /user name or password is not right/);
  });

  it("A6: is kept with an encrypted password that nobody gets back", async () => {
    await enter("AD", password);
    const rows: unknown = await studio.host.connection.query()("preferences").select("*");
    assert.equal(JSON.stringify(rows).includes(password), false);
    assert.deepEqual(await services().generalSettings.read(), {
      userName: "AD",
      hasPassword: true,
      keepDays: 90,
      keepRuns: 20_000,
    });
  });
});
