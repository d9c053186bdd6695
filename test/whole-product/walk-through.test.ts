import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pino from "pino";

import { zoneName } from "../../src/base/wall-time.js";
import { createHost } from "../../src/host/composition-root.js";
import type { Host } from "../../src/host/composition-root.js";
import { createStudio } from "../../src/host/studio/index.js";
import { PinoLogger } from "../../src/host/system/index.js";
import { serveHost } from "../../src/host/serve.js";
import type { ServingHost } from "../../src/host/serve.js";
import { startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogle } from "../../src/local-google/index.js";
import { aSession, aUser, anAppointment } from "../support/studio.js";
import { Browser } from "./browser.js";

const page = "google-sync.user-page";
const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));

describe("the whole product, through its HTTP API", function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), "spectra-walk-through-"));
  let google: LocalGoogle;
  let host: Host;
  let serving: ServingHost;
  let browser: Browser;
  let userId: number;

  before(async () => {
    google = await startLocalGoogle();
    google.accounts.add({ email: "anna@example.test", timeZone: "America/Chicago" });
    host = await createHost({
      dataFolder: folder,
      pluginRoots: [projectFolder],
      settings: new Map([["google-url", google.url]]),
      variables: {},
      logger: new PinoLogger(pino({ level: "silent" })),
      computer: { name: "FRONT-DESK", zone: zoneName("America/Chicago") },
    });
    await createStudio({ name: "Walk-through", edition: "Standard", timeZone: zoneName("America/Chicago") }, host);
    userId = (await aUser(host, { initials: "AB", firstName: "Anna", lastName: "Berg" })).id;
    await anAppointment(host, { users: [userId], description: "Call the lab", start: soon(10), end: soon(11) });
    await aSession(host, { photographer: userId, description: "Portraits", start: soon(14), end: soon(15) });
    serving = await serveHost(host, { port: 0, hostName: "127.0.0.1", workbenchFolder: folder, runsJobs: false });
    browser = new Browser(serving.address);
    await browser.signIn("AB", "");
  });

  after(async () => {
    await serving.close();
    await host.close();
    await google.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("P2: says on the tab that no account is connected", async () => {
    const { state } = await browser.get(`/api/preferences/users/${userId}/pages/${page}`);
    assert.deepEqual(state.facts[0], { label: "Connection", value: "Not connected" });
  });

  it("A1: connects through Google's consent page and back, once the person confirms the email", async () => {
    const { url } = await browser.act(userId, page, "connect");
    const landed = await browser.consent(url, "anna@example.test");
    assert.match(landed, /\/preferences\/user\/google-sync\.user-page/);
    const result = await browser.act(userId, page, "confirm");
    assert.deepEqual(result, { kind: "done", message: "anna@example.test is connected." });
  });

  it('W2: sends the schedule with "OK" and "Sync Now", and unticks Populate (W3)', async () => {
    const { values } = await browser.get(`/api/preferences/users/${userId}/pages/${page}`);
    const saved = await browser.put(`/api/preferences/users/${userId}/pages/${page}`, {
      ...values,
      enabled: true,
      populateGoogle: true,
      sendAppointments: true,
    });
    assert.deepEqual(saved, { kind: "saved" });

    const result = await browser.act(userId, page, "sync-now");

    assert.deepEqual(result, { kind: "done", message: "In Google: 2 created." });
    const titles = google.accounts
      .get("anna@example.test")
      .calendar()
      .list()
      .map(({ summary }) => summary);
    assert.deepEqual(titles.toSorted(), ["Call the lab", "Clara Client - Portraits"]);
    const after = await browser.get(`/api/preferences/users/${userId}/pages/${page}`);
    assert.equal(after.values.populateGoogle, false);
  });

  it("C5: shows on the studio's calendar what was made in Google", async () => {
    const calendar = google.accounts.get("anna@example.test").calendar();
    calendar.create({
      summary: "Dentist",
      start: { dateTime: soon(17), timeZone: "America/Chicago" },
      end: { dateTime: soon(18), timeZone: "America/Chicago" },
    });
    await browser.act(userId, page, "sync-now");
    const entries = await host.connection.query()("appointments").select("description", "origin").orderBy("id");
    assert.deepEqual(entries, [
      { description: "Call the lab", origin: "studio" },
      { description: "Dentist", origin: "google" },
    ]);
  });

  it("A6: gives no token away in what it answers", async () => {
    const opened = JSON.stringify(await browser.get(`/api/preferences/users/${userId}/pages/${page}`));
    assert.doesNotMatch(opened, /ya29|1\/\/0/);
  });
});

/** A wall-clock time tomorrow, so that it is within every window. */
function soon(hour: number): string {
  const day = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, "0")}:00:00`;
}
