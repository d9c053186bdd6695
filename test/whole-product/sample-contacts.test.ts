import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pino from "pino";

import { day, zoneName } from "../../src/base/wall-time.js";
import { createHost } from "../../src/host/composition-root.js";
import type { Host } from "../../src/host/composition-root.js";
import { createSampleStudio } from "../../src/host/sample-studio/index.js";
import { serveHost } from "../../src/host/serve.js";
import type { ServingHost } from "../../src/host/serve.js";
import { PinoLogger } from "../../src/host/system/index.js";
import { sampleSeed, startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogle } from "../../src/local-google/index.js";
import { Browser } from "./browser.js";
import { googlePage } from "./product.js";

const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));
const zone = zoneName("America/Chicago");
const today = new Date().toISOString().slice(0, 10);
const olivia = "olivia@example.test";

describe("the sample studio and its owner's address book, through the HTTP API", function () {
  this.timeout(60_000);
  let folder: string;
  let google: LocalGoogle;
  let host: Host;
  let serving: ServingHost;
  let browser: Browser;
  let userId: number;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "spectra-sample-contacts-"));
    google = await startLocalGoogle({ seed: sampleSeed({ today, timeZone: zone }), contactDelaySeconds: 0 });
    host = await createHost({
      dataFolder: folder,
      pluginRoots: [projectFolder],
      settings: new Map([["google-url", google.url]]),
      variables: {},
      logger: new PinoLogger(pino({ level: "silent" })),
      computer: { name: "FRONT-DESK", zone },
    });
    host.studioKey.ensure();
    const { connection } = host;
    const sample = { name: "Lakeside", edition: "Standard", timeZone: zone, today: day(today) } as const;
    const { users } = await createSampleStudio({ connection, ...sample, clients: 40, entries: 20 });
    userId = users[0]?.id ?? 0;
    serving = await serveHost(host, { port: 0, hostName: "127.0.0.1", workbenchFolder: folder, runsJobs: false });
    browser = new Browser(serving.address);
    await browser.signIn("OH", "olivia-demo");
    const { url } = await browser.act(userId, googlePage, "connect");
    await browser.consent(url, olivia);
    await browser.act(userId, googlePage, "confirm");
    await save();
    await browser.act(userId, googlePage, "sync-now");
  });

  after(async () => {
    await serving.close();
    await host.close();
    await google.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Everything on: the group goes out, contacts come in. */
  async function save(): Promise<void> {
    const page = `/api/preferences/users/${userId}/pages/${googlePage}`;
    const group: { readonly id: number } = await host.connection
      .query()("client_groups")
      .where({ name: "Google Sync" })
      .first("id");
    const { values } = await browser.get(page);
    const chosen = { enabled: true, clientGroupId: group.id, sendContacts: true, populateStudio: true };
    await browser.put(page, { ...values, ...chosen, populateGoogle: true, populateContacts: "all" });
  }

  const contacts = (): readonly string[] =>
    google.accounts
      .get(olivia)
      .contacts()
      .list()
      .map((contact) => JSON.stringify(contact));
  const contactsOf = (email: string): readonly string[] => contacts().filter((text) => text.includes(`"${email}"`));

  it("K4: send nothing that is the studio's own business", () => {
    const events = google.accounts
      .get(olivia)
      .calendar()
      .list()
      .map((event) => JSON.stringify(event));
    const told = [...contacts(), ...events].filter((text) => text.includes("In-house:"));
    assert.deepEqual([told, contacts().length > 20], [[], true]);
  });

  it("K4, K6: are one where they agree, and the contact keeps what is only Google's", () => {
    const [beatrix = "", ...others] = contactsOf("beatrix.lund@example.test");
    const kept = ["b.lund@work.example.test", "bea@example.test", "oak, 40 x 60", "Loves tulips", "Beach house"];
    assert.deepEqual([others, kept.filter((text) => !beatrix.includes(text))], [[], []]);
    assert.ok(beatrix.includes("Evanston"), "the studio's address came to the contact");
  });

  it("K6: leave to a person who is who where they agree by half, or with two", async () => {
    const { content } = await browser.view("google-sync.contacts-to-review-view");
    const text = JSON.stringify(content);
    const missing = ["Tomás", "Raman", "Nora"].filter((name) => !text.includes(name));
    const clients: readonly string[] = await host.connection
      .query()("clients")
      .whereIn("last_name", ["Rivero", "Raman", "Quill", "Lund"])
      .orderBy("last_name")
      .pluck("last_name");
    assert.deepEqual([missing, clients], [[], ["Lund", "Quill", "Quill", "Raman", "Rivero"]]);
  });

  it("C17: have nothing to do in a second run", async () => {
    const rows = () => host.connection.query()("client_cards").orderBy("client_id").select("client_id", "version");
    const before = [contacts(), await rows()];
    await browser.act(userId, googlePage, "sync-now");
    assert.deepEqual([contacts(), await rows()], before);
  });
});
