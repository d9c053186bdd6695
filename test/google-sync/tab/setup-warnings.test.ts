import assert from "node:assert/strict";

import type { JobState, Jobs, Mailer, Preferences, Studio, Users } from "../../../src/api/index.js";
import type { GoogleUserSettings } from "../../../src/api/schemas/google-user-settings.generated.js";
import { zoneName } from "../../../src/base/wall-time.js";
import { SetupWarnings } from "../../../src/google-sync/tab/setup-warnings.js";

const running: JobState = {
  isManaged: false,
  isEnabled: true,
  computerName: "FRONT-DESK",
  isComputerOn: true,
  nextRunAt: undefined,
};
const enabled = { enabled: true, emailWarnings: false, emailReport: false, clientGroupId: null };

/** The warnings where the job is in a state and mails can be sent or not. */
async function warningsWhere(
  job: Partial<JobState>,
  settings: object = {},
  hasMail = true,
): Promise<readonly string[]> {
  const unused = (): never => {
    throw new Error("Not asked for here");
  };
  const mailer: Mailer = { send: unused, isSetUp: () => Promise.resolve(hasMail) };
  const jobs: Jobs = { stateOf: () => Promise.resolve({ ...running, ...job }) };
  const studio: Studio = { facts: unused, syncZone: () => Promise.resolve(zoneName("America/Chicago")) };
  const preferences: Preferences = {
    read: unused,
    readAll: () => Promise.resolve(new Map()),
    change: unused,
    onDidChange: unused,
  };
  const users: Users = { list: unused, findById: unused, findByInitials: unused };
  const warnings = new SetupWarnings(mailer, jobs, studio, preferences, users);
  // Only the named settings are looked at.
  const messages = await warnings.of(1, { ...enabled, ...settings } as unknown as GoogleUserSettings, undefined);
  return messages.map(({ field }) => field ?? "");
}

describe("what the Google tab warns of", () => {
  it("P3: nothing where everything is set up", async () => {
    assert.deepEqual(await warningsWhere({}), []);
  });

  it("P3, P6: nothing about the job where it is managed for the studio", async () => {
    assert.deepEqual(await warningsWhere({ isManaged: true, isEnabled: false, isComputerOn: false }), []);
  });

  it("P3: a disabled job before a computer that is off: one thing at a time", async () => {
    assert.deepEqual(await warningsWhere({ isEnabled: false, isComputerOn: false }), ["enabled"]);
    assert.deepEqual(await warningsWhere({ isComputerOn: false }), ["enabled"]);
  });

  it("P3: nothing about the job while Google Sync is off for the user", async () => {
    assert.deepEqual(await warningsWhere({ isEnabled: false }, { enabled: false }), []);
  });

  it("P3: no mail server, only while a box is ticked", async () => {
    assert.deepEqual(await warningsWhere({}, { emailReport: true }, false), ["emailAddress"]);
    assert.deepEqual(await warningsWhere({}, {}, false), []);
  });
});
